import type { Finding } from '@fraisier/shared/contracts/submissions.ts';
import type { ReactNode } from 'react';
import type * as Type from 'typebox';
import { useText } from '../../../platform/i18n/use-text.ts';
import { CheckIcon } from '../../../platform/ui/icons.tsx';
import { useFindingWords } from '../finding-words.ts';
import styles from './report.module.css';

export type ReportFinding = Type.Static<typeof Finding>;

export interface ReportProps {
  readonly findings: readonly ReportFinding[];
  readonly file: { readonly format: string; readonly width: number; readonly height: number; readonly bytes: number };
  /** Lines that the caller adds: inks. */
  readonly children?: ReactNode;
}

const grave = { block: 0, warn: 1, ok: 2 };
/** What a file must be at all: one line together when all of it is well. */
const basics = new Set(['format', 'file_size', 'side_too_long', 'too_many_pixels', 'too_small']);

/** The pre-flight report: what blocks, then advice, both numbered, then what is well. */
export function Report({ findings, file, children }: ReportProps) {
  const { check, findings: said } = useText('submit');
  const words = useFindingWords();
  const isBlank = findings.some(({ code, level }) => code === 'blank' && level === 'block');
  const shown = findings
    // Of an empty picture there is nothing else to say.
    .filter(({ code, level }) => !isBlank || level === 'block' || basics.has(code))
    .filter((finding) => finding.level !== 'ok' || (!basics.has(finding.code) && finding.code !== 'blank'))
    .toSorted((a, b) => grave[a.level] - grave[b.level]);
  const isSound = findings.length > 0 && findings.every(({ code, level }) => !basics.has(code) || level === 'ok');
  const facts = words.file(file);
  return (
    <ol className={styles.report} aria-label={check.label}>
      {shown.map((finding, index) => (
        <ReportLine key={finding.code} level={finding.level} number={index + 1} {...words.of(finding)} />
      ))}
      {isSound && (
        <ReportLine level="ok" title={said.file.title(facts.format, facts.pixels)} text={said.file.text(facts.size)} />
      )}
      {children}
    </ol>
  );
}

export interface ReportLineProps {
  readonly level: ReportFinding['level'];
  readonly number?: number;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
}

/** One line of it: a number or a tick, the fact, its figure. */
export function ReportLine({ level, number, title, text, children }: ReportLineProps) {
  const { check } = useText('submit');
  return (
    <li className={styles[level]}>
      <span className={styles.sign}>
        {level === 'ok' ? <CheckIcon /> : <span aria-hidden="true">{number}</span>}
        <span className="unseen">{check.levels[level]}</span>
      </span>
      <div>
        <p className="strong">{title}</p>
        {text && <p className="muted">{text}</p>}
        {children}
      </div>
    </li>
  );
}
