import { thumbHashToRGBA } from 'thumbhash';

/**
 * Paints a thumbhash behind a picture that has not come yet, and takes it away in one step when it has: the art is
 * transparent, so nothing may stay behind it. Gives what ends it.
 */
export function holdPlace(image: HTMLImageElement, thumbhash: string): (() => void) | undefined {
  if (image.complete) return undefined;
  let url: string | undefined;
  let over = false;
  const paint = async () => {
    // Most pictures come before they are seen.
    if (over) return;
    const blob = await paintedHash(thumbhash);
    if (over || !blob) return;
    url = URL.createObjectURL(blob);
    image.style.backgroundSize = '100% 100%';
    image.style.backgroundImage = `url(${url})`;
  };
  const end = () => {
    over = true;
    near?.unobserve(image);
    image.removeEventListener('load', end);
    image.removeEventListener('error', end);
    image.style.backgroundImage = '';
    if (url) URL.revokeObjectURL(url);
  };
  image.addEventListener('load', end);
  image.addEventListener('error', end);
  paints.set(image, paint);
  near ??= new IntersectionObserver(paintNear, { rootMargin: '50% 0px' });
  near.observe(image);
  return end;
}

const paints = new WeakMap<Element, () => Promise<void>>();
let near: IntersectionObserver | undefined;
let turn = Promise.resolve();

/** Those on the screen, or half a screen away: one after the other, with room between for a touch. */
function paintNear(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    const paint = paints.get(target);
    if (!isIntersecting || !paint) continue;
    near?.unobserve(target);
    turn = turn
      .then(() => new Promise<void>((resume) => setTimeout(resume)))
      .then(paint)
      .catch(() => undefined);
  }
}

/** What a thumbhash holds of its picture. */
export async function paintedHash(thumbhash: string): Promise<Blob | null> {
  const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (sign) => sign.charCodeAt(0)));
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const pixels = new ImageData(w, h);
  pixels.data.set(rgba);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
