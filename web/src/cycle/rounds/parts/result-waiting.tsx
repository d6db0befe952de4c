import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { Actions, Wrap } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { Phase } from '../../../platform/ui/phase.tsx';
import { phaseState } from '../phase-state.ts';
import styles from '../result-page.module.css';
import { monthName, when } from '../round-words.ts';

/** Before the count: when the result comes, and what can be done until then. */
export function ResultWaiting({ round }: { round: Round }) {
  const { waiting } = useText('result');
  const { phases } = useText('platform');
  const format = useFormat();
  const at = `/rounds/${round.slug}`;
  const votes = round.phase === 'voting' || round.phase === 'final';
  return (
    <section className="field-of-ink" data-ink={monthCode(round.month)}>
      <Wrap className={styles.waiting}>
        <p>
          <Phase state={phaseState(round.phase)}>{phases[round.phase]}</Phase>
        </p>
        <h1 className="d5">{waiting.title(monthName(round.slug, format))}</h1>
        <p className="lead">
          <Reason round={round} /> {round.phase !== 'cancelled' && waiting.appeals(round.promise.appealHours)}
        </p>
        <Actions>
          {votes && (
            <ButtonLink kind="ink" to={`${at}/ballot`} wideOnPhone>
              {waiting.ballot}
            </ButtonLink>
          )}
          {round.phase === 'collecting' && (
            <ButtonLink kind="ink" to={`${at}/submit`} wideOnPhone>
              {waiting.submit}
            </ButtonLink>
          )}
          <Link to={at}>{waiting.gallery}</Link>
        </Actions>
      </Wrap>
    </section>
  );
}

function Reason({ round }: { round: Round }) {
  const { waiting } = useText('result');
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? round.planned.voting;
  const { planned } = round;
  const say = (at: string) => when(format, at, now);
  switch (round.phase) {
    case 'planned':
      return waiting.planned(say(planned.collecting));
    case 'collecting':
      return waiting.collecting(say(planned.voting), say(planned.freeze));
    case 'cancelled':
      return round.cancelReason ? `${waiting.cancelled} ${round.cancelReason}` : waiting.cancelled;
    case 'frozen':
      return waiting.frozen;
    default:
      return waiting.voting(say(planned.freeze));
  }
}
