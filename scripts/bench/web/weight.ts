import { atMost, figure } from '../report.ts';
import { phone, readToTheEnd, visit, withBrowser } from './visit.ts';
import type { WebBench } from './web.ts';

/** Kilobytes: of the scripts of a first screen, and of the gallery with everything that scrolling through it brings. */
const SCRIPTS_KB = 95;
const GALLERY_KB = 460;

interface File {
  readonly kind: 'page' | 'scripts' | 'styles' | 'fonts' | 'pictures' | 'answers';
  readonly bytes: number;
  /** It was there before the page could be used. */
  readonly isFirst: boolean;
  readonly headers: number;
}

/** What each page brings over the network, compressed as it goes. Bytes do not waver: once is enough. */
export async function weighPages({ chromium, pages, report }: WebBench): Promise<void> {
  await withBrowser(chromium, async (browser) => {
    for (const page of Object.values(pages)) {
      const files = await visit(browser, page, phone, async (shown) => {
        await shown.waitForFunction(() => performance.getEntriesByName('works').length > 0);
        await shown.waitForLoadState('networkidle');
        const first = await shown.evaluate(filesOf);
        await readToTheEnd(shown);
        return { first, all: await shown.evaluate(filesOf) };
      });
      const scripts = (what: string, counted: readonly File[]) =>
        report.add(atMost(SCRIPTS_KB, figure(`${page.name}: scripts ${what}`, sum(counted, 'scripts'), 'kB br')));
      scripts(
        'until the page works',
        files.first.filter(({ isFirst }) => isFirst),
      );
      scripts('with what comes after, until somebody acts', files.first);
      const whole = figure(`${page.name}: all of it, read to the end`, sum(files.all), 'kB', parts(files.all));
      report.add(page.name === 'gallery' ? atMost(GALLERY_KB, whole) : whole);
    }
  });
}

function sum(files: readonly File[], kind?: File['kind']): number {
  const chosen = files.filter((file) => kind === undefined || file.kind === kind);
  return chosen.reduce((total, { bytes }) => total + bytes, 0) / 1000;
}

function parts(files: readonly File[]): string {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  const words = kinds.map((kind) => {
    const count = files.filter((file) => file.kind === kind).length;
    return `${count} ${kind} ${Math.round(sum(files, kind))}`;
  });
  const headers = files.reduce((total, file) => total + file.headers, 0) / 1000;
  return `${words.join(', ')}; and headers of ${Math.round(headers)} kB, which HTTP/2 packs`;
}

/** Runs in the page: the browser's own account of what came. */
function filesOf(): File[] {
  const works = performance.getEntriesByName('works')[0]?.startTime ?? 0;
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
  return entries.map(({ name, initiatorType, encodedBodySize, transferSize, responseEnd }) => {
    const path = new URL(name).pathname;
    const ending = path.slice(path.lastIndexOf('.') + 1);
    const kind =
      initiatorType === 'navigation'
        ? 'page'
        : ending === 'js'
          ? 'scripts'
          : ending === 'css'
            ? 'styles'
            : ending === 'woff2'
              ? 'fonts'
              : ['avif', 'webp', 'jpeg', 'png', 'svg'].includes(ending)
                ? 'pictures'
                : 'answers';
    const headers = Math.max(0, transferSize - encodedBodySize);
    return { kind, bytes: encodedBodySize, isFirst: responseEnd <= works, headers };
  });
}
