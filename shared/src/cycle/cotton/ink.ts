import { channelsOf, type Sample } from './sample.ts';

export interface Fabric {
  readonly hex: string;
  /** Needs opaque ink: see `fabrics` of garments.ts. */
  readonly dark: boolean;
}

/** How ink of a screen lies on a fabric. Shares of 1. */
interface InkOn {
  /** How much of the fabric's colour a print takes on: thin ink lets light through to it and back. */
  readonly soak: number;
  /** How much of the fabric is seen between the stitches. */
  readonly pores: number;
  /** How much an edge of ink catches the light: it stands some hundredths of a millimetre high. */
  readonly edge: number;
}

const onLight: InkOn = { soak: 0.22, pores: 0.07, edge: 0.035 };
const onDark: InkOn = { soak: 0, pores: 0.1, edge: 0.11 };

/** The darkest that ink on a dark fabric looks: it is smoother than cotton, and shines a little. */
const SHEEN = 20;

/** Writes the colour and the cover of ink on a fabric for one point of the print. */
export type Inking = (
  sample: Sample,
  /** -1 in a pore to 1 on a thread. */
  thread: number,
  /** How much more ink there is up left than down right: where an edge looks into the light. */
  rise: number,
  into: Float32Array,
) => void;

/** `into`: red, green, blue of 255 and cover of 1, not multiplied. */
export function inking(fabric: Fabric): Inking {
  const { soak, pores, edge } = fabric.dark ? onDark : onLight;
  const cloth = channelsOf(fabric.hex);
  const through = cloth.map((channel) => 1 - soak + (soak * channel) / 255) as [number, number, number];
  return (sample, thread, rise, into) => {
    const alpha = sample[3]!;
    if (alpha <= 0.5) {
      into.fill(0);
      return;
    }
    const cover = alpha / 255;
    // A stencil's edge follows the threads; inside, a thread stands out of the ink here and there.
    const frayed = cover + 0.5 * thread * cover * (1 - cover);
    const bare = pores * Math.max(0, -thread);
    const light = 1 + 0.02 * thread;
    const raised = 255 * edge * rise;
    const lift = fabric.dark ? SHEEN * (1 - lightness(sample, alpha)) : 0;
    for (let channel = 0; channel < 3; channel++) {
      const ink = (sample[channel]! / alpha) * 255 * through[channel]! * light + raised + lift;
      // In its colour and not in its cover: pictures with a grain in their transparency are three times as heavy.
      into[channel] = clamp(ink + (cloth[channel]! - ink) * bare);
    }
    into[3] = Math.max(0, Math.min(1, frayed));
  };
}

function lightness(sample: Sample, alpha: number): number {
  return Math.max(sample[0]!, sample[1]!, sample[2]!) / alpha;
}

function clamp(value: number): number {
  return value < 0 ? 0 : Math.min(value, 255);
}
