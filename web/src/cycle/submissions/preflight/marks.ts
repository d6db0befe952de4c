import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { type Placement, placedBox } from '@fraisier/shared/cycle/placement.ts';
import type { NumberedFinding, ReportFinding } from './report-lines.ts';

type Place = ReportFinding['places'][number];

/** In millimetres of the print area, from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Mark {
  readonly code: string;
  readonly level: ReportFinding['level'];
  readonly number: number;
  /** One around each place. */
  readonly rings: readonly Box[];
  /** Where the number stands. */
  readonly badge: Point;
}

/** A ring smaller than this, in millimetres across, is not seen on a phone. */
const LEAST_RING = 24;
/** Beyond this a ring has corners: round ends around it would leave the sheet. */
const LARGEST_ROUND = 90;
/** What is nearly as wide as high gets a circle. */
const NEARLY_SQUARE = 1.4;
const AIR = 4;
/** From a ring to the middle of its number, which on a phone would else cover a small one. */
const BESIDE = 9;
/** Numbers nearer than this cannot be told apart by a finger on a narrow phone. */
const APART = 44;

/** Where a picture lies on the print area: as large as it prints, in the middle and at the top where nobody moved it. */
export function boxOn(area: PrintArea, width: number, height: number, placement: Placement | null = null): Box {
  const { leftMm, topMm, widthMm, heightMm } = placedBox(area, { width, height }, placement);
  return { x: leftMm, y: topMm, width: widthMm, height: heightMm };
}

/** A place in millimetres of the sheet. */
export function onSheet(place: Place, box: Box): Box {
  return {
    x: box.x + (place.left * box.width) / 1000,
    y: box.y + (place.top * box.height) / 1000,
    width: (place.width * box.width) / 1000,
    height: (place.height * box.height) / 1000,
  };
}

export const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

export function ringAround(spot: Box): Box {
  const { x, y } = middleOf(spot);
  const wide = Math.max(LEAST_RING, spot.width * 1.15 + AIR);
  const high = Math.max(LEAST_RING, spot.height * 1.15 + AIR);
  const side = Math.max(wide, high);
  const isRound = side <= LARGEST_ROUND && side <= Math.min(wide, high) * NEARLY_SQUARE;
  const [width, height] = isRound ? [side, side] : [wide, high];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Round ends, a circle where it is as wide as high; a large box has soft corners. */
export function cornerOf({ width, height }: Box): number {
  return Math.max(width, height) <= LARGEST_ROUND ? Math.min(width, height) / 2 : Math.min(12, width / 2, height / 2);
}

/** The marks of a report on its picture; the numbers stand beside their rings, apart from each other and on the sheet. */
export function marksOf(lines: readonly NumberedFinding[], box: Box, area: PrintArea): Mark[] {
  const badges: Point[] = [];
  return lines
    .filter(({ finding }) => finding.places.length > 0)
    .map(({ number, finding }) => {
      const rings = finding.places.map((place) => ringAround(onSheet(place, box)));
      const badge = badgeBeside(rings, badges, area);
      badges.push(badge);
      return { code: finding.code, level: finding.level, number, rings, badge };
    });
}

/** Around each ring, the worst first, from the upper right on; where all is taken, as far from the others as can be. */
const DIRECTIONS = [-45, 45, -135, 135, 0, -90, 180, 90].map((degrees) => (degrees * Math.PI) / 180);

function badgeBeside(rings: readonly Box[], taken: readonly Point[], area: PrintArea): Point {
  let best: Point = { x: 0, y: 0 };
  let bestGap = -1;
  for (const ring of rings) {
    const { x, y } = middleOf(ring);
    for (const angle of DIRECTIONS) {
      const at = within(area, {
        x: x + Math.cos(angle) * (ring.width / 2 + BESIDE),
        y: y + Math.sin(angle) * (ring.height / 2 + BESIDE),
      });
      const gap = Math.min(...taken.map((other) => Math.hypot(other.x - at.x, other.y - at.y)), APART);
      if (gap >= APART) return at;
      if (gap > bestGap) [best, bestGap] = [at, gap];
    }
  }
  return best;
}

const MARGIN = 6;

function within({ widthMm, heightMm }: PrintArea, { x, y }: Point): Point {
  return {
    x: Math.min(widthMm - MARGIN, Math.max(MARGIN, x)),
    y: Math.min(heightMm - MARGIN, Math.max(MARGIN, y)),
  };
}

/** What the loupe shows: a square of whole centimetres around a place, with some of what is around it. */
export function loupeOver(spot: Box): Box {
  const { x, y } = middleOf(spot);
  const side = Math.min(200, Math.max(20, Math.ceil((Math.max(spot.width, spot.height) * 1.4) / 10) * 10));
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
}

const downs = ['top', 'middle', 'bottom'] as const;
const acrosses = ['left', 'middle', 'right'] as const;

export interface Ninth {
  readonly down: (typeof downs)[number];
  readonly across: (typeof acrosses)[number];
}

/** In which ninth of the picture a place is; null when it is nearly everywhere. */
export function whereIs({ left, top, width, height }: Place): Ninth | null {
  if (width > 700 && height > 700) return null;
  return { down: thirdOf(downs, top + height / 2), across: thirdOf(acrosses, left + width / 2) };
}

function thirdOf<T>([first, middle, last]: readonly [T, T, T], at: number): T {
  if (at < 1000 / 3) return first;
  return at <= 2000 / 3 ? middle : last;
}
