import type { Finding } from '@fraisier/shared/contracts/submissions.ts';
import type { FindingCode } from '@fraisier/shared/cycle/artwork-rules.ts';
import type * as Type from 'typebox';

export type ReportFinding = Type.Static<typeof Finding>;

/** A finding to look at, under the number that it has in the list and on the picture. */
export interface NumberedFinding {
  readonly number: number;
  readonly finding: ReportFinding;
}

export interface ReportLines {
  /** What blocks, then advice. */
  readonly wanting: readonly NumberedFinding[];
  /** What is well and worth a line. */
  readonly fine: readonly ReportFinding[];
  /** Format, weight and size are all well: one line for them together. */
  readonly sound: boolean;
}

/** What a file must be at all. */
const basics = [
  'format',
  'file_size',
  'side_too_long',
  'too_many_pixels',
  'too_small',
] as const satisfies FindingCode[];
/** Said only when they are not well: the lines of others say it then. */
const unsaid: readonly string[] = [...basics, 'blank', 'background', 'shape', 'empty_margin'] satisfies FindingCode[];

/** The findings as the report shows them: nothing is said twice, and of an empty picture nothing else. */
export function reportLines(findings: readonly ReportFinding[]): ReportLines {
  const has = (code: FindingCode, level: ReportFinding['level']) =>
    findings.some((finding) => finding.code === code && finding.level === level);
  const isBlank = has('blank', 'block');
  const told = findings.filter(({ code, level }) => {
    if (isBlank) return level === 'block';
    // A flat background is opaque: its line says more.
    return !(code === 'transparency' && level === 'warn' && has('background', 'warn'));
  });
  const wanting = [...told.filter(({ level }) => level === 'block'), ...told.filter(({ level }) => level === 'warn')];
  return {
    wanting: wanting.map((finding, index) => ({ number: index + 1, finding })),
    fine: told.filter(({ code, level }) => level === 'ok' && !unsaid.includes(code)),
    sound:
      findings.length > 0 &&
      findings.every(({ code, level }) => !(basics as readonly string[]).includes(code) || level === 'ok'),
  };
}

/** How many things are to be corrected, and how much is advice. */
export function countsOf(findings: readonly ReportFinding[]): { blocks: number; advice: number } {
  const { wanting } = reportLines(findings);
  const blocks = wanting.filter(({ finding }) => finding.level === 'block').length;
  return { blocks, advice: wanting.length - blocks };
}
