import { colourDistance, oklab, rgbOf } from '../artwork/oklab.ts';

/** What a press can hold at once; a mask of inks is a byte. */
export const MOST_PLATES = 8;

/** In Oklab: a colour this near to an ink is that ink. */
const PURE = 0.02;
/** In Oklab: a mixture this near to a colour will do; a better one is not sought further afield. */
const GOOD_ENOUGH = 0.045;
/** A share of an ink smaller than this is noise of the picture, not a tint. */
const LEAST_SHARE = 0.04;

/** The same for an ink that is not found beside the pixel. */
const LEAST_FOREIGN = 0.2;

/** No ink at all, and a colour that is none of the inks. */
export const NO_INK = 255;
export const MIXED = 254;

/** What a colour is made of: `share` (0 to 255) of the second ink, the rest of the first. */
export interface Mixture {
  readonly first: number;
  readonly second: number;
  readonly share: number;
  /** How far the mixture lies from the colour, in Oklab. */
  readonly off: number;
}

export interface InkMixtures {
  readonly hexes: readonly string[];
  /** The ink that this colour is, or MIXED. */
  label(rgb: number): number;
  /** The ink nearest to the colour, of those in the mask; of all when the mask is empty. */
  nearest(rgb: number, mask: number): number;
  /**
   * The colour as one ink or as a mixture of two, as a renderer blends them where they meet. Inks of the mask (bit k for
   * ink k) are those that stand beside it: only when they do not explain the colour are the others asked.
   */
  mixture(rgb: number, mask: number): Mixture;
  /** The mixture of exactly these two; null when the colour is no such mixture. */
  between(rgb: number, mask: number): Mixture | null;
}

/** Knows how colours are made of these inks. Answers are remembered: pictures repeat their colours. */
export function inkMixtures(hexes: readonly string[]): InkMixtures {
  if (hexes.length > MOST_PLATES) throw new RangeError(`${hexes.length} inks`);
  const inks = hexes.map(rgbOf);
  const labs = inks.map(oklab);
  const every = (1 << inks.length) - 1;

  const nearest = (rgb: number, mask: number): number => {
    const lab = oklab(rgb);
    const among = mask & every || every;
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let ink = 0; ink < inks.length; ink++) {
      const off = among & (1 << ink) ? colourDistance(lab, labs[ink]!) : Number.POSITIVE_INFINITY;
      if (off < least) [best, least] = [ink, off];
    }
    return best;
  };

  const bestOf = (rgb: number, mask: number): Mixture => {
    const lab = oklab(rgb);
    let best: Mixture = { first: 0, second: 0, share: 0, off: Number.POSITIVE_INFINITY };
    for (let first = 0; first < inks.length; first++) {
      if (!(mask & (1 << first))) continue;
      const off = colourDistance(lab, labs[first]!);
      if (off < best.off) best = { first, second: first, share: 0, off };
    }
    const pair = nearestPair(rgb, inks, mask);
    if (!pair) return best;
    const off = colourDistance(lab, oklab(blend(inks[pair.first]!, inks[pair.second]!, pair.share)));
    return off < best.off ? { ...pair, share: Math.round(255 * pair.share), off } : best;
  };

  const search = (rgb: number, mask: number): Mixture => {
    const beside = mask & every;
    const own = 1 << nearest(rgb, 0);
    // Two that meet make all colours between them, also those that are nearer to a third.
    if (beside & (beside - 1)) {
      const meeting = bestOf(rgb, beside);
      if (meeting.off <= GOOD_ENOUGH) return meeting;
    }
    if (beside) {
      const local = bestOf(rgb, beside | own);
      if (local.off <= GOOD_ENOUGH) return local;
    }
    const best = bestOf(rgb, every);
    // A trace of an ink that is nowhere near is an artefact: what a resampled edge has too much of.
    const isTrace = Math.min(best.share, 255 - best.share) < LEAST_FOREIGN * 255;
    return beside && best.share > 0 && isTrace ? bestOf(rgb, 1 << (best.share < 128 ? best.first : best.second)) : best;
  };

  const labels = remembered((rgb) => {
    const ink = nearest(rgb, 0);
    return colourDistance(oklab(rgb), labs[ink]!) <= PURE ? ink : MIXED;
  });
  const mixtures = remembered((key) => search(Math.floor(key / 256), key & 255));
  return {
    hexes,
    label: labels,
    nearest,
    mixture: (rgb, mask) => mixtures(rgb * 256 + mask),
    between(rgb, mask) {
      const found = bestOf(rgb, mask & every);
      return found.first !== found.second && found.off <= GOOD_ENOUGH ? found : null;
    },
  };
}

/** The two inks on whose line the colour lies best, in the values that renderers blend; null when it is one of the inks. */
function nearestPair(
  rgb: number,
  inks: readonly number[],
  mask: number,
): { first: number; second: number; share: number } | null {
  let [best, least]: [{ first: number; second: number; share: number } | null, number] = [
    null,
    Number.POSITIVE_INFINITY,
  ];
  for (let first = 0; first < inks.length; first++) {
    for (let second = first + 1; second < inks.length; second++) {
      if (!(mask & (1 << first)) || !(mask & (1 << second))) continue;
      const share = shareOf(rgb, inks[first]!, inks[second]!);
      if (share < LEAST_SHARE || share > 1 - LEAST_SHARE) continue;
      const off = squaredStep(rgb, blend(inks[first]!, inks[second]!, share));
      if (off < least) [best, least] = [{ first, second, share }, off];
    }
  }
  return best;
}

function squaredStep(a: number, b: number): number {
  const red = ((a >> 16) & 255) - ((b >> 16) & 255);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

/** How far along the line from one ink to the other the colour lies. */
function shareOf(rgb: number, from: number, to: number): number {
  const [red, green, blue] = [(from >> 16) & 255, (from >> 8) & 255, from & 255];
  const [toRed, toGreen, toBlue] = [((to >> 16) & 255) - red, ((to >> 8) & 255) - green, (to & 255) - blue];
  const length = toRed * toRed + toGreen * toGreen + toBlue * toBlue;
  if (length === 0) return 0;
  const dot =
    toRed * (((rgb >> 16) & 255) - red) + toGreen * (((rgb >> 8) & 255) - green) + toBlue * ((rgb & 255) - blue);
  return Math.min(1, Math.max(0, dot / length));
}

function blend(from: number, to: number, share: number): number {
  const [red, green, blue] = [(from >> 16) & 255, (from >> 8) & 255, from & 255];
  return (
    (Math.round(red + (((to >> 16) & 255) - red) * share) << 16) |
    (Math.round(green + (((to >> 8) & 255) - green) * share) << 8) |
    Math.round(blue + ((to & 255) - blue) * share)
  );
}

const SLOTS = 1 << 15;

/** A pure function of a whole number, with its last answers at hand: memory stays the same however large the picture. */
function remembered<T>(ask: (key: number) => T): (key: number) => T {
  const keys = new Float64Array(SLOTS).fill(-1);
  const answers = new Array<T>(SLOTS);
  return (key) => {
    const slot = (Math.imul(key ^ (key / 0x1_0000), 0x9e37_79b1) >>> 17) & (SLOTS - 1);
    if (keys[slot] !== key) {
      keys[slot] = key;
      answers[slot] = ask(key);
    }
    return answers[slot]!;
  };
}
