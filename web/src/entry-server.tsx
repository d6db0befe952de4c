import { getMe, type Me } from '@fraisier/shared/contracts/people.ts';
import { dehydrate } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { App } from './platform/app/app.tsx';
import { headHtml } from './platform/app/head-html.ts';
import { preloadsOf } from './platform/app/manifest.ts';
import { prepare, type Shown } from './platform/app/prepare.ts';
import { ShownPage } from './platform/app/shown-page.tsx';
import { themeOf } from './platform/app/theme.ts';
import { orderOfCookie, setVisitorOrder } from './platform/app/visitor-order.ts';
import { preferredLang, splitPath } from './platform/i18n/language.ts';
import { keyOf, makeQueryClient } from './platform/query.ts';

export { page } from './platform/app/document.ts';
export { configure } from './platform/app/manifest.ts';
export { preferredLang } from './platform/i18n/language.ts';

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
  /** Asks the server itself, with the visitor's cookies. `path` begins with /api/. */
  readonly fetchApi: (method: string, path: string) => Promise<{ status: number; body: unknown }>;
  /** When the server knows who asks; otherwise it is read from /api/me. */
  readonly me?: Me | null | undefined;
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

/** Renders one page whole: its data is read first, nothing streams, nothing is left to suspend. */
export async function render(request: RenderRequest): Promise<Rendered> {
  const { pathname, search } = new URL(request.url, request.origin);
  const { lang, path } = splitPath(pathname);
  if (!lang) {
    const to = preferredLang(request.lang, request.acceptLanguage);
    return empty(302, `/${to}${path === '/' ? '' : path}${search}`);
  }
  const client = makeQueryClient((method, address) => request.fetchApi(method, address));
  try {
    const order = orderOfCookie(request.order);
    setVisitorOrder(client, order);
    if (request.me !== undefined) client.setQueryData(keyOf(getMe, {}), request.me);
    const prepared = await prepare({ pathname, search }, lang, client);
    if ('redirect' in prepared) return empty(302, prepared.redirect);
    const { shown } = prepared;
    const html = renderToString(
      <App client={client} lang={lang}>
        <StaticRouter location={pathname + search}>
          <ShownPage shown={shown} />
        </StaticRouter>
      </App>,
    );
    return {
      status: shown.failure?.status ?? 200,
      html,
      head: headHtml(shown, request.origin),
      htmlAttributes: { lang, 'data-theme': themeOf(request.theme) },
      state: jsonForScript({ queries: dehydrate(client), failure: shown.failure, order }),
      preloads: preloadsOf(sourceOf(shown), lang, shown),
    };
  } finally {
    client.clear();
  }
}

function sourceOf(shown: Shown): string | undefined {
  return shown.Page ? shown.route?.source : undefined;
}

function empty(status: number, redirect: string): Rendered {
  return { status, redirect, html: '', head: '', htmlAttributes: {}, state: '', preloads: [] };
}

function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
