import { median, spreadOf } from '../measure.ts';
import { atLeast, atMost, figure } from '../report.ts';
import { loadOnce } from './lighthouse.ts';
import type { PageToMeasure } from './pages.ts';
import { type PageLoad, scores } from './read-result.ts';
import type { WebBench } from './web.ts';

const least = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const LCP_MS = 1800;
const TBT_MS = 100;

/** Loads one page so many times as it is, and in turn without its scripts: the least that its pictures and styles take. */
export async function measureSpeed(bench: WebBench, page: PageToMeasure): Promise<void> {
  const { report, times } = bench;
  const whole: PageLoad[] = [];
  const bare: PageLoad[] = [];
  for (let nth = 0; nth < times; nth++) {
    whole.push(await loadOnce(bench, page, { scripts: true }));
    bare.push(await loadOnce(bench, page, { scripts: false }));
  }
  const row = (what: string, unit: string, values: readonly number[]) =>
    figure(`${page.name}: ${what}`, median(values), unit, spreadOf(values));
  for (const name of scores) {
    report.add(
      atLeast(
        least[name],
        row(
          name,
          'of 100',
          whole.map((load) => load.scores[name] ?? Number.NaN),
        ),
      ),
    );
  }
  for (const fault of new Set(whole.flatMap(({ faults }) => faults))) report.note(`  ${fault}`);
  const of = (loads: readonly PageLoad[], name: keyof PageLoad['times']) => loads.map((load) => load.times[name]);
  report.add(row('first contentful paint', 'ms', of(whole, 'fcp')));
  report.add(atMost(LCP_MS, row('largest contentful paint', 'ms', of(whole, 'lcp'))));
  report.add(row('the same without scripts', 'ms', of(bare, 'lcp')));
  const ratios = of(whole, 'lcp').map((value, nth) => value / (bare[nth]?.times.lcp ?? Number.NaN));
  report.add(row('with scripts ÷ without', '×', ratios));
  report.add(atMost(TBT_MS, row('total blocking time', 'ms', of(whole, 'tbt'))));
  report.add(atMost(0, row('layout shift', '', of(whole, 'cls'))));
  const machine = whole.map((load) => load.machine);
  report.note(`  Lighthouse’s index of the machine: ${Math.round(median(machine))} (${spreadOf(machine)})`);
}
