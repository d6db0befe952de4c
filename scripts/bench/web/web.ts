import { loadavg } from 'node:os';
import type { Bench } from '../../bench.ts';
import { runScript } from '../../support/children.ts';
import { root } from '../../support/folders.ts';
import { PlainError } from '../../support/plain-error.ts';
import { buildWebIfStale } from '../../support/web-build.ts';
import { type BenchShop, openBenchShop } from '../bench-shop.ts';
import type { Report } from '../report.ts';
import { findPages, type PageName, type PageToMeasure, pageNames } from './pages.ts';
import { measureSpeed } from './speed.ts';
import { findChromium, findLighthouse } from './tools.ts';
import { measureTouch } from './touch.ts';
import { weighPages } from './weight.ts';
import { checkWidths } from './widths.ts';

export interface WebBench {
  readonly chromium: string;
  readonly lighthouse: string;
  readonly shop: BenchShop;
  readonly pages: Readonly<Record<PageName, PageToMeasure>>;
  /** Those of `--only`, or all. */
  readonly chosen: readonly PageName[];
  readonly report: Report;
  readonly times: number;
}

/** The last row of performance.md: the first page on a phone, what it weighs, and how soon it answers a finger. */
export const web: Bench<'times', PageName | 'weight' | 'touch' | 'widths'> = {
  numbers: { times: 5 },
  steps: [...pageNames, 'weight', 'touch', 'widths'],

  async run(report, { times }, steps) {
    const chromium = findChromium();
    const lighthouse = await findLighthouse(report.note);
    report.note(
      `Chromium at ${chromium}, Lighthouse at ${lighthouse}; the demo’s month on a Postgres of its own, the built web and the ` +
        `server as one process, without a proxy in front; each page ${times} times, with scripts and without in turn. ` +
        `Load of the machine before: ${loadavg()[0]?.toFixed(1)}.`,
    );
    const built = await buildWebIfStale();
    if (built) report.note('The web is built.');
    report.note('Seeding the demo and drawing its pictures …');
    const shop = await openBenchShop({ settings: { DEMO: 'true' }, prepare: seed });
    try {
      const chosen = pageNames.filter((name) => steps.has(name));
      const pages = await findPages(shop);
      const bench = { chromium, lighthouse, shop, pages, chosen, report, times };
      for (const name of chosen) await measureSpeed(bench, pages[name]);
      if (steps.has('weight')) await weighPages(bench);
      if (steps.has('touch')) await measureTouch(bench);
      if (steps.has('widths')) await checkWidths(bench);
      report.note(`Load of the machine after: ${loadavg()[0]?.toFixed(1)}.`);
    } finally {
      await shop.close();
    }
  },
};

async function seed(env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await runScript('scripts/demo/seed.ts', { cwd: root, env });
  if (code !== 0) throw new PlainError(`The demo could not be seeded:\n\n${output.trim()}`);
}
