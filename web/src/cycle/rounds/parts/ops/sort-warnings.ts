import type { ProblemReason } from '@fraisier/shared/http/problems.ts';

/** Finalists that all have as many ratings of as many expected: `24/30`. */
export interface Short {
  readonly detail: string;
  readonly names: readonly string[];
}

/**
 * What to know before a close, each thing once. Finalists that miss as many ratings stand in one line instead of sixteen,
 * and where a place is shared nothing is said of how close the first two are: both win.
 */
export function sortWarnings(
  warnings: readonly ProblemReason[],
  titleOf: (design: string) => string | undefined,
): { told: ProblemReason[]; short: Short[] } {
  const isShared = warnings.some(({ code }) => code === 'shared_place');
  const told: ProblemReason[] = [];
  const short = new Map<string, string[]>();
  for (const warning of warnings) {
    const { code, field, detail } = warning;
    const title = field && titleOf(field);
    if (code === 'photo_finish' && isShared) continue;
    if (code === 'finalist_short' && detail && title) short.set(detail, [...(short.get(detail) ?? []), title]);
    else told.push(warning);
  }
  return { told, short: [...short].map(([detail, names]) => ({ detail, names })) };
}
