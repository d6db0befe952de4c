/**
 * Paints a thumbhash behind a picture that has not come yet, and takes it away in one step when it has: the art is
 * transparent, so nothing may stay behind it. Gives what ends it.
 */
export function holdPlace(image: HTMLImageElement, thumbhash: string): (() => void) | undefined {
  if (image.complete) return undefined;
  let url: string | undefined;
  let over = false;
  const end = () => {
    over = true;
    image.removeEventListener('load', end);
    image.removeEventListener('error', end);
    image.style.backgroundImage = '';
    if (url) URL.revokeObjectURL(url);
  };
  image.addEventListener('load', end);
  image.addEventListener('error', end);
  void paint(thumbhash).then((blob) => {
    if (over || !blob) return;
    url = URL.createObjectURL(blob);
    image.style.backgroundSize = '100% 100%';
    image.style.backgroundImage = `url(${url})`;
  });
  return end;
}

async function paint(thumbhash: string): Promise<Blob | null> {
  const { thumbHashToRGBA } = await import('thumbhash');
  const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (sign) => sign.charCodeAt(0)));
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const pixels = new ImageData(w, h);
  pixels.data.set(rgba);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
