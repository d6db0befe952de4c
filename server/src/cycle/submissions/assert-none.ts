import { Problem, type ProblemCode, type ProblemReason } from '@fraisier/shared/http/problems.ts';

/** Pure rules give every reason at once: the first names the problem, and all of them are told. */
export function assertNone(reasons: readonly (ProblemReason & { readonly code: ProblemCode })[]): void {
  const [first] = reasons;
  if (first) throw new Problem(first.code, { reasons });
}
