import { type ReportFinding, reportLines } from './report-lines.ts';

export interface Compared {
  /** What the older file had and this one has not. */
  readonly mended: readonly ReportFinding[];
  /** What both have. */
  readonly left: readonly ReportFinding[];
  /** What only this one has. */
  readonly added: readonly ReportFinding[];
}

/** What another file changes about the report of the one it replaces. */
export function compareReports(older: readonly ReportFinding[], newer: readonly ReportFinding[]): Compared {
  const [before, after] = [older, newer].map((findings) => reportLines(findings).wanting.map(({ finding }) => finding));
  const isIn = (findings: readonly ReportFinding[] = []) => {
    const codes = new Set(findings.map(({ code }) => code));
    return ({ code }: ReportFinding) => codes.has(code);
  };
  return {
    mended: (before ?? []).filter((finding) => !isIn(after)(finding)),
    left: (after ?? []).filter(isIn(before)),
    added: (after ?? []).filter((finding) => !isIn(before)(finding)),
  };
}
