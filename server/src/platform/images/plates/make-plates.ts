import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dpiInto } from '@fraisier/shared/cycle/artwork-rules.ts';
import { MM_PER_INCH } from '@fraisier/shared/cycle/inch.ts';
import { type InkMixtures, inkMixtures } from '@fraisier/shared/cycle/separations/ink-mixtures.ts';
import { pressOrder } from '@fraisier/shared/cycle/separations/press-plates.ts';
import {
  canBeSeparated,
  inPixels,
  isTonal,
  plateDpi,
  SEPARATION,
} from '@fraisier/shared/cycle/separations/press-rules.ts';
import { pressStrips } from '@fraisier/shared/cycle/separations/press-strips.ts';
import { emptyTally, separateRows } from '@fraisier/shared/cycle/separations/separate-rows.ts';
import { type DecodedRows, decodeToRows } from '../decoded-rows.ts';
import type { Plate, PlatesAsked, Separation } from '../images.ts';
import { openPicture, openUpright, toPixels } from '../open-picture.ts';
import { createGreyPng } from './grey-png.ts';
import { plateLines } from './plate-label.ts';
import { type GreyMask, plateSheet, SHEET_MM } from './plate-sheet.ts';
import { createThumb } from './plate-thumb.ts';

/** Enough to see whether flat inks give the picture back: a photograph is told in a second instead of a minute. */
const PROBE_SIDE = 400;
/** Sizes of the label's three lines, and how far its foot stands from that of the sheet. */
const LABEL_MM = { lines: [4.2, 2.6, 2.6], foot: 3.5 } as const;
const FACES = ['title', 'text', 'text'] as const;

/** See `Images.separate`. */
export async function makePlates(path: string, asked: PlatesAsked & { folder: string }): Promise<Separation> {
  const inks = inkMixtures(asked.inks);
  const probe = emptyTally(asked.inks.length);
  const whole = await openUpright(path);
  const sample = await toPixels(
    whole.resize({ width: PROBE_SIDE, height: PROBE_SIDE, fit: 'inside', kernel: 'nearest' }),
  );
  separateRows(sample, inks, { from: 0, to: sample.height }, probe);
  if (!canBeSeparated(probe)) return { plates: null, offShare: probe.off / Math.max(1, probe.inked) };

  const decoded = join(asked.folder, 'decoded.v');
  const { picture, dpi } = await atPlateSize(path, decoded, asked);
  try {
    return await writePlates(picture, dpi, inks, asked);
  } finally {
    picture.close();
    await rm(decoded);
  }
}

async function writePlates(
  picture: DecodedRows,
  dpi: number,
  inks: InkMixtures,
  asked: PlatesAsked & { folder: string },
): Promise<Separation> {
  const trap = inPixels(SEPARATION.trapMm, dpi);
  const choke = inPixels(SEPARATION.chokeMm, dpi);
  const order = pressOrder(asked.inks);
  const sheet = plateSheet(picture, dpi);
  const layers = [
    ...(asked.based ? [{ ink: null, place: 0, hex: null }] : []),
    ...order.map((ink, at) => ({ ink, place: at + 1, hex: asked.inks[ink]! })),
  ];
  const files = layers.map(({ place, hex }) =>
    hex === null ? 'plates/0-underbase.png' : `plates/${place}-${hex.slice(1)}.png`,
  );
  const pngs = await Promise.all(files.map((name) => createGreyPng(join(asked.folder, name), { ...sheet, dpi })));
  const thumbs = layers.map(({ hex }) => createThumb(picture, hex ?? '#ffffff'));
  const covered = layers.map(() => 0);
  const tally = emptyTally(asked.inks.length);

  await Promise.all(pngs.map((png) => writeMarks(png, sheet, 0, sheet.top)));
  const plan = { inks, order, based: asked.based, fit: { trap: trap.px, choke: choke.px } };
  for (const strip of pressStrips(picture, plan, tally)) {
    for (const [at, layer] of layers.entries()) {
      const rows = layer.ink === null ? strip.underbase! : strip.plates[layer.ink]!;
      covered[at] = covered[at]! + sumOf(rows) / 255;
      thumbs[at]!.take(rows, strip.from);
      const film = new Uint8Array((strip.to - strip.from) * sheet.width);
      for (let y = strip.from; y < strip.to; y++) {
        const line = sheet.row(sheet.top + y);
        line.set(rows.subarray((y - strip.from) * picture.width, (y - strip.from + 1) * picture.width), sheet.left);
        film.set(line, (y - strip.from) * sheet.width);
      }
      await pngs[at]!.write(positive(film));
    }
  }
  const area = picture.width * picture.height;
  const plates = await Promise.all(
    layers.map(async (layer, at): Promise<Plate> => {
      const tonal = layer.ink !== null && isTonal(tally.tinted[layer.ink]!, tally.coverage[layer.ink]!);
      const facts = { hex: layer.hex, place: layer.place, of: order.length, coverage: covered[at]! / area, tonal };
      const label = await drawLabel(plateLines(facts, asked), sheet);
      await writeMarks(pngs[at]!, sheet, sheet.top + picture.height, sheet.height, label);
      await pngs[at]!.close();
      const thumb = await thumbs[at]!.png();
      return { ...facts, coverage: Math.round(facts.coverage * 1000) / 1000, file: files[at]!, thumb };
    }),
  );
  const offShare = tally.off / Math.max(1, tally.inked);
  if (!canBeSeparated(tally)) return { plates: null, offShare };
  return {
    plates,
    offShare,
    dpi: Math.round(dpi),
    widthPx: sheet.width,
    heightPx: sheet.height,
    marginMm: SHEET_MM.margin,
    trapMm: trap.mm,
    chokeMm: asked.based ? choke.mm : null,
  };
}

