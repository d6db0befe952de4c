import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';

/** A published reason that says nothing is bad input, whatever else stands in the way of the act. */
export function refuseReason(reasons: readonly ProblemReason[]): void {
  const wrong = reasons.filter((reason) => reason.field === 'reason');
  if (wrong.length > 0) throw new Problem('bad_input', { reasons: wrong.map((one) => ({ ...one, field: '/reason' })) });
}
