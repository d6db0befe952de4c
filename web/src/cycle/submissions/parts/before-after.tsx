import { useText } from '../../../platform/i18n/use-text.ts';
import { Tag } from '../../../platform/ui/tag.tsx';
import { useFindingWords } from '../finding-words.ts';
import { compareReports } from '../preflight/compare-reports.ts';
import type { ReportFinding } from '../preflight/report-lines.ts';
import styles from './before-after.module.css';
import { useVerdict } from './verdict.tsx';

export interface BeforeAfterProps {
  readonly version: number;
  readonly older: readonly ReportFinding[];
  readonly newer: readonly ReportFinding[];
  /** The older one has its report. */
  readonly decided: boolean;
}

/** The verdict on the file that is in the round beside the one on the new file, and what has changed between them. */
export function BeforeAfter({ version, older, newer, decided }: BeforeAfterProps) {
  const { own } = useText('submit');
  const text = own.compare;
  const words = useFindingWords();
  const verdict = useVerdict();
  if (!decided || older.length === 0) return null;
  const { mended, left, added } = compareReports(older, newer);
  const rows = [
    ['ok', text.mended, mended],
    ['warn', text.left, left],
    ['bad', text.added, added],
  ] as const;
  return (
    <section className={styles.compare} aria-label={text.label}>
      <dl className={styles.verdicts}>
        <div>
          <dt className="small muted">{text.before(version)}</dt>
          <dd className="muted">{verdict(older)}</dd>
        </div>
        <div>
          <dt className="small muted">{text.after}</dt>
          <dd className="strong">{verdict(newer)}</dd>
        </div>
      </dl>
      <ul className={styles.changes}>
        {rows.flatMap(([tone, label, findings]) =>
          findings.map((finding) => (
            <li key={`${label} ${finding.code}`}>
              <Tag tone={tone}>{label}</Tag> {words.of(finding).title}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
