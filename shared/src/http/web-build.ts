/** What the web's server build (web/src/entry-server.tsx) gives to the server that loads it. Types only. */
export interface WebBuild {
  /** Renders one page whole. */
  render(request: RenderRequest): Promise<Rendered>;
  /** The whole HTML of it. */
  page(rendered: Rendered): string;
  /** Tells the renderer the client's chunks: once, before the first render. */
  configure(options: { manifest: Manifest }): void;
}

export interface RenderRequest {
  /** Path and query as asked for. */
  readonly url: string;
  /** The cookie `theme`. */
  readonly theme?: string | undefined;
  readonly acceptLanguage?: string | undefined;
  /** The cookie `lang`, where the visitor chose one. */
  readonly lang?: string | undefined;
  /** The cookie `order`: which of the shuffled orders of a gallery the visitor keeps. */
  readonly order?: string | undefined;
  /** `https://fraisier.example`, for canonical addresses. */
  readonly origin: string;
  /** Somebody opens the page now, rather than a browser ahead of them: what the page begins with may be done. */
  readonly isVisit?: boolean;
  /** Asks the server itself, with the visitor's cookies. `path` begins with /api/. */
  readonly fetchApi: (method: string, path: string) => Promise<{ status: number; body: unknown }>;
}

export interface Rendered {
  readonly status: number;
  /** Instead of everything else. */
  readonly redirect?: string;
  /** What stands in #root. */
  readonly html: string;
  /** Title, description, canonical address, languages, share picture. */
  readonly head: string;
  readonly htmlAttributes: Readonly<Record<string, string>>;
  /** JSON, safe inside a script element. */
  readonly state: string;
  /** Link elements: styles, fonts, the chunks of the page. */
  readonly preloads: readonly string[];
}

/** Vite's client manifest, as far as it is used. */
export type Manifest = Readonly<Record<string, ManifestEntry>>;

export interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
