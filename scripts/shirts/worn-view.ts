import { blurred, type Field, fieldOf, mapField, mix, noise, step } from './field.ts';
import type { View } from './flat-views.ts';
import { addFolds, type Fold, mirrored } from './folds.ts';
import { lit } from './light.ts';
import { filled, mirroredShapes, rasterized, stroked } from './raster.ts';

/** Worn: from the neck to below the print, as a photograph would be cut. Square. */
export const WORN_SIDE = 900;
const MIDDLE = WORN_SIDE / 2;
/** Half the width of the chest, on which the print bends away. */
const CHEST = 286;

const SHIRT =
  'M322 124C274 156 218 176 172 204C120 232 94 300 72 396C58 456 50 500 42 548C90 576 140 588 192 584C198 532 202 486 208 436C206 548 222 640 220 740C219 800 214 860 212 910H450V100Z';
const SLEEVE =
  'M182 199C120 226 94 300 70 396C56 456 48 500 40 548C90 578 140 590 194 586C200 532 206 486 212 440C232 350 218 262 182 199Z';
const ARMHOLE = 'M182 199C218 262 232 350 210 444';
const SLEEVE_HEM = 'M46 528C92 554 142 566 194 562M48 519C94 544 144 556 195 552';
const COLLAR_OUTER = 'M322 124C336 214 398 252 450 252C502 252 564 214 578 124';
const COLLAR_INNER = 'M348 112C362 186 406 222 450 222C494 222 538 186 552 112';
const BACK = 'M322 124C330 112 346 106 360 104L540 104C554 106 570 112 578 124L552 130C530 150 370 150 348 130Z';
const NECK = 'M366 -10C368 64 364 106 336 138C372 214 420 240 450 240V-10Z';
const ARM = 'M56 540C42 640 40 760 54 910H164C170 800 178 690 182 574C140 580 98 570 56 540Z';

const pulls: readonly Fold[] = [
  { from: [212, 444], bend: [280, 376], to: [350, 262], width: 24, height: 12, steep: 0.5, peak: 0.14 },
  { from: [212, 452], bend: [296, 424], to: [392, 352], width: 24, height: 11, steep: 0.45, peak: 0.14 },
  { from: [212, 466], bend: [300, 480], to: [404, 470], width: 26, height: 10, steep: 0.45, peak: 0.14 },
  { from: [214, 500], bend: [280, 566], to: [380, 612], width: 28, height: 11, steep: 0.5, peak: 0.18 },
  { from: [220, 560], bend: [262, 668], to: [372, 748], width: 30, height: 13, steep: 0.5, peak: 0.3 },
];
const drape: readonly Fold[] = [
  { from: [220, 690], bend: [330, 716], to: [470, 800], width: 30, height: 14, steep: 0.45, peak: 0.25 },
  { from: [222, 760], bend: [330, 800], to: [430, 890], width: 30, height: 15, steep: 0.45, peak: 0.3 },
  { from: [682, 660], bend: [560, 700], to: [452, 790], width: 30, height: 13, steep: 2, peak: 0.25 },
  { from: [682, 740], bend: [590, 790], to: [520, 900], width: 30, height: 15, steep: 2, peak: 0.3 },
  { from: [330, 250], bend: [380, 420], to: [352, 600], width: 46, height: 6, steep: 0.8, peak: 0.4 },
  { from: [560, 260], bend: [524, 430], to: [560, 640], width: 46, height: 6, steep: 0.8, peak: 0.4 },
];
const sleeve: readonly Fold[] = [
  { from: [206, 452], bend: [166, 400], to: [140, 300], width: 20, height: 12, steep: 0.5, peak: 0.15 },
  { from: [202, 474], bend: [140, 450], to: [92, 392], width: 20, height: 12, steep: 0.5, peak: 0.15 },
  { from: [200, 504], bend: [136, 504], to: [70, 470], width: 18, height: 10, steep: 0.5, peak: 0.15 },
];

export interface WornView extends View {
  /** The body: where it shows, and how bright it is. */
  readonly body: Field;
  readonly bodyBrightness: Field;
}

