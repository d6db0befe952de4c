import { type Appeal, decideAppeal, listAppeals, listClusters } from '@fraisier/shared/contracts/ballots-desk.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getCount } from '@fraisier/shared/contracts/rounds-close.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Empty } from '../../../../platform/ui/empty.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { heldAct, hold, useHeldActs } from '../../../../platform/ui/ops/held-acts.ts';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import { usePages } from '../../../../platform/ui/ops/use-pages.ts';
import { useQueue } from '../../../../platform/ui/ops/use-queue.ts';
import { AppealItem } from './appeal-item.tsx';
import { AppealTime } from './appeal-time.tsx';
import styles from './clusters.module.css';

const stale = [listAppeals, listClusters, getDesk, getCount, getResult];

/** What voters say whose ballots are set aside: first those without an answer, then what was answered. */
export function AppealsDesk({ round }: { round: Round }) {
  const text = useText('ops-votes').appeals;
  const params = { round: round.slug };
  const open = usePages(listAppeals, { params, query: { state: 'open' } });
  const all = usePages(listAppeals, { params, query: {} });
  if (!open.items) return open.error ? <ErrorNote error={open.error} onRetry={open.retry} /> : <Loading />;
  const answered = all.items?.filter((appeal) => appeal.state !== 'open') ?? [];
  return (
    <Stack gap={5}>
      <Stack gap={2}>
        <p className="muted">{text.anonymous}</p>
        <AppealTime round={round} waiting={open.items.length} />
      </Stack>
      <OpenAppeals round={round} items={open.items} isFirst={answered.length === 0} />
      <MoreButton pages={open} />
      {(answered.length > 0 || all.more) && (
        <section className={styles.part}>
          <h2 className="d3">{text.answered}</h2>
          <ul className={styles.appeals}>
            {answered.map((appeal) => (
              <li key={appeal.id} className={styles.appeal}>
                <AppealItem round={round} appeal={appeal} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <MoreButton pages={all} />
    </Stack>
  );
}

function OpenAppeals({ round, items, isFirst }: { round: Round; items: readonly Appeal[]; isFirst: boolean }) {
  const text = useText('ops-votes').appeals;
  const client = useQueryClient();
  const list = useRef<HTMLOListElement>(null);
  const [answering, setAnswering] = useState<string | null>(null);
  const [tried, setTried] = useState<readonly string[]>([]);
  const failed = useHeldActs((state) => state.failed);
  const queue = useQueue(items, null, () => {
    setAnswering(null);
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  const decide = (appeal: Appeal, outcome: 'upheld' | 'rejected', answer: string) => {
    const said = outcome === 'upheld' ? text.upheldSaid : text.rejectedSaid;
    const about = { key: appeal.id, said, stale };
    const params = { round: round.slug, appeal: appeal.id };
    setTried([...tried, appeal.id]);
    hold(heldAct(client, decideAppeal, { params, body: { outcome, answer } }, about));
    queue.passOn();
  };
  useKeys({
    r: queue.current && (() => setAnswering(queue.current?.id ?? null)),
    ...queue.keys,
    Escape: answering ? () => setAnswering(null) : undefined,
  });
  // Answered by someone else while this one's answer was held.
  const late = tried.filter((id) => failed[id] && !items.some((one) => one.id === id));
  return (
    <>
      {late.map((id) => (
        <ErrorNote key={id} error={failed[id]}>
          {failed[id]?.code === 'appeal_decided' ? text.stale : undefined}
        </ErrorNote>
      ))}
      {queue.items.length === 0 ? (
        <Empty title={isFirst ? text.empty : text.noneOpen}>
          <p className="muted">{text.emptyHint}</p>
        </Empty>
      ) : (
        <ol ref={list} className={styles.appeals} aria-label={text.open}>
          {queue.items.map((appeal) => {
            const isCurrent = appeal.id === queue.current?.id;
            return (
              <li key={appeal.id} tabIndex={-1} aria-current={isCurrent || undefined} className={styles.appeal}>
                <AppealItem
                  round={round}
                  appeal={appeal}
                  isCurrent={isCurrent}
                  answering={answering === appeal.id}
                  onAnswering={(yes) => {
                    if (yes && !isCurrent) queue.select(appeal.id);
                    setAnswering(yes ? appeal.id : null);
                  }}
                  onDecide={(outcome, answer) => decide(appeal, outcome, answer)}
                />
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}
