import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { WebBuild } from '@fraisier/shared/http/web-build.ts';

const dist = new URL('../../../../web/dist/', import.meta.url);

export const clientFolder = fileURLToPath(new URL('client/', dist));

/** Loads the built pages; null when the web was never built, as in tests of the interface alone. */
export async function loadWebBuild(): Promise<WebBuild | null> {
  const entry = new URL('server/entry-server.js', dist);
  try {
    await access(entry);
  } catch {
    return null;
  }
  const build = (await import(entry.href)) as WebBuild;
  build.configure({ manifest: JSON.parse(await readFile(new URL('client/.vite/manifest.json', dist), 'utf8')) });
  return build;
}