export async function wornView(): Promise<WornView> {
  const shape = (shapes: string) => rasterized(WORN_SIDE, WORN_SIDE, shapes);
  const both = (shapes: string) => shape(mirroredShapes(shapes, MIDDLE));
  const [halves, ring, hole, back, neck, arms, sleeves, seams, stitches, collarSeam] = await Promise.all([
    both(filled(SHIRT)),
    shape(filled(`${COLLAR_OUTER}L${COLLAR_INNER.split('C')[0]?.slice(1)}`)),
    shape(filled(`${COLLAR_INNER}Z`)),
    shape(filled(BACK)),
    both(filled(NECK)),
    both(filled(ARM)),
    both(filled(SLEEVE)),
    both(stroked(ARMHOLE, 2.4)),
    both(stroked(SLEEVE_HEM, 1.3, '3.4 2.6')),
    shape(stroked(COLLAR_OUTER, 1.8)),
  ]);
  const neckShown = mapField(neck, (value, at) => {
    const above = Math.floor(at / WORN_SIDE) < 112 ? 1 : (hole.data[at] ?? 0);
    return value * above;
  });
  const collar = mapField(ring, (value, at) => Math.max(0, value - (hole.data[at] ?? 0)));
  const mask = mapField(halves, (value, at) => {
    const cloth = Math.max(
      value * (1 - (hole.data[at] ?? 0)),
      collar.data[at] ?? 0,
      back.data[at] ?? 0,
      hole.data[at] ?? 0,
    );
    return Math.max(0, cloth * (1 - (neckShown.data[at] ?? 0)));
  });

  const folds = fieldOf(WORN_SIDE, WORN_SIDE, (x, y) => {
    const warp = 24 * noise(x / 170, y / 200, 73);
    return 5 * noise((x + warp) / 120, y / 210, 71) + 2.6 * noise((x - warp) / 62, (y + warp) / 96, 72);
  });
  addFolds(folds, [...pulls, ...drape], 700);
  addFolds(folds, mirrored(pulls, MIDDLE, 10), 800);
  const puckers = blurred(seams, 5);
  const trunk = fieldOf(WORN_SIDE, WORN_SIDE, (x, y) => {
    const across = Math.min(1.5, Math.abs(x - MIDDLE) / (CHEST - 30 * step(420, 720, y)));
    // The chest comes forward, the shoulders fall back, the belly lies a little deeper.
    const forward = 20 * Math.exp(-(((y - 390) / 150) ** 2)) * (1 - 0.6 * across * across);
    return 92 * (1 - across ** 2.7) + forward - 60 * (1 - step(100, 330, y)) * (0.35 + across * across * 0.5);
  });
  const trunkLight = lit(
    mapField(folds, (height, at) => {
      const pucker = 3 * (puckers.data[at] ?? 0) * noise((at % WORN_SIDE) / 5, Math.floor(at / WORN_SIDE) / 9, 79);
      return height + (trunk.data[at] ?? 0) + pucker;
    }),
    { relief: 0.85 },
  );

  const limb = (field: Field, radius: number, height: number) =>
    mapField(blurred(field, radius), (value) => height * Math.sqrt(Math.max(0, value)));
  const sleeveHeights = limb(sleeves, 20, 78);
  addFolds(sleeveHeights, sleeve, 900);
  addFolds(sleeveHeights, mirrored(sleeve, MIDDLE, 8), 950);
  const sleeveLight = lit(sleeveHeights, { relief: 0.85 });
  const armLight = lit(limb(arms, 26, 110), { relief: 0.8 });
  const neckLight = lit(limb(neck, 24, 120), { relief: 0.8 });
  const collarSoft = blurred(collar, 6);
  const collarLight = lit(
    mapField(collarSoft, (value, at) => {
      const [x, y] = [at % WORN_SIDE, Math.floor(at / WORN_SIDE)];
      return 15 * Math.sqrt(value) + 0.55 * Math.sin(Math.atan2(y - 96, x - MIDDLE) * 350);
    }),
  );
  const collarShadow = blurred(
    mapField(ring, (value, at) => Math.max(value, hole.data[at] ?? 0)),
    7,
  );
  const seamShadow = blurred(seams, 7);
  const maskEdge = blurred(mask, 4);
  const brightness = mapField(mask, (_, at) => {
    let here = (trunkLight.data[at] ?? 1) - 0.16 * (collarShadow.data[at] ?? 0) - 0.4 * (seamShadow.data[at] ?? 0);
    const ofSleeve = (sleeveLight.data[at] ?? 1) - 0.04 - 0.3 * (seamShadow.data[at] ?? 0);
    here = mix(here, ofSleeve, sleeves.data[at] ?? 0);
    here -= 0.28 * (seams.data[at] ?? 0) + 0.24 * (stitches.data[at] ?? 0);
    here = mix(here, 0.55, hole.data[at] ?? 0);
    here = mix(here, 0.7, (back.data[at] ?? 0) * (1 - (collar.data[at] ?? 0)));
    here = mix(here, 0.02 + (collarLight.data[at] ?? 1) * 0.97, collar.data[at] ?? 0);
    here -= 0.03 + 0.24 * Math.max(0, 0.75 - (maskEdge.data[at] ?? 0));
    return here - 0.22 * (collarSeam.data[at] ?? 0) * (1 - (hole.data[at] ?? 0));
  });

  // Below the sleeve and inside the collar the cloth throws its shadow on the skin.
  const sleeveEdge = blurred(sleeves, 12);
  const collarEdge = blurred(collar, 10);
  const body = mapField(neckShown, (value, at) =>
    Math.min(1, value + (arms.data[at] ?? 0) * (1 - (halves.data[at] ?? 0))),
  );
  const bodyBrightness = mapField(body, (_, at) => {
    const y = Math.floor(at / WORN_SIDE);
    const ofArm = (armLight.data[at] ?? 1) - 0.5 * (sleeveEdge.data[at] ?? 0);
    const throat = 0.1 * step(40, 200, y) * Math.exp(-((((at % WORN_SIDE) - MIDDLE) / 40) ** 2));
    const ofNeck =
      (neckLight.data[at] ?? 1) - 0.02 - 0.1 * (1 - step(-10, 60, y)) - throat - 0.35 * (collarEdge.data[at] ?? 0);
    return (neckShown.data[at] ?? 0) > 0.5 || y < 300 ? ofNeck : ofArm;
  });
  return { mask, brightness, folds, body, bodyBrightness };
}

/** Where on the flat print a point of the chest lies: the print bends away at the sides, and its lines bend with it. */
export function bend(x: number): { right: number; down: number } {
  const across = Math.max(-0.95, Math.min(0.95, (x - MIDDLE) / CHEST));
  return { right: (Math.asin(across) - across) * CHEST, down: 18 * across * across };
}
