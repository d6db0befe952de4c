import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { ClusterAct } from '@fraisier/shared/cycle/desk-rules.ts';
import type { RefObject } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { useHeldActs } from '../../../../platform/ui/ops/held-acts.ts';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { Tee } from '../../../../platform/ui/tee.tsx';
import { altOf } from '../../../submissions/card-words.ts';
import { onShirt } from '../../../submissions/on-shirt.ts';
import { ClusterActs } from './cluster-acts.tsx';
import { ClusterDecisions } from './cluster-decisions.tsx';
import { useClusterWords } from './cluster-words.ts';
import styles from './clusters.module.css';
import { DecideForm } from './decide-form.tsx';

export interface ClusterViewProps {
  readonly round: Round;
  readonly cluster: Cluster;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly asking: ClusterAct | null;
  readonly onAsk: (act: ClusterAct | null) => void;
  readonly onDecide: (act: ClusterAct, reason: string | null) => void;
}

/** One cluster: how many ballots, about which design, what was counted, what can be decided. Nobody's name. */
export function ClusterView({ round, cluster, heading, asking, onAsk, onDecide }: ClusterViewProps) {
  const text = useText('ops-votes');
  const format = useFormat();
  const lang = useLang();
  const { nameOf, whyNot } = useClusterWords();
  const failed = useHeldActs((state) => state.failed[cluster.id]);
  const { design, ballots, signature } = cluster;
  const [found, ...support] = cluster.signals;
  const { finalists } = text;
  const changes =
    cluster.changesFinalists === null ? finalists.cut : cluster.changesFinalists ? finalists.yes : finalists.no;
  return (
    <article className={styles.cluster}>
      <figure className={`field-of-ink ${styles.field}`} data-ink={monthCode(round.month)}>
        {design && (
          <PlainLink to={`/designs/${design.id}`} className={styles.tee}>
            <Tee
              fabric={design.fabric}
              {...onShirt(design)}
              placeholder={design.placeholder}
              alt={altOf(design, lang)}
              sizes="(max-width: 56.25rem) 70vw, 340px"
              priority
            />
          </PlainLink>
        )}
        <figcaption className={styles.count}>
          <b className="figure">{format.number(ballots)}</b>
          <span className="lead">{text.ballotsWord(ballots)}</span>
        </figcaption>
      </figure>
      <div className={styles.side}>
        <Stack gap={2}>
          <h2 ref={heading} tabIndex={-1} className={`d3 ${styles.title}`}>
            {nameOf(cluster)}
          </h2>
          <p className={styles.tags}>
            <StateTag cluster={cluster} />{' '}
            <span className="small muted">{text.found(format.stamp(cluster.foundAt))}</span>
          </p>
        </Stack>
        {failed && (
          <ErrorNote error={failed} reason={whyNot}>
            {failed.code === 'cannot_decide' ? text.refused : undefined}
          </ErrorNote>
        )}
        <section className={styles.part}>
          <h3 className="strong">{text.evidence}</h3>
          {found && <p className="lead">{text.counts[found.code](found.counts)}</p>}
        </section>
        <section className={styles.part}>
          <h3 className="strong">{text.supporting}</h3>
          {support.length === 0 && <p className="muted">{text.noSupport}</p>}
          {support.map(({ code, counts }) => (
            <p key={code}>
              <b>{text.signals[code]}.</b> {text.counts[code](counts)}
            </p>
          ))}
        </section>
        <dl className={styles.changes}>
          <div>
            <dt>{finalists.question}</dt>
            <dd className="d2">{changes}</dd>
          </div>
        </dl>
        <p className="small muted">
          {cluster.changesFinalists === null && finalists.cutHint} {design && text.punished}
        </p>
        {signature === 'given' && (
          <p>
            <Tag tone="ok">{text.signature.given}</Tag>
          </p>
        )}
        {asking ? (
          <DecideForm
            key={asking}
            act={asking}
            cluster={cluster}
            phase={round.phase}
            onDecide={(reason) => onDecide(asking, reason)}
            onCancel={() => onAsk(null)}
          />
        ) : (
          <ClusterActs cluster={cluster} phase={round.phase} onAsk={onAsk} />
        )}
        <section className={styles.part}>
          <h3 className="strong">{text.decisions}</h3>
          <ClusterDecisions decisions={cluster.decisions} />
        </section>
      </div>
    </article>
  );
}

const tones = { open: 'warn', quarantined: 'bad', dismissed: 'ok', released: 'ok' } as const;

/** Where a cluster is: what waits for a second person says so first. */
export function StateTag({ cluster }: { cluster: Cluster }) {
  const text = useText('ops-votes');
  if (cluster.signature === 'missing') return <Tag tone="warn">{text.signature.missing}</Tag>;
  return <Tag tone={tones[cluster.state]}>{text.states[cluster.state]}</Tag>;
}
