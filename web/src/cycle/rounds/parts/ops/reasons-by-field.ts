import type { ProblemReason } from '@fraisier/shared/http/problems.ts';

/** The reasons that belong to a field, several to one sentence after another. */
export function errorsByField(
  reasons: readonly ProblemReason[],
  say: (reason: ProblemReason) => string,
): Partial<Record<string, string>> {
  const errors: Partial<Record<string, string>> = {};
  for (const reason of reasons) {
    const field = reason.field?.replace(/^\//, '');
    if (!field) continue;
    errors[field] = errors[field] ? `${errors[field]} ${say(reason)}` : say(reason);
  }
  return errors;
}
