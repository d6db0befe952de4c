import { getMe, type Me } from '@fraisier/shared/contracts/people.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { parse } from 'regexparam';
import { matchRoute as matchPattern } from 'wouter';
import { routes } from '../../routes.tsx';
import { ApiProblem } from '../api.ts';
import { type Area, loadTexts, textOf } from '../i18n/catalogues.ts';
import { formatsFor } from '../i18n/format.ts';
import { type Lang, splitPath } from '../i18n/language.ts';
import { keyOf, queryOf } from '../query.ts';
import { FailurePage } from './failure-page.tsx';
import type { AppRoute, Failure, Head, LoaderContext, PageProps, Place, Plan } from './route.ts';
import { visitorOrder } from './visitor-order.ts';

/** What the server found out beside the answers, sent along with the page. */
export interface Sent {
  readonly failure: Failure | null;
  /** The texts that this visitor's page speaks besides those of the route. */
  readonly texts: readonly Area[];
}

/** Everything that a page needs, ready to be rendered at once. */
export interface Shown {
  readonly address: { readonly pathname: string; readonly search: string };
  readonly lang: Lang;
  /** Null when another page stands in for it, and says why. */
  readonly route: Pick<AppRoute, 'path' | 'frame' | 'source' | 'loadsCode'> | null;
  readonly Page: ComponentType<PageProps>;
  readonly failure: Failure | null;
  /** Null when the document has it, as the server wrote it. */
  readonly head: Head | null;
  readonly texts: readonly Area[];
  /** The files of the parts that it begins with; only the server asks for them. */
  readonly parts?: readonly (readonly [file: string, where: Where])[];
}

/** On the first screen, or below it. */
type Where = 'first' | 'below';

export type Prepared = { redirect: string } | { shown: Shown };

/** The page at an address without its language. The list of the console's comes only to who asks for one of them. */
export async function matchRoute(path: string): Promise<{ route: AppRoute; params: Record<string, string> } | null> {
  const list = /^\/ops(?:\/|$)/.test(path) ? (await import('../../ops-routes.tsx')).opsRoutes : routes;
  for (const route of list) {
    const [matches, params] = matchPattern(parse, route.path, path);
    if (matches) return { route, params: namedOf(params) };
  }
  return null;
}

/** Without the positions, which the matcher gives as well. */
function namedOf(params: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string] => !/^\d/.test(entry[0]) && entry[1] !== undefined,
    ),
  );
}

/** What a page needs and is called. Customers' browsers never bring the console's. */
export async function planOf(route: AppRoute): Promise<Plan | undefined> {
  const plans =
    route.audience === 'operator'
      ? (await import('../../ops-plans.ts')).opsPlans
      : (await import('../../plans.ts')).plans;
  return plans[route.path];
}

/** Where to sign in and come back from. */
export function signInPath(lang: Lang, next: string): string {
  return `/${lang}/sign-in?next=${encodeURIComponent(next)}`;
}

/**
 * Brings a page's code, texts and data, the same way on the server and in the browser. `patience` is how long the
 * browser waits for data before it shows the page with its own loading state. A page that the server `sent` has its
 * answers in the cache and its head in the document. `isVisit`: what the page begins with is done now.
 */
