/** What is read of a Lighthouse result; the rest of it is not looked at. */
export interface LighthouseResult {
  readonly finalDisplayedUrl: string;
  readonly runtimeError?: { readonly code: string; readonly message: string };
  readonly environment: { readonly benchmarkIndex: number };
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly AuditRef[] }>
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

interface AuditRef {
  readonly id: string;
  readonly weight: number;
}

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly numericValue?: number;
}

export const scores = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export const times = {
  fcp: 'first-contentful-paint',
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
} as const;

/** One load of a page: its scores from 0 to 100, its moments in milliseconds, and what it was marked down for. */
export interface PageLoad {
  readonly scores: Readonly<Partial<Record<(typeof scores)[number], number>>>;
  readonly times: Readonly<Record<keyof typeof times, number>>;
  /** Titles of what is not perfect, by category; of performance, the scores say it better. */
  readonly faults: readonly string[];
  /** How fast Lighthouse found the machine. */
  readonly machine: number;
}

/** Throws where nothing was measured, or another page than the one that was asked for. */
export function readResult(result: LighthouseResult, url: string): PageLoad {
  if (result.runtimeError) throw new Error(`Lighthouse could not load ${url}: ${result.runtimeError.message}`);
  if (result.finalDisplayedUrl !== url) throw new Error(`${url} led Lighthouse to ${result.finalDisplayedUrl}`);
  const faults: string[] = [];
  const found: Partial<Record<(typeof scores)[number], number>> = {};
  for (const name of scores) {
    const category = result.categories[name];
    if (!category) continue;
    if (category.score === null) throw new Error(`Lighthouse gave ${url} no score for ${name}`);
    found[name] = Math.round(category.score * 100);
    if (name === 'performance') continue;
    for (const { id, weight } of category.auditRefs) {
      const audit = result.audits[id];
      if (weight > 0 && audit && audit.score !== null && audit.score < 1)
        faults.push(`${name}: ${audit.title} (${id})`);
    }
  }
  const numbers = Object.entries(times).map(([name, id]) => {
    const value = result.audits[id]?.numericValue;
    if (value === undefined) throw new Error(`Lighthouse gave ${url} no ${id}`);
    return [name, value] as const;
  });
  return {
    scores: found,
    times: Object.fromEntries(numbers) as PageLoad['times'],
    faults,
    machine: result.environment.benchmarkIndex,
  };
}
