import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { ClusterAct } from '@fraisier/shared/cycle/desk-rules.ts';
import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import { useId } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { KeyHint } from '../../../../platform/ui/key-hint.tsx';
import { useClusterWords } from './cluster-words.ts';
import styles from './clusters.module.css';
import { offeredActs } from './offered-acts.ts';

export interface ClusterActsProps {
  readonly cluster: Cluster;
  readonly phase: RoundPhase;
  readonly onAsk: (act: ClusterAct) => void;
}

/** What can be decided, of equal weight; what cannot, with the reason. */
export function ClusterActs({ cluster, phase, onAsk }: ClusterActsProps) {
  const text = useText('ops-votes');
  const { whyNot } = useClusterWords();
  const id = useId();
  const offered = offeredActs(cluster, phase);
  const refusals = [...new Set(offered.flatMap((one) => (one.whyNot ? [whyNot(one.whyNot)] : [])))];
  const isOver = offered.length === 0;
  // Somebody else can do it: then it is shown. What nobody can do any more is only said.
  const shown = offered.filter((one) => !one.whyNot || one.whyNot.code === 'second_operator_needed');
  return (
    <div className={styles.acts}>
      {shown.length > 0 && (
        <div className={styles.decide}>
          {shown.map(({ act, whyNot: against }) => (
            <Button
              key={act}
              kind="line"
              aria-describedby={against ? id : undefined}
              disabledReason={against ? text.acts[act] : undefined}
              onClick={() => onAsk(act)}
            >
              {text.acts[act]} <KeyHint>{text.keys[act]}</KeyHint>
            </Button>
          ))}
        </div>
      )}
      {refusals.map((words) => (
        <p key={words} id={id} className="small muted">
          {words}
        </p>
      ))}
      {isOver && <p className="small muted">{text.over}</p>}
    </div>
  );
}
