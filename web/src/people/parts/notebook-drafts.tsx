import { listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { useLayoutEffect, useState } from 'react';
import { monthYear } from '../../cycle/rounds/round-words.ts';
import { forgetDraft, type KeptDraft, keepDraft, listDrafts } from '../../cycle/submissions/draft.ts';
import { deviceStorage } from '../../platform/device.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { RegisterMark } from '../../platform/ui/icons.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Tag } from '../../platform/ui/tag.tsx';
import { Cloth } from '../../platform/ui/tee.tsx';
import styles from './notebook.module.css';

/** What this member has written for a design and not sent. Only the device knows: the server writes none of it. */
export function NotebookDrafts({ member }: { member: string }) {
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>([]);
  // Before the page is painted, so that coming from the form nothing moves.
  useLayoutEffect(() => setDrafts(listDrafts(deviceStorage(), member)), [member]);
  return drafts.length > 0 && <Drafts drafts={drafts} member={member} />;
}

function Drafts({ drafts, member }: { drafts: readonly KeptDraft[]; member: string }) {
  const { drafts: text } = useText('account').notebook.designs;
  const rounds = useCall(listRounds).data?.items;
  const taken = drafts.map(({ round }) => round);
  return (
    <section className={styles.drafts} aria-labelledby="drafts">
      <h3 className="d3" id="drafts">
        {text.title}
      </h3>
      <p className="muted">{text.text}</p>
      <ul className={styles.rows}>
        {drafts.map((kept) => (
          <Row
            key={kept.round}
            kept={kept}
            member={member}
            isShut={rounds !== undefined && !rounds.some((round) => round.slug === kept.round && takesDesigns(round))}
            other={rounds?.findLast((round) => takesDesigns(round) && !taken.includes(round.slug))?.slug}
          />
        ))}
      </ul>
    </section>
  );
}

function takesDesigns({ phase, counts }: Round): boolean {
  return phase === 'collecting' && counts.designs < counts.capacity;
}

interface RowProps {
  readonly kept: KeptDraft;
  readonly member: string;
  /** Its round takes no design any more. */
  readonly isShut: boolean;
  /** One that does, without a draft. */
  readonly other: string | undefined;
}

function Row({ kept: { round, draft, writtenAt }, member, isShut, other }: RowProps) {
  const { drafts: text } = useText('account').notebook.designs;
  const format = useFormat();
  const [isDiscarded, setDiscarded] = useState(false);
  const title = draft.title.trim() || text.untitled;
  const keep = (forRound: string) => keepDraft(deviceStorage(), member, forRound, draft, writtenAt);
  const turn = () => {
    if (isDiscarded) keep(round);
    else forgetDraft(deviceStorage(), member, round);
    setDiscarded(!isDiscarded);
  };
  const carry = () => {
    if (other && keep(other)) forgetDraft(deviceStorage(), member, round);
  };
  return (
    <li>
      <span className={styles.swatch}>
        {draft.fabric ? <Cloth fabric={draft.fabric} className={styles.cloth} /> : <RegisterMark />}
      </span>
      <div>
        <p className={`d3 ${styles.draft}`} lang={draft.title.trim() ? 'fr' : undefined}>
          {title}
        </p>
        <p className={styles.facts}>
          <Tag>{text.draft}</Tag>
          <span className="small muted">{text.for(monthYear(round, format))}</span>
        </p>
      </div>
      <p className="small muted num" role="status">
        {isDiscarded ? text.discarded : isShut ? text.shut : writtenAt && text.written(format.stamp(writtenAt))}
      </p>
      <div className={styles.links}>
        {isDiscarded ? null : !isShut ? (
          <Link to={`/rounds/${round}/submit`}>{text.goOn}</Link>
        ) : other ? (
          <Link to={`/rounds/${other}/submit`} onClick={carry}>
            {text.carry(monthYear(other, format))}
          </Link>
        ) : (
          <span className="small muted">{text.waits}</span>
        )}
        <Button kind="line" small onClick={turn} aria-label={isDiscarded ? text.undoOf(title) : text.discardOf(title)}>
          {isDiscarded ? text.undo : text.discard}
        </Button>
      </div>
    </li>
  );
}
