import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useClusterWords } from './cluster-words.ts';
import styles from './clusters.module.css';

/** What was decided about a cluster, by whom, why and when, and its line of the public log. */
export function ClusterDecisions({ decisions }: Pick<Cluster, 'decisions'>) {
  const text = useText('ops-votes');
  const format = useFormat();
  const { reasonOf } = useClusterWords();
  if (decisions.length === 0) return <p className="muted">{text.noDecision}</p>;
  return (
    <ol className={styles.decisions}>
      {decisions.map((decision) => (
        <li key={`${decision.act} ${decision.decidedAt}`}>
          <p>
            <b>{text.decided[decision.act](format.number(decision.ballots), decision.ballots)}</b>
            <br />
            {reasonOf(decision)}
          </p>
          <p className="small muted">
            {text.byWhom(decision.by ?? text.rule, format.stamp(decision.decidedAt))}
            {decision.leaf && (
              <>
                <br />
                {text.leaf} <code className={styles.leaf}>{decision.leaf.slice(0, 16)}…</code>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
