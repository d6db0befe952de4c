import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { Phase } from '../../../platform/ui/phase.tsx';
import { hasFinalists } from '../gallery-calls.ts';
import styles from '../gallery-page.module.css';
import { phaseState } from '../phase-state.ts';
import { monthName, monthYear, when } from '../round-words.ts';

/** Whose gallery it is, and the rule that holds in it now. */
export function GalleryTop({ round }: { round: Round }) {
  const text = useText('gallery');
  const { phases } = useText('platform');
  const format = useFormat();
  const { designs } = round.counts;
  const month = monthName(round.slug, format);
  return (
    <header className={styles.top}>
      <div>
        <p className={styles.phase}>
          <Phase state={phaseState(round.phase)}>{phases[round.phase]}</Phase>
          <span className="muted">{text.round(round.number, monthYear(round.slug, format))}</span>
          <PlainLink to="/rounds">{text.all}</PlainLink>
        </p>
        <h1 className="d5">{designs > 0 ? text.title(designs, month) : text.emptyTitle(month)}</h1>
      </div>
      <p className="muted">
        <Intro round={round} />
      </p>
    </header>
  );
}

function Intro({ round }: { round: Round }) {
  const { intro } = useText('gallery');
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? round.planned.voting;
  const { planned, counts } = round;
  switch (round.phase) {
    case 'planned':
      return intro.planned(when(format, planned.collecting, now));
    case 'collecting':
      if (Date.parse(planned.voting) < Date.parse(now))
        return intro.late(counts.designs, format.number(counts.capacity));
      return intro.collecting(when(format, planned.voting, now), counts.designs, format.number(counts.capacity));
    case 'final': {
      const freeze = when(format, planned.freeze, now);
      return hasFinalists(round) ? intro.final(freeze) : intro.voting(freeze);
    }
    case 'voting':
      return intro.voting(when(format, planned.freeze, now));
    case 'frozen':
      return intro.frozen;
    case 'cancelled':
      return round.cancelReason ? `${intro.cancelled} ${intro.cancelReason(round.cancelReason)}` : intro.cancelled;
    default:
      return intro.counted;
  }
}
