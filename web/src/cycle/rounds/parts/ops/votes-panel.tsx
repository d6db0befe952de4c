import type { getDesk } from '@fraisier/shared/contracts/shop.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Link } from '../../../../platform/ui/link.tsx';
import { type CheckItem, Checklist, Panel } from '../../../../platform/ui/ops/panel.tsx';
import styles from './today.module.css';

/** Suspicious ballots and appeals that wait for a person. */
export function VotesPanel({ desk }: { desk: ResponseOf<typeof getDesk> }) {
  const text = useText('ops-today').votes;
  const { clustersToDecide: clusters, appealsToAnswer: appeals } = desk;
  const item = (count: number, words: string): CheckItem => ({ state: count === 0 ? 'ok' : 'waiting', text: words });
  return (
    <Panel title={text.title}>
      <Checklist items={[item(clusters, text.clusters(clusters)), item(appeals, text.appeals(appeals))]} />
      <p className={styles.foot}>
        <Link to="/ops/votes">{text.open}</Link>
        {appeals > 0 && <Link to="/ops/votes?state=appeals">{text.openAppeals}</Link>}
      </p>
    </Panel>
  );
}
