import { useText } from '../../../platform/i18n/use-text.ts';
import type { ReadFile } from '../preflight/read-file.ts';
import { countsOf, type ReportFinding } from '../preflight/report-lines.ts';
import styles from './verdict.module.css';

/** The report in one sentence. */
export function useVerdict(): (findings: readonly ReportFinding[]) => string {
  const { check: text } = useText('submit');
  return (findings) => {
    const { blocks, advice } = countsOf(findings);
    if (blocks > 0) return advice > 0 ? text.both(text.block(blocks), text.advices(advice)) : `${text.block(blocks)}.`;
    return advice > 0 ? text.advice(advice) : text.none;
  };
}

export interface VerdictProps {
  readonly findings: readonly ReportFinding[];
  /** How far a file is read here; not given where the shop has read it. */
  readonly stage?: ReadFile['stage'];
  /** What the verdict is on, where the page has other headings. */
  readonly title?: string;
}

/** The verdict, first and large; read out when it is there. */
export function Verdict({ findings, stage = 'done', title }: VerdictProps) {
  const { check: text } = useText('submit');
  const verdict = useVerdict();
  const said = { opening: text.opening, measuring: text.measuring, unmeasured: text.unmeasured, done: '' }[stage];
  return (
    <div className={styles.verdict} role="status" tabIndex={-1} ref={title ? undefined : catchFocus}>
      {title && <h3 className="small muted">{title}</h3>}
      {title ? <p className="d3">{said || verdict(findings)}</p> : <h2 className="d3">{said || verdict(findings)}</h2>}
      {stage === 'unmeasured' && <p className="muted">{text.unmeasuredText}</p>}
    </div>
  );
}

/** What had the focus may have gone with the page as it was before the file. */
function catchFocus(verdict: HTMLElement | null): void {
  if (document.activeElement === document.body) verdict?.focus({ preventScroll: true });
}
