import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { precompress } from './precompress.ts';

/**
 * Writes beside every `load: () => import('./x.tsx')` of the route lists, and every `part(() => import('./x.tsx'), 'X')`,
 * which source file it is, so that the server finds its chunk and styles in the client manifest without anyone naming
 * the file twice.
 */
function sources(): Plugin {
  const sourceOf = (id: string, path: string) => `'${relative(import.meta.dirname, join(dirname(id), path))}'`;
  return {
    name: 'fraisier-sources',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/web\/src\/.+\.tsx?$/.test(id)) return null;
      const sourced = code
        .replace(/load: \(\) => import\('(\.\/[^']+)'\)/g, (found, path) => `${found}, source: ${sourceOf(id, path)}`)
        .replace(
          /(part\(\(\) => import\('(\.[^']+)'\), '\w+')\)/g,
          (_, call, path) => `${call}, ${sourceOf(id, path)})`,
        );
      return sourced === code ? null : { code: sourced, map: null };
    },
  };
}

/**
 * Leaves of each contract what a call is made of: its name, method and address. Its schemas are the server's, and those
 * that limit a form have names of their own. The repository's formatting says where a part begins and ends.
 */
function addressesOnly(code: string): string {
  const parts = /^ {2}(?!name|method|path|upload)\w+(?::|,$)[\s\S]*?(?=^ {2}\w|^\}\);)/gm;
  return code.replace(/= contract\(\{\n[\s\S]*?^\}\);/gm, (whole) => whole.replace(parts, ''));
}

/** Lets the bundler drop contracts that no page uses: it cannot know that building a schema does nothing else. */
function droppable(): Plugin {
  return {
    name: 'fraisier-droppable',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/shared/src/contracts/')) return null;
      const builders = /(?<![\w.])(contract|line|text|listOf|Nullable|Type\.[A-Z]\w+)\(/g;
      return { code: addressesOnly(code).replace(builders, '/*@__PURE__*/ $1('), map: null };
    },
  };
}

/** The pages that people come to first, from a search, a shared link or a mail. */
const firstPages =
  /\/src\/(start|cycle\/(rounds\/(home|gallery)|submissions\/design|runs\/run|ballots\/ballot)-page)\.tsx$/;

interface Graph {
  getModuleInfo(id: string): {
    readonly importers: readonly string[];
    readonly dynamicImporters: readonly string[];
    readonly code: string | null;
  } | null;
}

/** What every page starts with waits for nothing else, and React stays the same for longest. */
function startOf(id: string): string | null {
  if (/vite\/preload-helper|\/src\/entry-client\.ts$/.test(id)) return 'entry-client';
  return /\/node_modules\/(react|react-dom|scheduler)\//.test(id) ? 'libraries' : null;
}

/** Every module that leads to one, itself included. */
function waysTo(id: string, graph: Graph): Set<string> {
  const seen = new Set([id]);
  for (const one of seen) for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  return seen;
}

/** Which of the first pages bring a module that is none of them; `start` is in them all. */
function sharersOf(id: string, graph: Graph): string[] {
  // Lists that go on belong to the console.
  if (/@tanstack.*\/(index|useQueries|queriesObserver|useInfiniteQuery|infiniteQueryObserver)\.js$/.test(id)) return [];
  if (/\/i18n\/(plural|months)\.ts$/.test(id)) return ['start'];
  if (firstPages.test(id)) return [];
  return [...waysTo(id, graph)].flatMap((one) => firstPages.exec(one)?.[1]?.match(/\w+(?=-page|$)/)?.[0] ?? []).sort();
}

/** What just two of the first pages share, where it is worth a file: the others do without. */
function sharedByTwo(id: string, graph: Graph): string | null {
  const pages = sharersOf(id, graph);
  return pages.length === 2 && !pages.includes('start') && !id.includes('.module.css') ? pages.join('-and-') : null;
}

/** Another page, or a part that comes by itself. */
function isElsewhere(id: string, graph: Graph): boolean {
  if (firstPages.test(id)) return false;
  return /-page\.tsx$/.test(id) || (graph.getModuleInfo(id)?.dynamicImporters ?? []).length > 0;
}

