import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { FINALISTS } from '@fraisier/shared/cycle/voting-rules.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Days } from '../../../platform/ui/days.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { finalistsKnown } from '../gallery-calls.ts';
import { voteDays } from '../vote-days.ts';
import styles from './hero.module.css';

/** The days of a vote or of a collection, today and its end among them. */
export function HeroDays({ round }: { round: Round }) {
  const { days } = useText('home');
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  const { phase, planned, actual } = round;
  const votes = phase === 'voting' || phase === 'final';
  if (!now || !(votes || phase === 'collecting')) return null;
  const end = votes ? planned.freeze : planned.voting;
  const opened = votes ? (actual.voting ?? planned.voting) : (actual.collecting ?? planned.collecting);
  const strip = voteDays(opened, end, now, format);
  const words = [format.relativeDays(end, now), format.weekday(end), format.time(end)] as const;
  const said = votes ? days.label : days.collectLabel;
  return (
    <div className={styles.days}>
      <Days
        total={strip.total}
        now={strip.now}
        end={strip.total}
        label={said(strip.now, strip.total, `${format.day(end)}, ${format.time(end)}`)}
        from={format.day(strip.first)}
        to={votes ? days.closes(...words) : Date.parse(end) < Date.parse(now) ? days.late : days.votes(...words)}
      />
      {votes && <FinalNote round={round} now={now} />}
    </div>
  );
}

function FinalNote({ round, now }: { round: Round; now: string }) {
  const { days, act } = useText('home');
  const format = useFormat();
  const { designs } = round.counts;
  const { final } = round.planned;
  return (
    <p className={`${styles.after} small`}>
      <span className="muted">
        {round.phase === 'final'
          ? days.finalOn(finalistsKnown(designs))
          : days.final(Math.min(FINALISTS, designs), format.relativeDays(final, now), format.moment(final))}{' '}
        {round.extendedUntil && days.extended}
      </span>
      <Link to={`/rounds/${round.slug}`}>{act.gallery(designs)}</Link>
    </p>
  );
}
