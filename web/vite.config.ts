import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Writes beside every `load: () => import('./x.tsx')` of the route lists which source file it is, so that the server
 * finds the page's chunk and styles in the client manifest without anyone naming the file twice.
 */
function routeSources(): Plugin {
  return {
    name: 'fraisier-route-sources',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/(ops-)?routes\.tsx$/.test(id)) return null;
      const sourced = code.replace(/load: \(\) => import\('\.\/([^']+)'\)/g, "$&, source: 'src/$1'");
      return { code: sourced, map: null };
    },
  };
}

/**
 * Leaves out of each contract what only the server and its readable page use: above all the answer's schema, which is
 * most of it. The repository's own formatting says where a part begins and ends.
 */
function withoutAnswers(code: string): string {
  const parts = /^ {2}(?:audience|session|summary|response|problems): [\s\S]*?(?=^ {2}\w|^\}\);)/gm;
  return code.replace(/= contract\(\{\n[\s\S]*?^\}\);/gm, (whole) => whole.replace(parts, ''));
}

/**
 * Lets the bundler drop what no page uses: contracts, for it cannot know that building a schema does nothing else, and
 * the router's links and forms, which hold its data router in by their display names (3 kB of script).
 */
function droppable(): Plugin {
  return {
    name: 'fraisier-droppable',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('/shared/src/contracts/')) {
        const builders = /(?<![\w.])(contract|line|text|listOf|Nullable|Type\.[A-Z]\w+)\(/g;
        return { code: withoutAnswers(code).replace(builders, '/*@__PURE__*/ $1('), map: null };
      }
      if (id.includes('/react-router/dist/') && id.endsWith('.js')) {
        const named = code.replace(/^\w+\.displayName = .*$/gm, '');
        return {
          code: named.replace(/= (React\$1\.(?:forwardRef|createContext)\()/g, '= /*@__PURE__*/ $1'),
          map: null,
        };
      }
      return null;
    },
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [routeSources(), droppable(), react()],
  resolve: { alias: { typebox: fileURLToPath(new URL('./src/platform/schema-lite.ts', import.meta.url)) } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // The content policy allows no data: addresses in styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() must reach the browser as it stands: a subtree's color-scheme switches every token in it.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: isSsrBuild ? 'src/entry-server.tsx' : 'src/entry-client.ts',
      treeshake: { propertyReadSideEffects: false },
    },
  },
  // The checker's worker is a module, as the content policy wants it: a file of our own.
  worker: { format: 'es' },
  // The server imports one folder and nothing of ours from node_modules.
  ssr: { noExternal: true },
}));
