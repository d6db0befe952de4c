import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Writes beside every `load: () => import('./x.tsx')` of the route list which source file it is, so that the server
 * finds the page's chunk and styles in the client manifest without anyone naming the file twice.
 */
function routeSources(): Plugin {
  return {
    name: 'fraisier-route-sources',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/src/routes.tsx')) return null;
      const sourced = code.replace(/load: \(\) => import\('\.\/([^']+)'\)/g, "$&, source: 'src/$1'");
      return { code: sourced, map: null };
    },
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [routeSources(), react()],
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
    rolldownOptions: isSsrBuild ? { input: 'src/entry-server.tsx' } : { input: 'src/entry-client.ts' },
  },
  // The server imports one folder and nothing of ours from node_modules.
  ssr: { noExternal: true },
}));
