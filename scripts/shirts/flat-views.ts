import { blurred, type Field, fieldOf, mapField, mix, noise, step } from './field.ts';
import { addFolds, type Fold, mirrored } from './folds.ts';
import { lit } from './light.ts';
import { filled, mirroredShapes, rasterized, stroked } from './raster.ts';

export const WIDTH = 1000;
export const HEIGHT = 1100;
const MIDDLE = WIDTH / 2;

/** What a view of a shirt consists of. Heights are of the folds alone: they are what shifts the print. */
export interface View {
  readonly mask: Field;
  /** 1 is the fabric's own colour. */
  readonly brightness: Field;
  readonly folds: Field;
}

interface Cut {
  readonly seed: number;
  /** Left half, from the side of the neck; the right one mirrors it. */
  readonly side: string;
  readonly armhole: string;
  readonly sleeve: string;
  readonly sleeveHem: string;
  readonly hem: string;
  readonly waist: (y: number) => number;
  readonly folds: readonly Fold[];
  readonly sleeveFolds: readonly Fold[];
}

/** Inside of the print box nothing may be sharp: a print of straight lines has to stay one. */
const armpit: readonly Fold[] = [
  { from: [236, 392], bend: [290, 352], to: [352, 262], width: 26, height: 11, steep: 0.5, peak: 0.12 },
  { from: [238, 400], bend: [300, 388], to: [398, 318], width: 24, height: 9, steep: 0.4, peak: 0.12 },
  { from: [236, 412], bend: [310, 430], to: [420, 432], width: 26, height: 9, steep: 0.42, peak: 0.12 },
  { from: [236, 430], bend: [290, 486], to: [392, 540], width: 28, height: 9, steep: 0.5, peak: 0.14 },
  { from: [236, 460], bend: [264, 560], to: [330, 660], width: 30, height: 8, steep: 0.5, peak: 0.2 },
];
const drape: readonly Fold[] = [
  { from: [292, 560], bend: [276, 800], to: [300, 1036], width: 34, height: 13, steep: 0.6, peak: 0.75 },
  { from: [398, 640], bend: [376, 860], to: [392, 1040], width: 30, height: 12, steep: 0.5, peak: 0.8 },
  { from: [470, 720], bend: [484, 900], to: [462, 1042], width: 34, height: 9, steep: 0.7, peak: 0.8 },
  { from: [590, 690], bend: [616, 880], to: [598, 1042], width: 30, height: 11, steep: 0.5, peak: 0.8 },
  { from: [688, 580], bend: [706, 820], to: [682, 1038], width: 34, height: 12, steep: 0.6, peak: 0.75 },
  { from: [560, 470], bend: [512, 640], to: [400, 742], width: 46, height: 7, steep: 0.7, peak: 0.5 },
  { from: [352, 250], bend: [420, 420], to: [560, 500], width: 52, height: 5, steep: 0.8, peak: 0.5 },
  { from: [640, 240], bend: [600, 420], to: [640, 640], width: 50, height: 5, steep: 0.8, peak: 0.5 },
];
const sleeve: readonly Fold[] = [
  { from: [226, 388], bend: [196, 330], to: [176, 236], width: 22, height: 12, steep: 0.5, peak: 0.15 },
  { from: [222, 400], bend: [168, 356], to: [126, 300], width: 20, height: 11, steep: 0.5, peak: 0.15 },
  { from: [218, 418], bend: [150, 404], to: [92, 372], width: 18, height: 10, steep: 0.5, peak: 0.15 },
  { from: [210, 446], bend: [150, 452], to: [84, 424], width: 18, height: 7, steep: 0.5, peak: 0.2 },
];

