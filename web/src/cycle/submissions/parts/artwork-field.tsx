import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { looksLike } from '@fraisier/shared/cycle/artwork/oklab.ts';
import { ARTWORK_LIMITS, artworkFormats } from '@fraisier/shared/cycle/artwork-rules.ts';
import { type FabricId, fabricIds, fabrics } from '@fraisier/shared/cycle/garments.ts';
import type { Placement } from '@fraisier/shared/cycle/placement.ts';
import type { ReactNode } from 'react';
import type { FailureCode } from '../../../platform/api.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { FileDrop } from '../../../platform/ui/file-drop.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { ProblemText } from '../../../platform/ui/problem-text.tsx';
import { fabricName } from '../card-words.ts';
import { useFindingWords } from '../finding-words.ts';
import type { ReadFile } from '../preflight/read-file.ts';
import { pixelsAtBest } from '../preflight/sizes.ts';
import { isFileProblem } from '../submit-problems.ts';
import type { Sending } from '../use-artwork-upload.ts';
import styles from './artwork-field.module.css';
import { CheckedFile } from './checked-file.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { WaitingLine } from './report.tsx';
import { SendingProgress } from './sending-progress.tsx';
import { Verdict } from './verdict.tsx';

export interface ArtworkFieldProps {
  readonly round: Pick<Round, 'promise' | 'month'>;
  readonly read: ReadFile | null;
  readonly fabric: FabricId | null;
  readonly alt: string;
  readonly placement: Placement | null;
  readonly sending: Sending | null;
  readonly onStop: () => void;
  readonly onFile: (file: File) => void;
  /** A sentence, or the code of a refusal. */
  readonly error?: string | undefined;
}

export const ARTWORK_TYPES = artworkFormats.map((format) => `image/${format}`);

/** The file: taken, laid on the print area, checked here before it leaves, then sent. */
export function ArtworkField({
  round,
  read,
  fabric,
  alt,
  placement,
  sending,
  onStop,
  onFile,
  error,
}: ArtworkFieldProps) {
  const text = useText('submit');
  const format = useFormat();
  const drop = (
    <FileDrop
      label={text.drop.label}
      accept={ARTWORK_TYPES}
      maxBytes={ARTWORK_LIMITS.maxBytes}
      isLookedInto
      file={read?.file ?? null}
      onFile={onFile}
      hint={text.drop.hint(format.fileSize(ARTWORK_LIMITS.maxBytes))}
      error={error && isFileProblem(error as FailureCode) ? <ProblemText code={error as FailureCode} /> : error}
    />
  );
  const area = round.promise.printArea;
  if (!read || sending) {
    return (
      <div className={styles.empty} data-ink={monthCode(round.month)} data-sending={sending ? '' : undefined}>
        <div className={styles.side}>
          {read && sending ? (
            <SendingProgress sending={sending} name={read.file.name} onStop={onStop} />
          ) : (
            <>
              {drop}
              <Facts round={round} />
            </>
          )}
        </div>
        <PrintSheet
          area={area}
          fabric={fabric}
          picture={read?.preview ?? null}
          alt={alt}
          placement={placement}
          sent={sending ? sending.sent / Math.max(1, sending.total) : undefined}
        />
      </div>
    );
  }
  return (
    <div className={styles.read} data-ink={monthCode(round.month)}>
      <ReadArtwork read={read} round={round} fabric={fabric} alt={alt} placement={placement}>
        {drop}
        {read.stage === 'done' && <p className="small muted">{text.check.local}</p>}
      </ReadArtwork>
    </div>
  );
}

export interface ReadArtworkProps extends Pick<ArtworkFieldProps, 'fabric' | 'alt' | 'placement'> {
  readonly read: ReadFile;
  readonly round: Pick<Round, 'promise'>;
  readonly children?: ReactNode;
}

/** A file of this device on the sheet, with what is known of it so far. */
export function ReadArtwork({ read, round, fabric, alt, placement, children }: ReadArtworkProps) {
  const text = useText('submit');
  const words = useFindingWords();
  const lang = useLang();
  const file = { format: read.format, width: read.width, height: read.height, bytes: read.file.size };
  const said = words.file(file);
  const shown = fabric ?? groundFor(read);
  const isReading = read.stage === 'opening' || read.stage === 'measuring';
  return (
    <CheckedFile
      area={round.promise.printArea}
      print={round.promise.print}
      fabric={shown}
      alt={alt}
      placement={placement}
      file={file}
      of={read.file}
      findings={read.findings}
      inks={read.measured?.measures.inks.inks ?? []}
      picture={read.preview}
      close={read.close}
      empty={isReading ? text.drop.reading : text.sheet.unreadable}
      caption={
        <>
          {read.width > 0
            ? text.sheet.caption(read.file.name, said.pixels, said.size)
            : `${read.file.name}, ${said.size}.`}{' '}
          {shown && !fabric && text.sheet.shownOn(fabricName(shown, lang))}
        </>
      }
      verdict={<Verdict findings={read.findings} stage={read.stage} />}
      waiting={isReading && <WaitingLine text={text.check.waiting} />}
    >
      {children}
    </CheckedFile>
  );
}

/**
 * White ink on white paper is not seen, and white paper neither: until a fabric is chosen it lies on the one that
 * swallows least of it.
 */
export function groundFor({ measured }: ReadFile): FabricId | null {
  if (!measured) return null;
  const { contrast, background } = measured.measures;
  const unseen = (id: FabricId) => (background && looksLike(background.hex, fabrics[id].hex) ? 1 : contrast[id].share);
  if (unseen('blanc') < 0.1) return null;
  return fabricIds.reduce((best, id) => (unseen(id) < unseen(best) ? id : best));
}

/** What the file should be, from the round's promise. */
function Facts({ round }: { round: Pick<Round, 'promise'> }) {
  const { facts: text } = useText('submit');
  const format = useFormat();
  const words = useFindingWords();
  const { printArea, print, maxInks, runSize } = round.promise;
  return (
    <div>
      <dl className={styles.facts}>
        <dt>{text.area}</dt>
        <dd>
          {text.areaOf(words.size(printArea.widthMm, printArea.heightMm), words.pixels(...pixelsAtBest(printArea)))}
        </dd>
        <dt>{text.side}</dt>
        <dd>{text.sideOf(format.number(ARTWORK_LIMITS.minSidePx), format.number(ARTWORK_LIMITS.maxSidePx))}</dd>
        <dt>{text.inks}</dt>
        <dd>{print.method === 'screen' ? text.inksOf(maxInks) : text.inksDigital}</dd>
        <dt>{text.line}</dt>
        <dd>{text.lineOf(words.mm(print.leastLineMm))}</dd>
        <dt>{text.margin}</dt>
        <dd>{text.marginOf(words.mm(print.safeMarginMm))}</dd>
        <dt>{text.rights}</dt>
        <dd>{text.rightsOf(format.number(runSize))}</dd>
      </dl>
      <p className={styles.template}>
        <Link to="/pages/designers">{text.template}</Link>
      </p>
    </div>
  );
}
