import type { CancelReasonCode, CloseReasonCode, PassOverReasonCode } from '@fraisier/shared/cycle/close-rules.ts';
import { type AdvanceReasonCode, roundPhases } from '@fraisier/shared/cycle/round-phase.ts';
import type { QuorumReasonCode } from '@fraisier/shared/cycle/tally.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';

/** Why a plan is refused. */
type PlanReasonCode =
  | 'out_of_order'
  | 'does_not_touch'
  | 'overlaps'
  | 'changed_meanwhile'
  | 'month_twice'
  | 'before_first_round'
  | 'no_such_month'
  | 'already_begun'
  | 'in_the_past';

/** What an operator should know before closing, and what may have changed since they read it. */
type CountReasonCode =
  | 'already_decided'
  | 'count_changed'
  | 'winners_changed'
  | 'other_count'
  | 'other_winners'
  | 'photo_finish'
  | 'shared_place'
  | 'no_winner'
  | 'shortlist'
  | 'passed_over'
  | 'beyond_reserve';

export type RoundReasonCode =
  | AdvanceReasonCode
  | CloseReasonCode
  | CancelReasonCode
  | PassOverReasonCode
  | QuorumReasonCode
  | PlanReasonCode
  | CountReasonCode;

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const inMoney: readonly string[] = ['bounty_not_covered', 'beyond_reserve'];

/** Puts the reasons of rounds into words. `nameOf` gives the title of a design that a reason names. */
export function useRoundReason(nameOf: (design: string) => string | undefined = () => undefined) {
  const { reasons } = useText('ops-rounds');
  const { moments } = useText('ops-rounds');
  const { phases, unsaid, aDesign } = useText('ops');
  const format = useFormat();

  const word = (text: string): string => {
    if (MOMENT.test(text)) return format.stamp(text);
    if (text === 'freeze') return moments.freeze;
    const phase = roundPhases.find((one) => one === text);
    return phase ? phases[phase].toLowerCase() : text;
  };

  return ({ code, field, detail = '' }: ProblemReason): string => {
    const say = (reasons as Partial<Record<string, (typeof reasons)[RoundReasonCode]>>)[code];
    if (!say) return detail ? `${unsaid(code)} ${detail}` : unsaid(code);
    const [a = '', b = ''] = detail.split(/ → |[ /]/);
    const whole = inMoney.includes(code) ? format.money(Number(detail)) : word(detail);
    return say({ a: word(a), b: word(b), whole, name: (field && nameOf(field)) || aDesign });
  };
}
