import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { type Placement, pxPerMm } from '@fraisier/shared/cycle/placement.ts';
import type { PrintMethod } from '@fraisier/shared/cycle/print-promise.ts';
import { type ReactNode, useId } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { CheckIcon } from '../../../platform/ui/icons.tsx';
import { type FileScale, useFindingWords } from '../finding-words.ts';
import { type NumberedFinding, type ReportFinding, reportLines } from '../preflight/report-lines.ts';
import { pixelsAtBest } from '../preflight/sizes.ts';
import type { Choosing } from '../preflight/use-chosen.ts';
import { InkSwatches, Swatch } from './ink-swatches.tsx';
import { Loupe, type LoupePicture } from './loupe.tsx';
import styles from './report.module.css';
import { TextButton } from './text-button.tsx';

export interface ReportProps {
  readonly findings: readonly ReportFinding[];
  readonly file: { readonly format: string; readonly width: number; readonly height: number; readonly bytes: number };
  readonly area: PrintArea;
  readonly placement?: Placement | null | undefined;
  readonly method: PrintMethod;
  readonly inks?: readonly DesignCard['inks'][number][] | undefined;
  /** What the loupe is laid on; without it places are told in words only. */
  readonly picture?: LoupePicture | null | undefined;
  readonly fabric?: string | null | undefined;
  readonly choosing: Choosing;
  /** Lines that the caller adds at the end: what is still being read. */
  readonly children?: ReactNode;
}

/** The pre-flight report: what blocks, then advice, both numbered as on the picture, then what is well. */
export function Report({
  findings,
  file,
  area,
  placement = null,
  method,
  inks = [],
  picture,
  fabric,
  choosing,
  children,
}: ReportProps) {
  const { check, findings: said } = useText('submit');
  const words = useFindingWords();
  const { wanting, fine, sound } = reportLines(findings);
  const facts = words.file(file);
  const scale: FileScale = {
    pxPerMm: file.width > 0 && file.height > 0 ? pxPerMm(area, file, placement) : null,
    method,
    fullPixels: words.pixels(...pixelsAtBest(area)),
  };
  return (
    <ol className={styles.report} aria-label={check.label}>
      {wanting.map((line) => (
        <WantingLine
          key={line.finding.code}
          line={line}
          scale={scale}
          area={area}
          inks={inks}
          picture={picture ?? null}
          fabric={fabric ?? null}
          choosing={choosing}
        />
      ))}
      {fine.map((finding) => {
        const { title, text } = words.of(finding, scale);
        return (
          <ReportLine key={finding.code} level="ok" title={title} text={text}>
            {finding.code === 'inks' && <InkSwatches inks={inks} />}
          </ReportLine>
        );
      })}
      {sound && (
        <ReportLine level="ok" title={said.file.title(facts.format, facts.pixels)} text={said.file.text(facts.size)} />
      )}
      {children}
    </ol>
  );
}

interface WantingLineProps {
  readonly line: NumberedFinding;
  readonly scale: FileScale;
  readonly area: PrintArea;
  readonly inks: readonly DesignCard['inks'][number][];
  readonly picture: LoupePicture | null;
  readonly fabric: string | null;
  readonly choosing: Choosing;
}

function WantingLine({ line, scale, area, inks, picture, fabric, choosing }: WantingLineProps) {
  const { findings: said } = useText('submit');
  const words = useFindingWords();
  const id = useId();
  const { number, finding } = line;
  const { title, text, mend } = words.of(finding, scale);
  const { places, code } = finding;
  const isChosen = choosing.chosen?.code === code;
  const wheres = [...new Set(places.map(words.where))].join(', ');
  return (
    <ReportLine level={finding.level} number={number} title={title} text={text}>
      {mend && (
        <p>
          <b>{said.mend}</b> {mend}
        </p>
      )}
      {code === 'inks' && <InkSwatches inks={inks} />}
      {code === 'background' && <Swatch hex={String(finding.values.hex)} className={styles.swatch} />}
      {places.length > 0 && !isChosen && <p className="unseen">{said.places.all(wheres)}</p>}
      {places.length > 0 && picture && (
        <>
          <TextButton
            data-finding={code}
            aria-expanded={isChosen}
            aria-controls={isChosen ? id : undefined}
            onClick={() => choosing.choose(isChosen ? null : { code, place: 0 })}
          >
            {isChosen ? said.places.hide : said.places.show(places.length)}
          </TextButton>
          {isChosen && (
            <Loupe
              id={id}
              level={finding.level}
              places={places}
              at={Math.min(choosing.chosen?.place ?? 0, places.length - 1)}
              onAt={(place) => choosing.choose({ code, place })}
              picture={picture}
              fabric={fabric}
              area={area}
            />
          )}
        </>
      )}
    </ReportLine>
  );
}

export interface ReportLineProps {
  readonly level: ReportFinding['level'];
  readonly number?: number;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
}

/** One line of it: a number or a tick, the fact, its figure. What is well is one calm line. */
export function ReportLine({ level, number, title, text, children }: ReportLineProps) {
  const { check } = useText('submit');
  return (
    <li className={styles[level]}>
      <span className={styles.sign}>
        {level === 'ok' ? <CheckIcon /> : <span aria-hidden="true">{number}</span>}
        <span className="unseen">{check.levels[level]}</span>
      </span>
      <div className={styles.words}>
        {level === 'ok' ? (
          <p className={styles.calm}>
            <b>{title}.</b> {text && <span className="muted">{text}</span>}
          </p>
        ) : (
          <>
            <h3 className={styles.title}>{title}</h3>
            {text && <p className="muted">{text}</p>}
          </>
        )}
        {children}
      </div>
    </li>
  );
}

/** What is not known yet: said in the place where it will stand. */
export function WaitingLine({ text }: { text: string }) {
  return (
    <li className={styles.waiting}>
      <span className={styles.sign} aria-hidden="true" />
      <p className="muted">{text}</p>
    </li>
  );
}
