import type { ArtworkLimits, Finding, FindingCode, PrintArea } from '../artwork-rules.ts';
import type { FabricId } from '../garments.ts';
import type { ArtworkMeasures } from './measure-artwork.ts';
import type { Place } from './place.ts';

/** What the file's own colours were, before they became sRGB. */
export interface ColourFacts {
  readonly space: 'srgb' | 'display-p3' | 'adobe-rgb' | 'prophoto-rgb' | 'rgb' | 'cmyk' | 'grey';
  /** As the profile calls itself; empty where there is none. */
  readonly profile: string;
  /** Bits of a channel: 8 or 16. */
  readonly depth: number;
  /** The part of the inked area whose colours sRGB does not have, 0 to 1. */
  readonly gamutShare: number;
  readonly places: readonly Place[];
}

export interface MeasuredFacts {
  readonly printArea: PrintArea;
  readonly measures: ArtworkMeasures;
  /** What it is to be printed on, where it was chosen already. */
  readonly fabric?: FabricId | undefined;
  /** Unknown where only a browser has seen the file. */
  readonly colour?: ColourFacts | undefined;
}

/** Below these, a finding would be noise: the drawings of the demo stay below, what people get wrong is far above. */
const WORTH_A_WORD = { halo: 0.02, lost: 0.1, gamut: 0.01 } as const;
/** A motif in a template of the print area may be meant to be small; one that could be so much larger hardly is. */
const LEAST_GAIN = 1.6;

/** Advice, never a refusal: what was measured may all be meant. A finding is left out where there is nothing to measure. */
export function measuredFindings(facts: MeasuredFacts, limits: ArtworkLimits): Finding[] {
  const { measures, colour } = facts;
  const { background, halos, strays } = measures;
  return [
    finding('background', background !== null, {
      hex: background?.hex ?? '',
      percent: percent(background?.share ?? 0),
    }),
    finding('halo', halos.share >= WORTH_A_WORD.halo, { percent: percent(halos.share) }, halos.places),
    finding(
      'strays',
      strays.count > 0,
      { count: strays.count, largestMm: rounded(strays.largestMm, 100) },
      strays.places,
    ),
    ...edge(measures, limits),
    ...emptyMargin(facts, limits),
    thinLines(measures, limits),
    inks(measures, limits),
    ...contrast(facts),
    ...(colour
      ? [
          finding(
            'colour',
            colour.gamutShare >= WORTH_A_WORD.gamut || isGuessed(colour),
            {
              space: colour.space,
              profile: colour.profile,
              depth: colour.depth,
              gamutPercent: percent(colour.gamutShare),
            },
            colour.places,
          ),
        ]
      : []),
  ];
}

/** CMYK without its profile is shades of no particular ink: each program shows others. */
function isGuessed({ space, profile }: ColourFacts): boolean {
  return space === 'cmyk' && profile === '';
}

/** Places are of what is advised against: where all is well there is nothing to mark. */
function finding(
  code: FindingCode,
  isAdvice: boolean,
  values: Finding['values'],
  places: readonly Place[] = [],
): Finding {
  return { code, level: isAdvice ? 'warn' : 'ok', values, places: isAdvice ? places : [] };
}

function edge({ edges }: ArtworkMeasures, { safeMarginMm }: ArtworkLimits): Finding[] {
  if (!edges) return [];
  // Rounded down: 4.96 is not 5.
  const nearestMm = Math.floor(Math.max(0, edges.nearestMm) * 10 + 1e-6) / 10;
  return [finding('edge', nearestMm < safeMarginMm, { leastMm: safeMarginMm, nearestMm }, edges.places)];
}

function emptyMargin({ printArea, measures: { motif } }: MeasuredFacts, { safeMarginMm }: ArtworkLimits): Finding[] {
  if (!motif) return [];
  const gain = Math.min(
    (printArea.widthMm - 2 * safeMarginMm) / (motif.widthMm * motif.growth),
    (printArea.heightMm - 2 * safeMarginMm) / (motif.heightMm * motif.growth),
  );
  const values = {
    percent: percent(motif.emptyShare),
    widthMm: Math.max(1, Math.round(motif.widthMm)),
    heightMm: Math.max(1, Math.round(motif.heightMm)),
  };
  return [finding('empty_margin', gain >= LEAST_GAIN, values)];
}

/** `thinnestMm` and `gapMm` are there only where such lines, or such gaps, are. */
function thinLines({ thinLines: found }: ArtworkMeasures, { leastLineMm }: ArtworkLimits): Finding {
  const { thinnestMm, gapMm, share, places } = found;
  const values = {
    leastMm: leastLineMm,
    percent: percent(share),
    ...(thinnestMm === null ? {} : { thinnestMm: rounded(thinnestMm, 100) }),
    ...(gapMm === null ? {} : { gapMm: rounded(gapMm, 100) }),
  };
  return finding('thin_lines', thinnestMm !== null || gapMm !== null, values, places);
}

/** A digital print has no inks to count, and takes a photograph as it is. */
function inks({ inks: found }: ArtworkMeasures, { method, mostInks }: ArtworkLimits): Finding {
  const { count, overprints, isPhotographic } = found;
  const isTooMuch = method === 'screen' && (isPhotographic || count > mostInks);
  return finding('inks', isTooMuch, {
    count,
    most: mostInks,
    overprints,
    photographic: isPhotographic ? 1 : 0,
    method,
  });
}

function contrast({ fabric, measures }: MeasuredFacts): Finding[] {
  if (!fabric) return [];
  const { share, places } = measures.contrast[fabric];
  return [finding('contrast', share >= WORTH_A_WORD.lost, { fabric, lostPercent: percent(share) }, places)];
}

/** Tenths of a percent are enough for a report. */
function percent(share: number): number {
  return rounded(100 * share, 10);
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
