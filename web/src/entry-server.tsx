import { getMe, type Me } from '@fraisier/shared/contracts/people.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { RenderRequest as PageRequest, Rendered } from '@fraisier/shared/http/web-build.ts';
import type { QueryClient } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { App } from './platform/app/app.tsx';
import { headHtml } from './platform/app/head-html.ts';
import { preloadsOf, sentPage } from './platform/app/manifest.ts';
import { prepare } from './platform/app/prepare.ts';
import { ShownPage } from './platform/app/shown-page.tsx';
import { themeOf } from './platform/app/theme.ts';
import { orderOfCookie, setVisitorOrder } from './platform/app/visitor-order.ts';
import { preferredLang, splitPath } from './platform/i18n/language.ts';
import { zonedParts } from './platform/i18n/zoned.ts';
import { keyOf, makeQueryClient } from './platform/query.ts';
import { monthCode } from './platform/ui/month-code.ts';

export { page } from './platform/app/document.ts';
export { configure } from './platform/app/manifest.ts';
export { preferredLang } from './platform/i18n/language.ts';

export interface RenderRequest extends PageRequest {
  /** When the server knows who asks; otherwise it is read from /api/me. */
  readonly me?: Me | null | undefined;
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
    const prepared = await prepare({ pathname, search }, lang, client, { isVisit: request.isVisit === true });
    if ('redirect' in prepared) return empty(302, prepared.redirect);
    const { shown } = prepared;
    const html = renderToString(
      <App client={client} lang={lang}>
        <ShownPage shown={shown} />
      </App>,
    );
    return {
      status: shown.failure?.status ?? 200,
      html,
      head: headHtml(shown, request.origin),
      htmlAttributes: { lang, 'data-theme': themeOf(request.theme), 'data-ink': inkOf(client) },
      state: jsonForScript({
        answers: answersIn(client),
        page: sentPage(shown),
        failure: shown.failure,
        texts: shown.texts,
        order,
      }),
      preloads: preloadsOf(shown),
    };
  } finally {
    client.clear();
  }
}

/** The ink of the shop's month: what is of no round is dressed in it. */
function inkOf(client: QueryClient): string {
  const shop = client.getQueryData<{ now: string; timeZone: string }>(keyOf(getShop, {}));
  return shop ? monthCode(zonedParts(shop.now, shop.timeZone).month) : '11';
}

function answersIn(client: QueryClient): [key: readonly unknown[], answer: unknown][] {
  const found = client.getQueryCache().findAll({ predicate: ({ state }) => state.status === 'success' });
  return found.map(({ queryKey, state }) => [queryKey, state.data]);
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
