import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { journey } from '../support/browser.ts';

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const client = new URL('../../web/dist/client/', import.meta.url);

/**
 * Kilobytes of script, brotli, that a first screen may bring: page, shared code and one language, without the parts that
 * stand below it or come with an act. The design asks for 95; the libraries alone are 69. Nothing may grow past these.
 * A ballot that comes with its hand brings what it is voted on with; a member’s run, what asks for an address and orders.
 */
const limits = {
  'cycle/rounds/home-page.tsx': { texts: ['platform', 'home', 'call'], most: 93.5 },
  'cycle/rounds/gallery-page.tsx': { texts: ['platform', 'gallery', 'call'], most: 93.5 },
  'cycle/ballots/ballot-page.tsx': { texts: ['platform', 'ballot'], most: 94 },
  'cycle/ballots/parts/dealt-hand.tsx': {
    of: 'cycle/ballots/ballot-page.tsx',
    texts: ['platform', 'ballot'],
    most: 102,
  },
  'cycle/submissions/design-page.tsx': { texts: ['platform', 'design'], most: 93.5 },
  'cycle/runs/run-page.tsx': { texts: ['platform', 'run'], most: 95 },
  'cycle/runs/parts/delivery.tsx': { of: 'cycle/runs/run-page.tsx', texts: ['platform', 'run', 'address'], most: 99 },
} as const satisfies Record<string, { of?: string; texts: readonly string[]; most: number }>;

journey('the script of a first screen', () => {
  const read = () =>
    JSON.parse(readFileSync(new URL('.vite/manifest.json', client), 'utf8')) as Readonly<Record<string, Chunk>>;

  function withImports(manifest: Readonly<Record<string, Chunk>>, roots: readonly string[]): Set<string> {
    const seen = new Set<string>();
    const visit = (key: string) => {
      if (seen.has(key)) return;
      seen.add(key);
      for (const next of manifest[key]?.imports ?? []) visit(next);
    };
    for (const root of roots) visit(root);
    return seen;
  }

  for (const [page, { texts, most, ...part }] of Object.entries(limits)) {
    it(`of ${page} is at most ${most} kB, in either language`, () => {
      const manifest = read();
      for (const lang of ['fr', 'en']) {
        const areas = texts.map((area) => `src/platform/i18n/${lang}/${area}.ts`);
        const around = 'of' in part ? [`src/${part.of}`] : [];
        const roots = ['src/entry-client.ts', 'src/start.tsx', ...around, `src/${page}`, ...areas];
        for (const root of roots) expect(manifest[root], root).toBeDefined();
        const files = new Set([...withImports(manifest, roots)].map((key) => manifest[key]!.file));
        const bytes = [...files].map((file) => brotliCompressSync(readFileSync(new URL(file, client))).length);
        const kilobytes = bytes.reduce((sum, one) => sum + one, 0) / 1000;
        expect(kilobytes, lang).toBeLessThan(most);
        // The limit follows when there is less: a page may not grow back unseen.
        expect(kilobytes, lang).toBeGreaterThan(most - 6);
      }
    });
  }

  it('begins with one file that waits for no other', () => {
    expect(read()['src/entry-client.ts']?.imports ?? []).toEqual([]);
  });

  it('brings customers nothing of the operators’ desks', () => {
    const manifest = read();
    const pages = Object.keys(limits).map((page) => `src/${page}`);
    const keys = [...withImports(manifest, ['src/entry-client.ts', 'src/start.tsx', ...pages])];
    const sources = keys.flatMap((key) => [key, manifest[key]?.src ?? '']);
    expect(sources.filter((source) => /\/ops\/|\/ops-(?!routes)/.test(source))).toEqual([]);
  });
});
