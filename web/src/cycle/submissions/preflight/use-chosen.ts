import { useState } from 'react';
import { type ReportFinding, reportLines } from './report-lines.ts';

/** Chosen in place of a finding: the sizes in print are drawn instead of marks. */
export const SIZES = 'resolution';

/** A finding whose places are looked at, and which of them. */
export interface Chosen {
  readonly code: string;
  readonly place: number;
}

export interface Choosing {
  readonly chosen: Chosen | null;
  choose(chosen: Chosen | null): void;
}

/** Which finding is looked at closely: the first that has a place, until somebody chooses. Another file begins anew. */
export function useChosen(findings: readonly ReportFinding[], file: unknown): Choosing {
  const [kept, setKept] = useState<{ file: unknown; chosen: Chosen | null } | null>(null);
  const first = reportLines(findings).wanting.find(({ finding }) => finding.places.length > 0);
  return {
    chosen: kept?.file === file ? (kept?.chosen ?? null) : first ? { code: first.finding.code, place: 0 } : null,
    choose: (chosen) => setKept({ file, chosen }),
  };
}
