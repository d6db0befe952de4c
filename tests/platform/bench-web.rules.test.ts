import { describe, expect, it } from 'vitest';
import { type LighthouseResult, readResult } from '../../scripts/bench/web/read-result.ts';
import { faultOf } from '../../scripts/bench/web/widths.ts';

const url = 'http://localhost:3000/fr';

const result = (more: Partial<LighthouseResult> = {}): LighthouseResult => ({
  finalDisplayedUrl: url,
  environment: { benchmarkIndex: 1200 },
  categories: {
    performance: { score: 0.985, auditRefs: [{ id: 'largest-contentful-paint', weight: 25 }] },
    seo: {
      score: 0.66,
      auditRefs: [
        { id: 'is-crawlable', weight: 4 },
        { id: 'structured-data', weight: 0 },
        { id: 'canonical', weight: 1 },
        { id: 'hreflang', weight: 1 },
      ],
    },
  },
  audits: {
    'first-contentful-paint': { title: 'First', score: 1, numericValue: 900.4 },
    'largest-contentful-paint': { title: 'Largest', score: 0.5, numericValue: 1801 },
    'total-blocking-time': { title: 'Blocking', score: 1, numericValue: 0 },
    'cumulative-layout-shift': { title: 'Shift', score: 1, numericValue: 0.001 },
    'is-crawlable': { title: 'Page is blocked from indexing', score: 0 },
    'structured-data': { title: 'By hand', score: 0 },
    canonical: { title: 'Canonical', score: null },
    hreflang: { title: 'Hreflang', score: 1 },
  },
  ...more,
});

describe('what the bench reads of a Lighthouse result', () => {
  it('is scores of 100, moments in milliseconds, and the faults that cost points', () => {
    expect(readResult(result(), url)).toEqual({
      scores: { performance: 99, seo: 66 },
      times: { fcp: 900.4, lcp: 1801, tbt: 0, cls: 0.001 },
      faults: ['seo: Page is blocked from indexing (is-crawlable)'],
      machine: 1200,
    });
  });

  it('is nothing where the page failed, was another one, or was not measured', () => {
    const failed = result({ runtimeError: { code: 'NO_FCP', message: 'nothing was painted' } });
    expect(() => readResult(failed, url)).toThrow('nothing was painted');
    expect(() => readResult(result({ finalDisplayedUrl: `${url}/sign-in` }), url)).toThrow('/fr/sign-in');
    const { audits, categories } = result();
    const blind = result({ audits: { ...audits, 'total-blocking-time': { title: 'Blocking', score: null } } });
    expect(() => readResult(blind, url)).toThrow('total-blocking-time');
    const unjudged = result({ categories: { ...categories, performance: { score: null, auditRefs: [] } } });
    expect(() => readResult(unjudged, url)).toThrow('performance');
  });
});

describe('a picture in its place', () => {
  const widths = [1280, 320, 640];

  it('is right when it is the narrowest that is wide enough, or one step above', () => {
    for (const [needed, chosen] of [
      [274, 320],
      [320, 320],
      [321, 640],
      [274, 640],
      [2000, 1280],
    ] as const) {
      expect(faultOf({ needed, chosen, widths }), `${chosen} for ${needed}`).toBeNull();
    }
  });

  it('may be a tenth short, as browsers choose', () => {
    expect(faultOf({ needed: 350, chosen: 320, widths })).toBeNull();
    expect(faultOf({ needed: 360, chosen: 320, widths })).toMatch('640 is there');
  });

  it('is wrong when it is blurred though a wider one is there, or two steps too wide', () => {
    expect(faultOf({ needed: 600, chosen: 320, widths })).toMatch('640 is there');
    expect(faultOf({ needed: 274, chosen: 1280, widths })).toMatch('320 would do');
  });
});
