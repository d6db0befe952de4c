import type { Picture } from '@fraisier/shared/contracts/common.ts';
import {
  type ArtworkFacts,
  type ArtworkLimits,
  checkArtwork,
  type Finding,
  type FindingCode,
  type PrintArea,
} from '@fraisier/shared/cycle/artwork-rules.ts';
import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import { isSamePlacement, type Placement } from '@fraisier/shared/cycle/placement.ts';
import { type Sniffed, sniffPicture, sniffStranger } from '../sniff-picture.ts';
import type { Copy, Measured } from './measure.worker.ts';
import { measureInThread } from './measure-thread.ts';
import type { ReportFinding } from './report-lines.ts';

/** A file that was chosen, as the browser sees it so far. */
export interface ReadFile {
  readonly file: File;
  readonly format: string;
  readonly width: number;
  readonly height: number;
  /** `unmeasured`: this browser could not; the shop does it after the upload. */
  readonly stage: 'opening' | 'measuring' | 'done' | 'unmeasured';
  readonly findings: readonly ReportFinding[];
  /** What its pixels told, once they did; and where it stood on the shirt then. */
  readonly measured: Measured | null;
  readonly measuredAt: Placement | null;
  /** A smaller copy to look at, under an address of this page; null while, or where, nothing is decoded. */
  readonly preview: Picture | null;
  /** Large enough for the loupe. */
  readonly close: Picture | null;
}

export interface ReadingRules {
  readonly area: PrintArea;
  readonly limits: ArtworkLimits;
}

export interface Reading {
  /** Once more, where it stands on the shirt now: at another size other lines are thin. */
  measureAt(placement: Placement | null): void;
  /** Nothing more is told. */
  stop(): void;
  /** Frees the copies. */
  free(): void;
}

/** Where the header of any PNG or WebP is, and of most JPEGs. */
const HEADER_BYTES = 65_536;

/**
 * Reads a file without sending it, and tells at each step what is known: the header first, then the picture, then what
 * is measured. The rules are the server's own; it looks again at every pixel. Gives what stops it.
 */
export function readFile(file: File, { area, limits }: ReadingRules, onRead: (read: ReadFile) => void): Reading {
  let end = () => {};
  let stopped = false;
  let read: ReadFile = {
    file,
    format: '',
    width: 0,
    height: 0,
    stage: 'opening',
    findings: [],
    measured: null,
    measuredAt: null,
    preview: null,
    close: null,
  };
  const tell = (changed: Partial<ReadFile>) => {
    if (stopped) return;
    read = { ...read, ...changed };
    onRead(read);
  };
  const addressed = ({ blob, width, height }: Copy): Picture => ({
    format: 'png',
    width,
    height,
    url: URL.createObjectURL(blob),
  });

  const { leastLineMm, safeMarginMm } = limits;
  const begin = async () => {
    const { sniffed, stranger } = await sniffFile(file);
    if (stopped) return;
    const { format, width, height } = sniffed ?? { format: stranger, width: 0, height: 0 };
    const early = headerFindings({ file, format, width, height }, { area, limits });
    const refusal = early.filter(({ code, level }) => level === 'block' && code !== 'too_small');
    if (refusal.length > 0) {
      const findings = sniffed ? refusal : refusal.filter(({ code }) => code === 'format');
      return tell({ format, width, height, findings, stage: 'done' });
    }
    tell({ format, width, height, findings: early });
    end = measureInThread({ file, area, placement: null, leastLineMm, safeMarginMm }, (told) => {
      switch (told.kind) {
        case 'seen': {
          // As a person sees it: a photo may be stored lying on its side.
          const seen = { width: told.width, height: told.height };
          const findings = headerFindings({ file, format, ...seen }, { area, limits });
          return tell({ ...seen, findings, preview: addressed(told.preview), stage: 'measuring' });
        }
        case 'measured':
          return tell({ measured: told.measured });
        case 'close':
          return tell({ close: addressed(told.copy) });
        case 'done':
          return tell({ stage: 'done' });
        case 'broken':
          return tell(broken);
        case 'failed':
          return tell({
            stage: 'unmeasured',
            preview: read.preview ?? addressed({ blob: file, width: read.width, height: read.height }),
          });
      }
    });
  };
  tell({});
  // A file that was moved or unplugged since it was chosen.
  begin().catch(() => tell(broken));
  return {
    measureAt(placement) {
      if (!read.measured || isSamePlacement(read.measuredAt, placement)) return;
      end();
      end = measureInThread({ file, area, placement, leastLineMm, safeMarginMm }, (told) => {
        // The picture is there already; what cannot be measured again stays as it was.
        if (told.kind === 'measured') tell({ measured: told.measured, measuredAt: placement });
      });
    },
    stop() {
      stopped = true;
      end();
    },
    free() {
      for (const picture of [read.preview, read.close]) {
        if (picture) URL.revokeObjectURL(picture.url);
      }
    },
  };
}

