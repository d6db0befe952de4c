import type { Pixels } from '../artwork/pixels.ts';
import type { InkMixtures } from './ink-mixtures.ts';
import { type PressFit, trapPlates, underbaseOf } from './press-plates.ts';
import { SEPARATION_REACH, type SeparationTally, separateRows } from './separate-rows.ts';

export interface PressPlan {
  readonly inks: InkMixtures;
  /** Places in the list of inks, in the order in which they are printed. */
  readonly order: readonly number[];
  readonly fit: PressFit;
  /** Which inks lie on white; null without an underbase. */
  readonly based: readonly boolean[] | null;
}

/** Finished rows `from` to `to` of every plate, by ink. */
export interface PressStrip {
  readonly from: number;
  readonly to: number;
  readonly plates: readonly Uint8Array[];
  readonly underbase: Uint8Array | null;
}

/** A picture of which as many rows are at hand as are asked for. */
export interface PictureRows {
  readonly width: number;
  readonly height: number;
  /** Rows `from` up to `to`, four bytes a pixel. They are not looked at again once later ones are asked for. */
  read(from: number, to: number): Pixels['data'];
}

/**
 * The plates of a picture, some rows at a time, so that memory does not grow with its height. What comes out does not
 * depend on how many rows a strip has.
 */
export function* pressStrips(
  picture: PictureRows,
  plan: PressPlan,
  tally: SeparationTally,
  rowsAtOnce = 256,
): Generator<PressStrip> {
  const { width, height } = picture;
  const { trap, choke } = plan.fit;
  // Traps look so far for lighter ink, the underbase for where there is none.
  const reach = Math.max(trap, choke);
  /** Separated rows that later ones still look at: `from` up to the strip at hand. */
  let kept: { from: number; plates: Uint8Array[] } = { from: 0, plates: plan.inks.hexes.map(() => new Uint8Array(0)) };
  let finished = 0;
  for (let from = 0; from < height; from += rowsAtOnce) {
    const to = Math.min(height, from + rowsAtOnce);
    const fresh = separateRows(...rowsAround(picture, plan.inks, from, to), tally);
    const plates = fresh.map((rows, ink) => joined(kept.plates[ink]!, rows));
    const size = { width, height: to - kept.from };
    const until = to === height ? height : Math.max(finished, to - reach);
    const cut = (rows: Uint8Array) => rows.subarray((finished - kept.from) * width, (until - kept.from) * width);
    if (until > finished) {
      yield {
        from: finished,
        to: until,
        plates: trapPlates(plates, plan.order, size, trap).map(cut),
        underbase: plan.based && cut(underbaseOf(plates, plan.based, size, choke)),
      };
    }
    finished = until;
    const next = Math.max(kept.from, until - reach);
    kept = { from: next, plates: plates.map((rows) => rows.slice((next - kept.from) * width)) };
  }
}

/** The rows with those around them that they depend on. */
function rowsAround(
  picture: PictureRows,
  inks: InkMixtures,
  from: number,
  to: number,
): [Pixels, InkMixtures, { from: number; to: number }] {
  const top = Math.max(0, from - SEPARATION_REACH);
  const bottom = Math.min(picture.height, to + SEPARATION_REACH);
  const strip = { data: picture.read(top, bottom), width: picture.width, height: bottom - top };
  return [strip, inks, { from: from - top, to: to - top }];
}

function joined(above: Uint8Array, below: Uint8Array): Uint8Array {
  if (above.length === 0) return below;
  const rows = new Uint8Array(above.length + below.length);
  rows.set(above);
  rows.set(below, above.length);
  return rows;
}