export async function prepare(
  address: { pathname: string; search: string },
  lang: Lang,
  client: QueryClient,
  options: { patience?: number; sent?: Sent; isVisit?: boolean } = {},
): Promise<Prepared> {
  const { path } = splitPath(address.pathname);
  const match = await matchRoute(path);
  const place: Place = {
    lang,
    params: match?.params ?? {},
    search: new URLSearchParams(address.search),
    order: visitorOrder(client),
  };
  const [me] = await Promise.all([
    whoAsks(client, options.patience),
    within(
      options.patience,
      null,
      client.fetchQuery({ ...queryOf(getShop), staleTime: 300_000 }).catch(() => null),
    ),
    loadTexts(lang, ['platform']),
  ]);
  if (me instanceof ApiProblem) return failed(failureOf(me));
  if (!match) return failed({ code: 'not_found', status: 404 });
  const { route } = match;
  const { sent } = options;
  if (route.audience !== 'anyone' && !me) return { redirect: signInPath(lang, address.pathname + address.search) };
  if (route.audience === 'operator' && me?.role === 'member') return failed({ code: 'not_allowed', status: 403 });
  if (sent?.failure) return failed(sent.failure);

  const texts = new Set([...(route.texts ?? []), ...(sent?.texts ?? [])]);
  const speak = (areas: readonly Area[]) => {
    for (const area of areas) texts.add(area);
    return loadTexts(lang, areas);
  };
  const parts = new Map<string, Where>();
  const bring: LoaderContext['bring'] = (part, where = 'first') => {
    if (part.source) parts.set(part.source, where);
    return part.bring();
  };
  const begin: LoaderContext['begin'] = async (...act) => {
    if (!options.isVisit) return;
    return client.fetchQuery(queryOf(...act)).catch((error: unknown) => {
      if (!(error instanceof ApiProblem)) throw error;
      return undefined;
    });
  };
  const planning = sent && !route.loadsCode ? undefined : planOf(route);
  const [{ Page }, , failure] = await Promise.all([
    route.load(),
    loadTexts(lang, [...texts]),
    planning?.then((plan) => runLoader(plan, { ...place, get: getter(client), begin, speak, bring }, options.patience)),
  ]);
  if (failure?.code === 'not_signed_in') return { redirect: signInPath(lang, address.pathname + address.search) };
  if (failure) return failed(failure);
  const head = sent ? null : headOf(await planning, place, client);
  return { shown: { address, lang, route, Page, failure: null, head, texts: [...texts], parts: [...parts] } };

  async function failed(failure: Failure): Promise<Prepared> {
    const texts: Area[] = failure.code === 'offline' ? [] : ['problems'];
    await loadTexts(lang, texts);
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
    return { shown: { address, lang, route: null, Page: FailurePage, failure, head, texts } };
  }
}

/** The page of an address that could not even be asked for. Its texts are those that are always there. */
export function unanswered(address: { pathname: string; search: string }, lang: Lang): Shown {
  const head: Head = { title: textOf(lang, 'platform').error.title, hidden: true };
  return { address, lang, route: null, Page: FailurePage, failure: { code: 'offline', status: 503 }, head, texts: [] };
}

/** What comes in that time, or what is known without it. */
function within<T>(patience: number | undefined, otherwise: T, coming: Promise<T>): Promise<T> {
  if (patience === undefined) return coming;
  return Promise.race([coming, new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), patience))]);
}

/** The person signed in, or null; as last known when the shop does not answer now. */
async function whoAsks(client: QueryClient, patience: number | undefined): Promise<Me | null | ApiProblem> {
  const known = client.getQueryData<Me | null>(keyOf(getMe, {}));
  try {
    const asked = client.fetchQuery({ ...queryOf(getMe), staleTime: 60_000 });
    return await (known === undefined ? asked : within(patience, known, asked));
  } catch (error) {
    if (known !== undefined) return known;
    if (error instanceof ApiProblem) return error;
    throw error;
  }
}

/** An address that no page can have, like a name that is none, is a page that is not there. */
function failureOf(problem: ApiProblem): Failure {
  if (problem.code === 'bad_input') return { code: 'not_found', status: 404 };
  return { code: problem.code, status: problem.status || 503 };
}

const getter =
  (client: QueryClient): LoaderContext['get'] =>
  (contract, ...input) =>
    client.fetchQuery({ ...queryOf(contract, ...input), staleTime: 20_000 });

/** Runs the loader; gives why the page cannot be shown, or null. Rethrows what is not the shop's answer. */
async function runLoader(
  plan: Plan | undefined,
  context: LoaderContext,
  patience: number | undefined,
): Promise<Failure | null> {
  if (!plan?.loader) return null;
  const loading = plan.loader(context).then(
    () => null,
    (error: unknown) => {
      if (error instanceof ApiProblem) return failureOf(error);
      throw error;
    },
  );
  return within(patience, null, loading);
}

function headOf(plan: Plan | undefined, place: Place, client: QueryClient): Head {
  if (!plan) return { title: textOf(place.lang, 'platform').siteName };
  return plan.head({
    ...place,
    format: formatsFor(place.lang, client.getQueryData<{ timeZone: string }>(keyOf(getShop, {}))?.timeZone),
    text: (area) => textOf(place.lang, area),
    peek: (contract, ...[input]) => client.getQueryData(keyOf(contract, input ?? ({} as never))),
  });
}
