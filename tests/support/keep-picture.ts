import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Pages as the last run saw them, for people to look at; not in the repository. */
const folder = fileURLToPath(new URL('../.artefacts/pages', import.meta.url));

/** A browser draws no more than this at once. */
const STRIP_PX = 8000;

/** Keeps the whole page as `name.jpeg`, a very long one in numbered strips, with every picture in it there. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const { width, height } = await page.evaluate(async () => {
    const isThere = (image: HTMLImageElement) => {
      image.loading = 'eager';
      return image.decode().catch(() => undefined);
    };
    const late = new Promise((resolve) => setTimeout(resolve, 5000));
    await Promise.race([Promise.all([...document.images].map(isThere)), late]);
    const { clientWidth, scrollHeight } = document.documentElement;
    return { width: clientWidth, height: scrollHeight };
  });
  mkdirSync(folder, { recursive: true });
  const strips = Math.ceil(height / STRIP_PX);
  for (let strip = 0; strip < strips; strip += 1) {
    const y = strip * STRIP_PX;
    await page.screenshot({
      path: join(folder, `${name}${strips > 1 ? `-${strip + 1}` : ''}.jpeg`),
      type: 'jpeg',
      quality: 72,
      fullPage: true,
      clip: { x: 0, y, width, height: Math.min(STRIP_PX, height - y) },
    });
  }
}

/** Before a run, so that what is there is of that run. */
export default function forgetPictures(): void {
  rmSync(folder, { recursive: true, force: true });
}