export const cuts = {
  straight: {
    seed: 11,
    side: 'M376 62C340 84 268 108 222 128C176 148 152 180 136 224C112 290 78 352 44 414C40 422 42 428 50 432C92 456 146 478 190 490C198 492 204 490 206 482C214 446 226 412 240 380C246 470 240 560 236 660C232 780 228 900 226 1012C226 1024 232 1030 244 1032C330 1041 415 1046 500 1046V62Z',
    armhole: 'M229 125C243 196 250 300 239 386',
    sleeve:
      'M229 125C176 148 152 180 136 224C112 290 78 352 40 414C40 422 42 428 50 434C92 456 146 480 190 492C198 494 206 492 208 482C216 446 226 412 239 386C250 300 243 196 229 125Z',
    sleeveHem: 'M57 397C103 424 152 446 200 459M63 386C108 412 156 434 203 447',
    hem: 'M228 1010C412 1028 588 1028 772 1010M228 1000C412 1018 588 1018 772 1000',
    waist: (y) => mix(250, 272, step(380, 1030, y)),
    folds: [...armpit, ...drape],
    sleeveFolds: sleeve,
  },
  fitted: {
    // That of the other cut: in the print's place both lie in the same folds, so that one picture of the print fits both.
    seed: 11,
    side: 'M362 66C330 86 284 106 248 122C206 140 184 168 168 208C148 262 122 306 94 352C90 360 92 366 100 370C136 392 176 408 212 418C220 420 226 418 228 410C234 390 242 372 252 352C254 430 266 520 268 596C269 690 246 800 238 948C237 962 242 968 254 970C336 984 418 990 500 990V66Z',
    armhole: 'M253 119C266 180 268 280 252 358',
    sleeve:
      'M253 119C206 140 184 168 168 208C148 262 122 306 92 352C90 360 92 366 100 372C136 392 176 410 212 420C220 422 228 420 230 410C236 390 243 374 252 358C268 280 266 180 253 119Z',
    sleeveHem: 'M105 337C145 360 186 377 224 388M111 327C150 349 190 366 228 377',
    hem: 'M240 948C412 974 588 974 760 948M240 938C412 964 588 964 760 938',
    waist: (y) => mix(mix(246, 226, step(360, 600, y)), 262, step(620, 980, y)),
    folds: [
      ...armpit.map((fold) => lifted(fold, 10, -30)),
      ...drape.slice(0, 5).map((fold) => ({ ...lifted(fold, 0, -62), height: fold.height * 0.75 })),
      ...drape.slice(5),
      { from: [270, 596], bend: [330, 588], to: [424, 628], width: 20, height: 7, steep: 0.5, peak: 0.15 },
      { from: [268, 616], bend: [330, 640], to: [404, 704], width: 22, height: 7, steep: 0.5, peak: 0.15 },
      { from: [730, 588], bend: [660, 596], to: [584, 646], width: 22, height: 7, steep: 2, peak: 0.15 },
      { from: [732, 624], bend: [676, 650], to: [610, 722], width: 22, height: 7, steep: 2, peak: 0.15 },
    ],
    sleeveFolds: sleeve.slice(0, 3).map((fold) => lifted(fold, 22, -34)),
  },
} as const satisfies Record<string, Cut>;

function lifted(fold: Fold, right: number, down: number): Fold {
  const move = ([x, y]: Fold['from']): Fold['from'] => [x + right, y + down];
  return { ...fold, from: move(fold.from), bend: move(fold.bend), to: move(fold.to) };
}

/** The neck is the same for both: ring of ribbing in front, its back, and the inside between them. */
const necks = {
  straight: {
    top: 62,
    outer: 'M376 62C386 138 440 186 500 186C560 186 614 138 624 62',
    inner: 'M406 57C413 118 452 155 500 155C548 155 587 118 594 57',
    back: 'M376 62C386 55 398 53 410 56C460 70 540 70 590 56C602 53 614 55 624 62L596 66C560 94 440 94 404 66Z',
  },
  fitted: {
    top: 66,
    outer: 'M362 66C374 146 432 196 500 196C568 196 626 146 638 66',
    inner: 'M388 61C398 130 446 170 500 170C554 170 602 130 612 61',
    back: 'M362 66C370 55 384 55 394 60C450 76 550 76 606 60C616 55 630 55 638 66L612 70C566 98 434 98 388 70Z',
  },
} as const;

