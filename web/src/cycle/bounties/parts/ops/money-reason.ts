import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';

/** Why a file cannot be made, with the bounty that each reason is about. */
export function useMoneyReason(bounties: readonly Bounty[]): (reason: ProblemReason) => string {
  const { reasons, bounty: nameOf } = useText('ops-money');
  const { unsaid } = useText('ops');
  return ({ code, field }) => {
    const sentence = (reasons as Partial<Record<string, string>>)[code] ?? unsaid(code);
    const about = bounties.find((one) => one.id === field);
    return about ? `${nameOf(about.roundNumber)}, ${sentence}` : sentence;
  };
}