const broken: Pick<ReadFile, 'findings' | 'stage'> = {
  findings: [{ code: 'broken', level: 'block', values: {}, places: [] }],
  stage: 'done',
};

/** Known before a pixel has been looked at. */
const ofHeader: ReadonlySet<string> = new Set([
  'format',
  'file_size',
  'side_too_long',
  'too_many_pixels',
  'too_small',
  'resolution',
  'shape',
] satisfies FindingCode[]);

function headerFindings(header: Header, rules: ReadingRules): ReportFinding[] {
  return plain(checkArtwork(factsOf(header, rules, { hasAlpha: true, opaqueShare: 1 }), rules.limits)).filter(
    ({ code }) => ofHeader.has(code),
  );
}

/** All that is known of a file, on a fabric where one was chosen. */
export function findingsOn(
  read: ReadFile,
  rules: ReadingRules,
  { fabric, placement }: { readonly fabric: FabricId | null; readonly placement: Placement | null },
): readonly ReportFinding[] {
  if (!read.measured) return read.findings;
  const { opaqueShare, measures } = read.measured;
  // Of a veil over all of it, every pixel carries something and yet hardly any is seen.
  const hasAlpha = Math.min(opaqueShare, measures.seenShare) < 1;
  const facts = factsOf(read, rules, { hasAlpha, opaqueShare });
  return plain(checkArtwork({ ...facts, placement, measures, ...(fabric ? { fabric } : {}) }, rules.limits));
}

/** What is said of a file's resolution where it stands on the shirt; of one that the shop has, too. */
export function resolutionAt(
  { format, width, height, bytes }: Pick<ReadFile, 'format' | 'width' | 'height'> & { readonly bytes: number },
  { area, limits }: ReadingRules,
  placement: Placement,
): ReportFinding | undefined {
  const facts = { format, width, height, bytes, hasAlpha: true, opaqueShare: 1, printArea: area, placement };
  return plain(checkArtwork(facts, limits)).find(({ code }) => code === ('resolution' satisfies FindingCode));
}

type Header = Pick<ReadFile, 'file' | 'format' | 'width' | 'height'>;

function factsOf(
  { file, format, width, height }: Header,
  { area }: ReadingRules,
  seen: Pick<ArtworkFacts, 'hasAlpha' | 'opaqueShare'>,
): ArtworkFacts {
  return { format, width, height, ...seen, bytes: file.size, printArea: area };
}

function plain(findings: readonly Finding[]): ReportFinding[] {
  return findings.map((finding) => ({ ...finding, values: { ...finding.values }, places: [...finding.places] }));
}

/** By its first bytes; a JPEG may carry much before its size. */
async function sniffFile(file: File): Promise<{ sniffed: Sniffed | null; stranger: string }> {
  const begin = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
  const known = sniffPicture(begin);
  const stranger = known ? '' : sniffStranger(begin);
  if (known || begin[0] !== 0xff || file.size <= HEADER_BYTES) return { sniffed: known, stranger };
  return { sniffed: sniffPicture(new Uint8Array(await file.arrayBuffer())), stranger };
}