/** A shirt laid out, seen from the front. */
export async function flatView(name: keyof typeof cuts): Promise<View> {
  const cut: Cut = cuts[name];
  const neck = necks[name];
  const shape = (shapes: string) => rasterized(WIDTH, HEIGHT, shapes);
  const both = (shapes: string) => shape(mirroredShapes(shapes, MIDDLE));
  const [halves, ring, hole, back, sleeves, seams, stitches, collarSeam] = await Promise.all([
    both(filled(cut.side)),
    shape(`${filled(`${neck.outer}L${neck.inner.split('C')[0]?.slice(1)}`)}`),
    shape(filled(`${neck.inner}Z`)),
    shape(filled(neck.back)),
    both(filled(cut.sleeve)),
    both(stroked(cut.armhole, 2.4)),
    both(`${stroked(cut.sleeveHem, 1.3, '3.4 2.6')}${stroked(cut.hem, 1.3, '3.4 2.6')}`),
    shape(stroked(neck.outer, 1.8)),
  ]);
  const front = mapField(halves, (value, at) => {
    // What is above the collar is cut away; the halves overlap in the middle by nothing.
    return Math.max(value, 0) * (1 - Math.max(0, (hole.data[at] ?? 0) - (ring.data[at] ?? 0)));
  });
  const collar = mapField(ring, (value, at) => Math.max(0, value - (hole.data[at] ?? 0)));
  const mask = mapField(front, (value, at) =>
    Math.max(value, collar.data[at] ?? 0, hole.data[at] ?? 0, back.data[at] ?? 0),
  );

  const folds = fieldOf(WIDTH, HEIGHT, (x, y) => {
    const warp = 24 * noise(x / 170, y / 240, cut.seed + 3);
    return (
      5 * noise((x + warp) / 120, y / 260, cut.seed) +
      2.6 * noise((x - warp) / 62, (y + warp) / 120, cut.seed + 1) +
      0.8 * noise(x / 26, y / 40, cut.seed + 2)
    );
  });
  addFolds(folds, cut.folds, cut.seed * 10);
  addFolds(folds, mirrored(cut.folds.slice(0, 5), MIDDLE, 9), cut.seed * 20);

  const torso = fieldOf(WIDTH, HEIGHT, (x, y) => {
    const across = Math.abs(x - MIDDLE) / cut.waist(y);
    const round = 48 * (1 - Math.min(1.6, across) ** 3.6);
    // Shoulders fall back, the hem rolls under.
    const slope = -26 * (1 - step(60, 250, y)) * across;
    return round + slope - 5 * step(985, 1046, y);
  });
  const puckers = blurred(seams, 5);
  const body = lit({
    ...folds,
    data: folds.data.map(
      (height, at) =>
        height +
        (torso.data[at] ?? 0) +
        3.2 * (puckers.data[at] ?? 0) * noise((at % WIDTH) / 5, Math.floor(at / WIDTH) / 9, cut.seed + 7),
    ),
  });

  const sleeveSoft = blurred(sleeves, 16);
  const sleeveHeights = mapField(sleeveSoft, (value, at) => {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
    return 64 * Math.sqrt(Math.max(0, value)) + 4 * noise(x / 60, y / 60, cut.seed + 9);
  });
  addFolds(sleeveHeights, cut.sleeveFolds, cut.seed * 30);
  addFolds(sleeveHeights, mirrored(cut.sleeveFolds, MIDDLE, 7), cut.seed * 40);
  const sleeveLight = lit(sleeveHeights, { relief: 0.9 });

  const collarHeights = fieldOf(WIDTH, HEIGHT, (x, y) => {
    const angle = Math.atan2(y - 50, (x - MIDDLE) * 1.02);
    return 0.55 * Math.sin(angle * 330);
  });
  const collarSoft = blurred(collar, 6);
  const collarLight = lit(mapField(collarHeights, (value, at) => value + 15 * Math.sqrt(collarSoft.data[at] ?? 0)));
  const collarShadow = blurred(
    mapField(ring, (value, at) => Math.max(value, hole.data[at] ?? 0)),
    7,
  );
  const sleeveShadow = blurred(seams, 7);
  const stitchDown = shifted(stitches, 1, 1);
  const maskEdge = blurred(mask, 4);
  const brightness = mapField(mask, (_, at) => {
    const y = Math.floor(at / WIDTH);
    const x = at % WIDTH;
    let here = body.data[at] ?? 1;
    // The collar stands up, the sleeve's seam lies in a hollow of its own.
    here -= 0.16 * (collarShadow.data[at] ?? 0) + 0.35 * (sleeveShadow.data[at] ?? 0);
    here = mix(here, (sleeveLight.data[at] ?? 1) - 0.03 - 0.3 * (sleeveShadow.data[at] ?? 0), sleeves.data[at] ?? 0);
    here -= 0.3 * (seams.data[at] ?? 0) + 0.24 * (stitches.data[at] ?? 0) - 0.1 * (stitchDown.data[at] ?? 0);
    const inside = 0.6 + 0.12 * step(0, 150, y - neck.top) + 0.04 * noise(x / 40, y / 30, cut.seed);
    here = mix(here, inside, hole.data[at] ?? 0);
    here = mix(here, 0.02 + (collarLight.data[at] ?? 1) * 0.97, collar.data[at] ?? 0);
    here = mix(
      here,
      0.72 + 0.1 * step(-80, 80, MIDDLE - x) + 0.05 * Math.sin(x * 1.9),
      (back.data[at] ?? 0) * (1 - (collar.data[at] ?? 0)),
    );
    // Room for light on an off-white shirt, and an edge that keeps it apart from a white page.
    here -= 0.03 + 0.24 * Math.max(0, 0.75 - (maskEdge.data[at] ?? 0));
    return here - 0.22 * (collarSeam.data[at] ?? 0) * (1 - (hole.data[at] ?? 0));
  });
  return { mask, brightness, folds };
}

function shifted(field: Field, right: number, down: number): Field {
  return mapField(field, (_, at) => field.data[at - right - down * field.width] ?? 0);
}
