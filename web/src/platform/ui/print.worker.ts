import type { Pixels } from '@fraisier/shared/cycle/artwork/pixels.ts';
import { layPrint, printAlone } from '@fraisier/shared/cycle/cotton.ts';
import { type FabricId, fabrics } from '@fraisier/shared/cycle/garments.ts';
import type { Placement } from '@fraisier/shared/cycle/placement.ts';

export interface PrintJob {
  readonly art: Pixels;
  readonly cloth: Pixels;
  readonly printArea: { readonly widthMm: number; readonly heightMm: number };
  readonly placement: Placement | null;
  readonly fabrics: readonly FabricId[];
}

/** One message for each fabric, in the order asked for. */
export interface Printed {
  readonly fabric: FabricId;
  readonly width: number;
  readonly height: number;
  readonly blob: Blob;
}

self.onmessage = async ({ data: job }: MessageEvent<PrintJob>) => {
  for (const fabric of job.fabrics) {
    const { data, width, height } = layPrint(job.art, { ...job, print: printAlone, fabric: fabrics[fabric] });
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    self.postMessage({ fabric, width, height, blob } satisfies Printed);
  }
};
