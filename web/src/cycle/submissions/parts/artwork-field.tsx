import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { ARTWORK_LIMITS, artworkFormats } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { FailureCode } from '../../../platform/api.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { FileDrop } from '../../../platform/ui/file-drop.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { ProblemText } from '../../../platform/ui/problem-text.tsx';
import { useFindingWords } from '../finding-words.ts';
import type { ReadPicture } from '../read-picture.ts';
import { isFileProblem } from '../submit-problems.ts';
import type { Sending } from '../use-artwork-upload.ts';
import styles from './artwork-field.module.css';
import { PrintSheet } from './print-sheet.tsx';
import { Report } from './report.tsx';
import { SendingProgress } from './sending-progress.tsx';

export interface ArtworkFieldProps {
  readonly round: Pick<Round, 'promise' | 'month'>;
  readonly read: ReadPicture | null;
  readonly reading: boolean;
  readonly fabric: string | null;
  readonly alt: string;
  readonly sending: Sending | null;
  readonly onStop: () => void;
  readonly onFile: (file: File) => void;
  /** A sentence, or the code of a refusal. */
  readonly error?: string | undefined;
}

export const ARTWORK_TYPES = artworkFormats.map((format) => `image/${format}`);

/** The file: taken, laid on the print area, checked here before it leaves, then sent. */
export function ArtworkField({ round, read, reading, fabric, alt, sending, onStop, onFile, error }: ArtworkFieldProps) {
  const text = useText('submit');
  const format = useFormat();
  const words = useFindingWords();
  const area = round.promise.printArea;
  const file = read && words.file({ ...read, bytes: read.file.size });
  const hint = text.drop.hint(format.fileSize(ARTWORK_LIMITS.maxBytes));
  return (
    <div className={read ? styles.checked : styles.empty}>
      <div className={styles.side}>
        {sending && read ? (
          <SendingProgress sending={sending} name={read.file.name} onStop={onStop} />
        ) : (
          <>
            {read && <CheckSummary read={read} />}
            <FileDrop
              label={text.drop.label}
              accept={ARTWORK_TYPES}
              maxBytes={ARTWORK_LIMITS.maxBytes}
              file={read?.file ?? null}
              onFile={onFile}
              hint={reading ? text.drop.reading : hint}
              error={error && isFileProblem(error as FailureCode) ? <ProblemText code={error as FailureCode} /> : error}
            />
            {!read && <Facts round={round} />}
          </>
        )}
      </div>
      <div className={styles.sheet} data-ink={monthCode(round.month)}>
        <PrintSheet
          area={area}
          fabric={fabric}
          picture={read?.preview ?? null}
          alt={alt}
          sent={sending ? sending.sent / Math.max(1, sending.total) : undefined}
          caption={read && file && text.sheet.caption(read.file.name, file.pixels, file.size)}
        />
      </div>
    </div>
  );
}

function CheckSummary({ read }: { read: ReadPicture }) {
  const { check: text } = useText('submit');
  const count = (level: string) => read.findings.filter((finding) => finding.level === level).length;
  const [blocks, advice] = [count('block'), count('warn')];
  return (
    <div>
      <h2 className={`d3 ${styles.verdict}`} aria-live="polite">
        {blocks > 0 ? text.block(blocks) : advice > 0 ? text.advice(advice) : text.none}
      </h2>
      <Report findings={read.findings} file={{ ...read, bytes: read.file.size }} />
      <p className={`small muted ${styles.local}`}>{text.local}</p>
    </div>
  );
}

/** What the file should be, from the round's promise. */
function Facts({ round }: { round: Pick<Round, 'promise'> }) {
  const { facts: text } = useText('submit');
  const format = useFormat();
  const words = useFindingWords();
  const { printArea, maxInks, runSize } = round.promise;
  const at300 = (mm: number) => Math.round((mm * 300) / 25.4);
  return (
    <div>
      <dl className={styles.facts}>
        <dt>{text.area}</dt>
        <dd>
          {text.areaOf(
            words.size(printArea.widthMm, printArea.heightMm),
            words.pixels(at300(printArea.widthMm), at300(printArea.heightMm)),
          )}
        </dd>
        <dt>{text.side}</dt>
        <dd>{text.sideOf(format.number(ARTWORK_LIMITS.minSidePx), format.number(ARTWORK_LIMITS.maxSidePx))}</dd>
        <dt>{text.inks}</dt>
        <dd>{text.inksOf(maxInks)}</dd>
        <dt>{text.rights}</dt>
        <dd>{text.rightsOf(format.number(runSize))}</dd>
      </dl>
      <p className={styles.template}>
        <Link to="/pages/designers">{text.template}</Link>
      </p>
    </div>
  );
}
