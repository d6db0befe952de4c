import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What the web's server build gives (web/src/entry-server.tsx). */
export interface WebBuild {
  render(request: {
    url: string;
    origin: string;
    theme: string | undefined;
    lang: string | undefined;
    order: string | undefined;
    acceptLanguage: string | undefined;
    fetchApi: (method: string, path: string) => Promise<{ status: number; body: unknown }>;
  }): Promise<Rendered>;
  page(rendered: Rendered): string;
  configure(options: { manifest: unknown }): void;
}

export interface Rendered {
  readonly status: number;
  readonly redirect?: string;
  readonly html: string;
  readonly head: string;
  readonly htmlAttributes: Readonly<Record<string, string>>;
  readonly state: string;
  readonly preloads: readonly string[];
}

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
