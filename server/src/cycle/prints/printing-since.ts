import type { StandingPrint } from './printed.sql.ts';

/** When the first of these pieces went to the print shop; null while none has. */
export function printingSince(prints: readonly StandingPrint[] = []): Date | null {
  const [first] = prints.map((print) => print.ordered_at).sort((a, b) => a.getTime() - b.getTime());
  return first ?? null;
}
