import {
  type Cluster,
  dismissCluster,
  listAppeals,
  listClusters,
  quarantineCluster,
  releaseCluster,
  signCluster,
} from '@fraisier/shared/contracts/ballots-desk.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getCount } from '@fraisier/shared/contracts/rounds-close.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import type {
  ClusterAct,
  DismissReason,
  operatorReleaseReasons,
  QuarantineReason,
} from '@fraisier/shared/cycle/desk-rules.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Flat } from '../../../../platform/ui/flat.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { heldAct, hold } from '../../../../platform/ui/ops/held-acts.ts';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { QueueDesk } from '../../../../platform/ui/ops/queue-desk.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import type { Pages } from '../../../../platform/ui/ops/use-pages.ts';
import { useQueue } from '../../../../platform/ui/ops/use-queue.ts';
import { ClusterView, StateTag } from './cluster-view.tsx';
import { useClusterWords } from './cluster-words.ts';
import styles from './clusters.module.css';

const stale = [listClusters, listAppeals, getDesk, getCount, getResult];

export interface ClusterDeskProps {
  readonly round: Round;
  readonly items: readonly Cluster[];
  readonly pages: Pages<Cluster>;
  readonly first: string | null;
  readonly empty: ReactNode;
  /** Told what is tried, so that a refusal can be explained wherever the operator is by then. */
  readonly onTry: (cluster: Cluster) => void;
}

/** The clusters at the side, one of them large, the decision under the hand. */
export function ClusterDesk({ round, items, pages, first, empty, onTry }: ClusterDeskProps) {
  const text = useText('ops-votes');
  const format = useFormat();
  const client = useQueryClient();
  const { nameOf } = useClusterWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asking, setAsking] = useState<ClusterAct | null>(null);
  const queue = useQueue(items, first, () => {
    setAsking(null);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  });
  const { current } = queue;

  const decide = (act: ClusterAct, reason: string | null) => {
    if (!current) return;
    const params = { round: round.slug, cluster: current.id };
    const name = nameOf(current);
    const said = act === 'signature' ? text.said.signature(name) : text.said[act](name, current.ballots);
    const about = { key: current.id, said, stale };
    onTry(current);
    if (act === 'quarantine') {
      const body = { reason: reason as QuarantineReason };
      hold(heldAct(client, quarantineCluster, { params, body }, about));
    } else if (act === 'dismissal') {
      hold(heldAct(client, dismissCluster, { params, body: { reason: reason as DismissReason } }, about));
    } else if (act === 'release') {
      const body = { reason: reason as (typeof operatorReleaseReasons)[number] };
      hold(heldAct(client, releaseCluster, { params, body }, about));
    } else {
      hold(heldAct(client, signCluster, { params }, about));
    }
    queue.passOn();
  };
  const ask = (act: ClusterAct) => (current?.can.includes(act) ? () => setAsking(act) : undefined);
  useKeys({
    m: ask('quarantine'),
    l: ask('dismissal'),
    r: ask('release'),
    s: ask('signature'),
    ...queue.keys,
    Escape: asking ? () => setAsking(null) : undefined,
  });

  // Back from the form, the focus is where the decision was asked for.
  const cancel = (act: ClusterAct | null) => {
    setAsking(act);
    if (act === null) heading.current?.focus({ preventScroll: true });
  };
  if (!current) {
    return (
      <>
        {empty}
        <MoreButton pages={pages} />
      </>
    );
  }
  return (
    <QueueDesk
      label={text.queue}
      pages={pages}
      current={current.id}
      onSelect={queue.select}
      entries={queue.items.map((cluster) => ({
        id: cluster.id,
        name: cluster.design?.title ?? text.signals[cluster.signal],
        state: (
          <>
            <span className="small muted">
              {cluster.design && `${text.signals[cluster.signal]}, `}
              {text.ballots(format.number(cluster.ballots), cluster.ballots)}
            </span>
            {cluster.signature === 'missing' && <StateTag cluster={cluster} />}
          </>
        ),
        picture: cluster.design ? (
          <Flat fabric={cluster.design.fabric} pictures={cluster.design.pictures} alt="" tight sizes="52px" />
        ) : (
          <span className={`field-of-ink figure ${styles.thumb}`} data-ink={monthCode(round.month)} aria-hidden="true">
            {format.number(cluster.ballots)}
          </span>
        ),
      }))}
    >
      <ClusterView
        key={current.id}
        round={round}
        cluster={current}
        heading={heading}
        asking={asking && current.can.includes(asking) ? asking : null}
        onAsk={cancel}
        onDecide={decide}
      />
    </QueueDesk>
  );
}
