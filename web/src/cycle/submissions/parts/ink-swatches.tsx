import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import styles from './ink-swatches.module.css';

/** The inks found in the file and what each covers. */
export function InkSwatches({ inks }: { inks: readonly DesignCard['inks'][number][] }) {
  const { findings: text } = useText('submit');
  const format = useFormat();
  if (inks.length === 0) return null;
  return (
    <div>
      <p className="small muted">{text.inks.coverage}</p>
      <ul className={`small num ${styles.inks}`}>
        {inks.map(({ hex, coverage }) => (
          <li key={hex}>
            <Swatch hex={hex} className={styles.ink} />
            <span className="unseen">{hex} </span>
            {format.percent(coverage, 1)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A colour as an attribute, for no style may stand in the page. */
export function Swatch({ hex, className }: { hex: string; className: string | undefined }) {
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" className={className} aria-hidden="true">
      <rect width="1" height="1" fill={hex} />
    </svg>
  );
}
