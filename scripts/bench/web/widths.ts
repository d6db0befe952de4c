import { atMost, figure } from '../report.ts';
import { phone, readToTheEnd, visit, withBrowser } from './visit.ts';
import type { WebBench } from './web.ts';

/** Screens as people have them: how wide, how high, and how many pixels of theirs are one of ours. */
const screens = [
  [360, 740, 2],
  [390, 844, 3],
  [412, 823, 1.75],
  [768, 1024, 2],
  [1440, 900, 1],
  [1440, 900, 2],
  [1440, 900, 3],
  [2560, 1440, 1],
] as const;

interface Shown {
  readonly needed: number;
  readonly chosen: number;
  readonly widths: readonly number[];
}

/** Whether each picture that a browser chose is wide enough for where it stands, and not a step wider than that. */
export async function checkWidths({ chromium, pages, report }: WebBench): Promise<void> {
  const wrong: string[] = [];
  let looked = 0;
  await withBrowser(chromium, async (browser) => {
    for (const page of [pages.home, pages.gallery, pages.ballot, pages.design, pages.run]) {
      for (const [width, height, deviceScaleFactor] of screens) {
        const small = width < 800;
        const screen = { ...phone, viewport: { width, height }, deviceScaleFactor, isMobile: small, hasTouch: small };
        const shown = await visit(browser, page, screen, async (open) => {
          await readToTheEnd(open);
          return open.evaluate(picturesOf);
        });
        looked += shown.length;
        for (const picture of shown) {
          const fault = faultOf(picture);
          if (fault) wrong.push(`${page.name} at ${width} × ${deviceScaleFactor}: ${fault}`);
        }
      }
    }
  });
  report.add(atMost(0, figure('pictures too narrow or too wide for their place', wrong.length, `of ${looked}`)));
  for (const [fault, count] of Map.groupBy(wrong, (words) => words)) report.note(`  ${count.length} × ${fault}`);
}

/** The narrowest that is wide enough is right; a tenth less is seen by nobody, and browsers take it. */
export function faultOf({ needed, chosen, widths }: Shown): string | null {
  const enough = (width: number) => width >= needed * 0.9;
  const sorted = [...widths].sort((a, b) => a - b);
  const narrowest = sorted.find(enough) ?? sorted.at(-1) ?? 0;
  const step = sorted[sorted.indexOf(narrowest) + 1] ?? narrowest;
  if (chosen < narrowest) return `${chosen} where ${Math.round(needed)} are shown and ${narrowest} is there`;
  if (chosen > step) return `${chosen} where ${Math.round(needed)} are shown and ${narrowest} would do`;
  return null;
}

/** Runs in the page. */
function picturesOf(): Shown[] {
  return [...document.images].flatMap((image) => {
    const sources = [...(image.closest('picture')?.querySelectorAll('source') ?? [])];
    const widths = sources
      .map(({ srcset }) => srcset.split(', ').map((part) => part.split(' ')))
      .map((parts) =>
        parts.map(([url = '', width = '']) => [new URL(url, location.href).href, Number.parseInt(width, 10)] as const),
      )
      .find((parts) => parts.some(([url]) => url === image.currentSrc));
    const chosen = widths?.find(([url]) => url === image.currentSrc)?.[1];
    if (!widths || !chosen || image.clientWidth === 0) return [];
    return [{ needed: image.clientWidth * devicePixelRatio, chosen, widths: widths.map(([, width]) => width) }];
  });
}
