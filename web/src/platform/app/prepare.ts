import { getMe, type Me } from '@fraisier/shared/contracts/people.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { matchPath } from 'react-router';
import { routes } from '../../routes.tsx';
import { ApiProblem, type FailureCode } from '../api.ts';
import { loadTexts, textOf } from '../i18n/catalogues.ts';
import { formatsFor } from '../i18n/format.ts';
import { type Lang, splitPath } from '../i18n/language.ts';
import { keyOf, queryOf } from '../query.ts';
import type { AppRoute, Head, LoaderContext, Place } from './route.ts';
import { visitorOrder } from './visitor-order.ts';

/** Why a page is not shown, as plain data: it travels from the server to the browser. */
export interface Failure {
  readonly code: FailureCode;
  readonly status: number;
}

/** Everything that a page needs, ready to be rendered at once. */
export interface Shown {
  readonly address: { readonly pathname: string; readonly search: string };
  readonly lang: Lang;
  readonly route: AppRoute | null;
  readonly Page: ComponentType | null;
  readonly failure: Failure | null;
  readonly head: Head;
}

export type Prepared = { redirect: string } | { shown: Shown };

export function matchRoute(path: string): { route: AppRoute; params: Record<string, string> } | null {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const route of routes) {
    const match = matchPath({ path: route.path, end: true }, plain);
    if (match) return { route, params: definedOf(match.params) };
  }
  return null;
}

function definedOf(params: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Where to sign in and come back from. */
export function signInPath(lang: Lang, next: string): string {
  return `/${lang}/sign-in?next=${encodeURIComponent(next)}`;
}

/**
 * Brings a page's code, texts and data, the same way on the server and in the browser. `patience` is how long the
 * browser waits for data before it shows the page with its own loading state.
 */
export async function prepare(
  address: { pathname: string; search: string },
  lang: Lang,
  client: QueryClient,
  options: { patience?: number; failure?: Failure | null } = {},
): Promise<Prepared> {
  const { path } = splitPath(address.pathname);
  const match = matchRoute(path);
  const place: Place = {
    lang,
    params: match?.params ?? {},
    search: new URLSearchParams(address.search),
    order: visitorOrder(client),
  };
  const [me] = await Promise.all([
    whoAsks(client),
    client.fetchQuery({ ...queryOf(getShop), staleTime: 300_000 }).catch(() => null),
    loadTexts(lang, ['platform']),
  ]);
  if (me instanceof ApiProblem) return failed(failureOf(me));
  if (!match) return failed({ code: 'not_found', status: 404 });
  const { route } = match;
  if (route.audience !== 'anyone' && !me) return { redirect: signInPath(lang, address.pathname + address.search) };
  if (route.audience === 'operator' && me?.role === 'member') return failed({ code: 'not_allowed', status: 403 });
  if (options.failure) return failed(options.failure);

  const [{ Page }, , failure] = await Promise.all([
    route.load(),
    loadTexts(lang, route.texts ?? []),
    runLoader(route, place, client, options.patience),
  ]);
  if (failure?.code === 'not_signed_in') return { redirect: signInPath(lang, address.pathname + address.search) };
  if (failure) return failed(failure);
  return { shown: { address, lang, route, Page, failure: null, head: headOf(route, place, client) } };

  async function failed(failure: Failure): Promise<Prepared> {
    if (failure.code !== 'offline') await loadTexts(lang, ['problems']);
    const text = textOf(lang, 'platform');
    const title =
      failure.code === 'letter_not_ready'
        ? text.notYet.title
        : failure.code === 'not_owner'
          ? text.notYours.title
          : failure.status === 404
            ? text.notFound.title
            : failure.status === 403
              ? text.forbidden.title
              : text.error.title;
    const head: Head = { title, hidden: true };
    return { shown: { address, lang, route: match?.route ?? null, Page: null, failure, head } };
  }
}

/** The person signed in, or null; as last known when the shop does not answer now. */
async function whoAsks(client: QueryClient): Promise<Me | null | ApiProblem> {
  try {
    return await client.fetchQuery({ ...queryOf(getMe), staleTime: 60_000 });
  } catch (error) {
    const known = client.getQueryData<Me | null>(keyOf(getMe, {}));
    if (known !== undefined) return known;
    if (error instanceof ApiProblem) return error;
    throw error;
  }
}

function failureOf(problem: ApiProblem): Failure {
  return { code: problem.code, status: problem.status || 503 };
}

/** Runs the loader; gives why the page cannot be shown, or null. Rethrows what is not the shop's answer. */
async function runLoader(
  route: AppRoute,
  place: Place,
  client: QueryClient,
  patience: number | undefined,
): Promise<Failure | null> {
  if (!route.loader) return null;
  const get: LoaderContext['get'] = (contract, ...input) =>
    client.fetchQuery({ ...queryOf(contract, ...input), staleTime: 20_000 });
  const loading = route.loader({ ...place, get }).then(
    () => null,
    (error: unknown) => {
      if (error instanceof ApiProblem) return failureOf(error);
      throw error;
    },
  );
  if (patience === undefined) return loading;
  return Promise.race([loading, new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))]);
}

function headOf(route: AppRoute, place: Place, client: QueryClient): Head {
  const platform = textOf(place.lang, 'platform');
  if (!route.head) return { title: platform.siteName };
  return route.head({
    ...place,
    format: formatsFor(place.lang, client.getQueryData<{ timeZone: string }>(keyOf(getShop, {}))?.timeZone),
    text: (area) => textOf(place.lang, area),
    peek: (contract, ...[input]) => client.getQueryData(keyOf(contract, input ?? ({} as never))),
  });
}
