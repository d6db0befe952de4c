import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { Placement } from '@fraisier/shared/cycle/placement.ts';
import type { PrintPromise } from '@fraisier/shared/cycle/print-promise.ts';
import { type ReactNode, useRef } from 'react';
import { type ReportFinding, reportLines } from '../preflight/report-lines.ts';
import { sizesOf, truePixels } from '../preflight/sizes.ts';
import { SIZES, useChosen } from '../preflight/use-chosen.ts';
import styles from './checked-file.module.css';
import { PrintSheet } from './print-sheet.tsx';
import { PrintSizes } from './print-sizes.tsx';
import { Report } from './report.tsx';

export interface CheckedFileProps {
  readonly area: PrintArea;
  readonly print: Pick<PrintPromise, 'method' | 'safeMarginMm' | 'goodDpi' | 'leastDpi'>;
  readonly fabric: string | null;
  readonly alt: string;
  readonly file: { readonly format: string; readonly width: number; readonly height: number; readonly bytes: number };
  /** Where it stands on the shirt; as large as fits without it. */
  readonly placement?: Placement | null | undefined;
  /** What is shown anew when it changes: the file itself, or its version. */
  readonly of: unknown;
  readonly findings: readonly ReportFinding[];
  readonly inks: readonly DesignCard['inks'][number][];
  /** On the sheet. */
  readonly picture: Picture | null;
  /** Under the loupe: the same, larger. */
  readonly close: Picture | null;
  readonly caption?: ReactNode;
  /** What stands on the sheet while there is no picture. */
  readonly empty?: string | undefined;
  /** Above the report. */
  readonly verdict: ReactNode;
  /** At the end of the report. */
  readonly waiting?: ReactNode;
  /** Below the report. */
  readonly children?: ReactNode;
}

/** A file on its sheet with what is marked on it, and the report beside: choosing in one shows it in the other. */
export function CheckedFile({ area, print, fabric, alt, file, findings, picture, close, ...rest }: CheckedFileProps) {
  const choosing = useChosen(findings, rest.of);
  const report = useRef<HTMLDivElement>(null);
  const { wanting } = reportLines(findings);
  // What does not open has no size in print, whatever its header says.
  const sizes = findings.some(({ code }) => code === SIZES) ? sizesOf(truePixels(file, findings), area, print) : [];
  const hasMarks = wanting.some(({ finding }) => finding.places.length > 0);
  // Frames and rings together would hide the picture.
  const framed = !hasMarks || choosing.chosen?.code === SIZES;
  const goTo = (code: string) => {
    // Once the loupe is there, which moves what is below it.
    requestAnimationFrame(() => {
      const line = report.current?.querySelector<HTMLElement>(`[data-finding="${code}"]`);
      line?.focus({ preventScroll: true });
      line?.closest('li')?.scrollIntoView({ block: 'nearest' });
    });
  };
  return (
    <div className={styles.checked}>
      <div className={styles.sheet}>
        <PrintSheet
          area={area}
          fabric={fabric}
          picture={picture}
          alt={alt}
          placement={rest.placement}
          lines={wanting}
          choosing={choosing}
          onNumber={goTo}
          sizes={picture && framed ? sizes : []}
          safeMarginMm={print.safeMarginMm}
          empty={rest.empty}
          caption={
            <>
              {rest.caption && <p className="small muted">{rest.caption}</p>}
              <PrintSizes
                sizes={sizes}
                drawn={picture ? framed : null}
                onDraw={() => choosing.choose({ code: SIZES, place: 0 })}
              />
            </>
          }
        />
      </div>
      <div className={styles.side} ref={report}>
        <div>
          {rest.verdict}
          <Report
            findings={findings}
            file={file}
            area={area}
            placement={rest.placement}
            method={print.method}
            inks={rest.inks}
            picture={close ?? picture}
            fabric={fabric}
            choosing={choosing}
          >
            {rest.waiting}
          </Report>
        </div>
        {rest.children}
      </div>
    </div>
  );
}