/** What just one of them shares with its parts and with other pages: not a file each. */
function sharedWithOthers(id: string, graph: Graph): string | null {
  const [page, ...more] = sharersOf(id, graph);
  if (!page || more.length > 0 || page === 'start' || id.includes('.module.css')) return null;
  const others = [...waysTo(id, graph)].filter((one) => isElsewhere(one, graph));
  if (others.length === 0) return null;
  if (id.includes('/platform/ui/')) return `${page}-controls`;
  return others.some((one) => /-page\.tsx$/.test(one)) ? `${page}-and-others` : `${page}-and-parts`;
}

/** The first pages that show a style, themselves or in a part of theirs, and whether any other page does. */
function showersOf(id: string, graph: Graph): { readonly first: readonly string[]; readonly others: boolean } {
  const isPage = (one: string) => /(-page|\/start)\.tsx$/.test(one);
  const isPart = (one: string) => /\bpart\(/.test(graph.getModuleInfo(one)?.code ?? '');
  const seen = new Set([id]);
  for (const one of seen) {
    const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(one) ?? {};
    for (const importer of importers) seen.add(importer);
    if (!isPage(one)) for (const importer of dynamicImporters.filter(isPart)) seen.add(importer);
  }
  const pages = [...seen].filter(isPage);
  const first = pages.flatMap((one) => firstPages.exec(one)?.[1]?.match(/\w+(?=-page|$)/)?.[0] ?? []).sort();
  return { first, others: pages.length > first.length };
}

/**
 * Styles block what is seen: those of a page and of its parts are one file, whoever else shows some of them, and those of
 * the kit that several pages show are the shop's. What is of a page must come after the shop's, which ends with the look
 * of all pages, and may overrule it.
 */
function stylesOf(id: string, graph: Graph): string | null {
  const { first, others } = showersOf(id, graph);
  const page = first.at(-1);
  if (!page) return null;
  const isOfMany = first.length > 1 || others;
  // Not those of a part alone, which is shown elsewhere too.
  const isWithPage = sharersOf(id, graph).length > 0;
  if (isOfMany && isWithPage) return 'shop';
  if (!isOfMany || !id.includes('/platform/ui/')) return `${page}-styles`;
  return first.length > 1 ? 'shop' : null;
}

/** What most of the first pages share: forty small files would cost a tenth more bytes, and a request each. */
function shared(id: string, graph: Graph): string | null {
  if (id.includes('.module.css')) return stylesOf(id, graph);
  const pages = sharersOf(id, graph);
  return pages.length > 1 || pages.includes('start') ? 'shop' : null;
}

/** A style's name in its module, and four signs of where that lies: half of the bytes of the default. */
function shortName(name: string, file: string): string {
  const place = relative(import.meta.dirname, file.split('?')[0] ?? file);
  return `${name}-${createHash('sha256').update(place).digest('base64url').slice(0, 4)}`;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [sources(), droppable(), react(), precompress()],
  resolve: {
    alias: {
      typebox: fileURLToPath(new URL('./src/platform/schema-lite.ts', import.meta.url)),
      // React has had it since 18; the shim is for older ones.
      'use-sync-external-store/shim/index.js': 'react',
    },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  css: { modules: { generateScopedName: shortName } },
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // The content policy allows no data: addresses in styles.
    assetsInlineLimit: 0,
    // A page's own imports are few and come with it; only its styles must be there before it.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')),
    },
    // light-dark() must reach the browser as it stands: a subtree's color-scheme switches every token in it.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: isSsrBuild ? 'src/entry-server.tsx' : 'src/entry-client.ts',
      treeshake: { propertyReadSideEffects: false },
      ...(!isSsrBuild && {
        output: {
          codeSplitting: {
            groups: [
              { name: startOf },
              { name: sharedByTwo, minSize: 4000, includeDependenciesRecursively: false },
              { name: sharedWithOthers, includeDependenciesRecursively: false },
              { name: shared, includeDependenciesRecursively: false },
            ],
          },
        },
      }),
    },
  },
  // The checker's worker is a module, as the content policy wants it: a file of our own.
  worker: { format: 'es' },
  // The server imports one folder and nothing of ours from node_modules.
  ssr: { noExternal: true },
}));
