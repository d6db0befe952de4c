import { MM_PER_INCH } from '@fraisier/shared/cycle/inch.ts';

/** The art stands so far from the edges of each plate, all round; below it there is room for the label. */
export const SHEET_MM = { margin: 15, foot: 27 } as const;
const LINE_MM = 0.15;
const TARGET_MM = { radius: 2.5, arm: 5 } as const;
const CORNER_MM = { gap: 2, arm: 7 } as const;
const WEDGE_MM = 5;
/** Tints to check the exposure by. */
const WEDGE = [0.1, 0.25, 0.5, 0.75, 1] as const;

export interface GreyMask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface SheetSize {
  readonly width: number;
  readonly height: number;
  /** Where the art begins. */
  readonly left: number;
  readonly top: number;
}

interface Mark {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How much of the pixel it covers, 0 to 1. */
  at(x: number, y: number): number;
}

export interface PlateSheet extends SheetSize {
  /** Coverage of a row of the sheet with its marks; the art's own pixels are laid in by the caller. */
  row(y: number, labels?: readonly { mask: GreyMask; left: number; top: number }[]): Uint8Array;
  /** A length on the sheet, in pixels. */
  px(mm: number): number;
}

/**
 * The sheet that every plate of a design is drawn on: the same size, with the same targets at the middle of the four
 * sides and the same corners around the art, so that films lie on each other. A wedge of tints stands at the foot.
 */
export function plateSheet(art: { width: number; height: number }, dpi: number): PlateSheet {
  const px = (mm: number) => Math.round((mm / MM_PER_INCH) * dpi);
  const [left, top] = [px(SHEET_MM.margin), px(SHEET_MM.margin)];
  const width = art.width + 2 * left;
  const height = art.height + top + px(SHEET_MM.foot);
  const line = (LINE_MM / MM_PER_INCH) * dpi;
  const [middle, centre] = [left + art.width / 2, top + art.height / 2];
  const half = px(SHEET_MM.margin) / 2;
  const marks: Mark[] = [
    target(middle, half, line, px),
    target(middle, top + art.height + half, line, px),
    target(half, centre, line, px),
    target(width - half, centre, line, px),
  ];
  for (const x of [left, left + art.width]) {
    for (const y of [top, top + art.height]) {
      const away = { x: x === left ? -1 : 1, y: y === top ? -1 : 1 };
      marks.push(bar(x, y + away.y * px(CORNER_MM.gap), 0, away.y * px(CORNER_MM.arm), line));
      marks.push(bar(x + away.x * px(CORNER_MM.gap), y, away.x * px(CORNER_MM.arm), 0, line));
    }
  }
  const step = px(WEDGE_MM);
  for (const [at, tint] of WEDGE.entries()) {
    const from = left + art.width - (WEDGE.length - at) * step;
    const foot = height - px(4);
    marks.push({ left: from, right: from + step, top: foot - step, bottom: foot, at: () => tint });
  }
  return {
    ...{ width, height, left, top, px },
    row(y, labels = []) {
      const row = new Uint8Array(width);
      for (const mark of marks) {
        if (y < mark.top || y >= mark.bottom) continue;
        for (let x = Math.max(0, mark.left); x < Math.min(width, mark.right); x++) {
          row[x] = Math.max(row[x]!, Math.round(255 * mark.at(x + 0.5, y + 0.5)));
        }
      }
      for (const { mask, left: from, top: first } of labels) {
        if (y < first || y >= first + mask.height) continue;
        row.set(
          mask.data.subarray((y - first) * mask.width, (y - first + 1) * mask.width).subarray(0, width - from),
          from,
        );
      }
      return row;
    },
  };
}

/** A circle and its cross. */
function target(x: number, y: number, line: number, px: (mm: number) => number): Mark {
  const [radius, arm] = [px(TARGET_MM.radius), px(TARGET_MM.arm)];
  const within = (off: number) => Math.min(1, Math.max(0, line / 2 + 0.5 - Math.abs(off)));
  return {
    left: Math.floor(x - arm),
    right: Math.ceil(x + arm),
    top: Math.floor(y - arm),
    bottom: Math.ceil(y + arm),
    at: (atX, atY) => Math.max(within(atX - x), within(atY - y), within(Math.hypot(atX - x, atY - y) - radius)),
  };
}

/** A straight line of the marks' width, from a point along one axis. */
function bar(x: number, y: number, dx: number, dy: number, line: number): Mark {
  const half = line / 2;
  const [left, right] = dx === 0 ? [x - half, x + half] : [Math.min(x, x + dx), Math.max(x, x + dx)];
  const [top, bottom] = dy === 0 ? [y - half, y + half] : [Math.min(y, y + dy), Math.max(y, y + dy)];
  const share = (from: number, to: number, at: number) =>
    Math.max(0, Math.min(to, at + 0.5) - Math.max(from, at - 0.5));
  return {
    ...{ left: Math.floor(left), right: Math.ceil(right), top: Math.floor(top), bottom: Math.ceil(bottom) },
    at: (atX, atY) => share(left, right, atX) * share(top, bottom, atY),
  };
}