/** The picture as it is printed, decoded to a file: its own pixels where they suffice, resampled once where they do not. */
async function atPlateSize(
  path: string,
  decoded: string,
  { widthMm, heightMm }: PlatesAsked,
): Promise<{ picture: DecodedRows; dpi: number }> {
  const upright = await openUpright(path);
  const metadata = await openPicture(path).metadata();
  const turned = (metadata.orientation ?? 1) >= 5;
  const width = turned ? metadata.height : metadata.width;
  const height = turned ? metadata.width : metadata.height;
  const native = Math.max((width / widthMm) * MM_PER_INCH, (height / heightMm) * MM_PER_INCH);
  // To the nearest whole as people say it: 299.97 is 300, and no reason to touch a pixel.
  const rounded = dpiInto({ widthMm, heightMm }, width, height);
  const dpi = plateDpi(rounded);
  if (dpi === rounded) return { picture: await decodeToRows(upright, decoded), dpi: native };
  const scale = dpi / native;
  const size = { width: Math.round(width * scale), height: Math.round(height * scale), fit: 'fill' } as const;
  return { picture: await decodeToRows(upright.resize(size), decoded), dpi };
}

interface Sheet extends ReturnType<typeof plateSheet> {}
type Label = Parameters<Sheet['row']>[1];

async function writeMarks(
  png: { write(rows: Uint8Array): Promise<void> },
  sheet: Sheet,
  from: number,
  to: number,
  label: Label = [],
): Promise<void> {
  const film = new Uint8Array((to - from) * sheet.width);
  for (let y = from; y < to; y++) film.set(sheet.row(y, label), (y - from) * sheet.width);
  await png.write(positive(film));
}

/** The label's lines, one above the other, at the foot of the sheet. The fonts are only read where plates are made. */
async function drawLabel(lines: readonly string[], sheet: Sheet): Promise<NonNullable<Label>> {
  const { letterMask } = await import('../../pdf/letter-mask.ts');
  const masks: GreyMask[] = lines.map((line, at) => letterMask(line, FACES[at]!, sheet.px(LABEL_MM.lines[at]!)));
  let top = sheet.height - sheet.px(LABEL_MM.foot) - masks.reduce((sum, mask) => sum + mask.height, 0);
  return masks.map((mask) => {
    const placed = { mask, left: sheet.left, top };
    top += mask.height;
    return placed;
  });
}

/** As film is: black where ink goes. */
function positive(coverage: Uint8Array): Uint8Array {
  for (let at = 0; at < coverage.length; at++) coverage[at] = 255 - coverage[at]!;
  return coverage;
}

function sumOf(rows: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += rows[at]!;
  return sum;
}
