import type { LedgerSubject } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import styles from './cause-link.module.css';

/** From what is booked to what it was booked for. */
export function CauseLink({ cause, about }: { cause: string; about: LedgerSubject | null }) {
  const { cause: label, go } = useText('ops-ledger').journal;
  const places: readonly (readonly [to: string, label: string] | null)[] = about
    ? [
        about.order ? [`/orders/${about.order}`, go.order] : null,
        about.bounty ? [`/bounties/${about.bounty}`, go.bounty] : null,
        about.payout ? [`/ops/bounties#${about.payout}`, go.payout] : null,
        about.round ? [`/ops/rounds/${about.round}`, go.round] : null,
      ]
    : [];
  return (
    <div className={styles.cause}>
      <p className="small muted">
        {label} <code>{cause}</code>
      </p>
      <p className={styles.places}>
        {places
          .filter((place) => place !== null)
          .map(([to, name]) => (
            <PlainLink key={to} to={to}>
              {name}
            </PlainLink>
          ))}
      </p>
    </div>
  );
}
