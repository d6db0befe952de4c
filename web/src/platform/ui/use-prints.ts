import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { Pixels } from '@fraisier/shared/cycle/artwork/pixels.ts';
import { printAlone, widthOnCloth } from '@fraisier/shared/cycle/cotton.ts';
import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import { type Placement, placementOfText, placementText } from '@fraisier/shared/cycle/placement.ts';
import { useEffect, useState } from 'react';
import folds from '../../assets/tee/folds.webp';
import type { Printed, PrintJob } from './print.worker.ts';

/** Twice as wide as the print on a shirt in a list; as the shop's own smaller picture of it. */
const CLOTH_WIDTH = 352;

const none: ReadonlyMap<FabricId, Picture> = new Map();

/**
 * A picture that this page holds, folded into cotton of each of these fabrics as the shop will draw it; for
 * `<Tee folded>`. Made in a worker, one after the other; a fabric that is not there yet, or a browser that cannot, has
 * none: show the picture itself.
 */
export function usePrints(
  picture: Picture | null,
  { widthMm, heightMm }: PrintJob['printArea'],
  fabrics: readonly FabricId[],
  placement: Placement | null = null,
): ReadonlyMap<FabricId, Picture> {
  const [prints, setPrints] = useState(none);
  const address = picture?.url ?? null;
  // By what is in it: a list made while rendering is another one each time.
  const asked = fabrics.join(' ');
  const placed = placement && placementText(placement);
  useEffect(() => {
    setPrints(none);
    if (!address) return;
    const made = new Map<FabricId, Picture>();
    const worker = new Worker(new URL('./print.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data: { fabric, width, height, blob } }: MessageEvent<Printed>) => {
      made.set(fabric, { format: 'png', width, height, url: URL.createObjectURL(blob) });
      setPrints(new Map(made));
    };
    // The flat picture stays: it says as much, if not as well.
    worker.onerror = (event) => event.preventDefault();
    const printArea = { widthMm, heightMm };
    const on = { printArea, placement: placed === null ? null : placementOfText(placed) };
    jobOf(address, on, asked.split(' ').filter(Boolean) as FabricId[]).then(
      (job) => job && worker.postMessage(job),
      () => worker.terminate(),
    );
    return () => {
      worker.terminate();
      // The page still shows them until it is drawn again, and may be about to load one.
      setTimeout(() => {
        for (const { url } of made.values()) URL.revokeObjectURL(url);
      }, 2_000);
    };
  }, [address, widthMm, heightMm, asked, placed]);
  return prints;
}

async function jobOf(
  address: string,
  on: Pick<PrintJob, 'printArea' | 'placement'>,
  fabrics: readonly FabricId[],
): Promise<PrintJob | null> {
  const [image, layer] = await Promise.all([decoded(address), decoded(folds)]);
  const cloth = drawn(layer, CLOTH_WIDTH);
  const size = { width: image.naturalWidth, height: image.naturalHeight };
  const art = cloth && drawn(image, widthOnCloth(size, { cloth, print: printAlone, ...on }));
  return art && { art, cloth, ...on, fabrics };
}

async function decoded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function drawn(image: HTMLImageElement, width: number): Pixels | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.max(1, Math.round((width * image.naturalHeight) / image.naturalWidth));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
