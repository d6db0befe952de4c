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
 * Kilobytes of script, brotli, that a first screen may bring: page, shared code and one language. The design asks for
 * 95; the libraries alone are 82. These are where we stand: they may be lowered, and nothing may grow past them.
 */
const limits = {
  'cycle/rounds/home-page.tsx': { texts: ['platform', 'home', 'gallery'], most: 124 },
  'cycle/rounds/gallery-page.tsx': { texts: ['platform', 'gallery', 'home'], most: 122 },
  'cycle/ballots/ballot-page.tsx': { texts: ['platform', 'ballot'], most: 132 },
  'cycle/submissions/design-page.tsx': { texts: ['platform', 'design', 'gallery'], most: 122 },
  'cycle/runs/run-page.tsx': { texts: ['platform', 'run'], most: 128 },
} as const;

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

  for (const [page, { texts, most }] of Object.entries(limits)) {
    it(`of ${page} is at most ${most} kB, in either language`, () => {
      const manifest = read();
      for (const lang of ['fr', 'en']) {
        const areas = texts.map((area) => `src/platform/i18n/${lang}/${area}.ts`);
        const roots = ['src/entry-client.ts', 'src/start.tsx', `src/${page}`, ...areas];
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

  it('brings customers nothing of the operators’ desks', () => {
    const manifest = read();
    const pages = Object.keys(limits).map((page) => `src/${page}`);
    const keys = [...withImports(manifest, ['src/entry-client.ts', 'src/start.tsx', ...pages])];
    const sources = keys.flatMap((key) => [key, manifest[key]?.src ?? '']);
    expect(sources.filter((source) => /\/ops\/|\/ops-(?!routes)/.test(source))).toEqual([]);
  });
});
