import { listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import type { SubmitReasonCode } from '@fraisier/shared/cycle/submission-rules.ts';
import type { ReactNode } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { monthYear } from '../../rounds/round-words.ts';
import styles from './submit-shut.module.css';

/** Why this round takes no design of this person now, and where to go instead. */
export function SubmitShut({ round, why, now }: { round: Round; why: SubmitReasonCode; now: string }) {
  const { shut: text } = useText('submit');
  const format = useFormat();
  const open = useCall(listRounds).data?.items.find(
    (other) =>
      other.slug !== round.slug && other.phase === 'collecting' && Date.parse(other.planned.voting) > Date.parse(now),
  );
  const { title, words } = useWords(round, why);
  return (
    <div className={`${styles.field} field-of-ink`} data-ink={monthCode(round.month)}>
      <div className={styles.inner}>
        <h1 className="d6 accented">{title}</h1>
        <p className="lead">{words}</p>
        <Actions>
          {why === 'too_many_designs' ? (
            <ButtonLink kind="ink" to="/me">
              {text.mine}
            </ButtonLink>
          ) : open ? (
            <ButtonLink kind="ink" to={`/rounds/${open.slug}/submit`}>
              {text.other(monthYear(open.slug, format))}
            </ButtonLink>
          ) : (
            <ButtonLink kind="ink" to="/rounds">
              {text.rounds}
            </ButtonLink>
          )}
          <Link to={round.phase === 'planned' ? '/pages/designers' : `/rounds/${round.slug}`}>
            {round.phase === 'planned' ? text.template : text.round}
          </Link>
        </Actions>
      </div>
    </div>
  );
}

function useWords(round: Round, why: SubmitReasonCode): { title: string; words: ReactNode } {
  const { shut: text } = useText('submit');
  const format = useFormat();
  const moment = (at: string) => `${format.day(at)}, ${format.time(at)}`;
  if (why === 'round_full') return { title: text.full, words: text.fullText(round.counts.capacity) };
  if (why === 'too_many_designs') return { title: text.enough, words: text.enoughText };
  switch (round.phase) {
    case 'planned':
      return { title: text.planned, words: text.plannedText(moment(round.planned.collecting)) };
    case 'collecting':
    case 'voting':
    case 'final':
      return { title: text.closed, words: text.closedText(moment(round.actual.voting ?? round.planned.voting)) };
    case 'cancelled':
      return { title: text.cancelled, words: round.cancelReason ?? text.overText };
    default:
      return { title: text.over, words: text.overText };
  }
}
