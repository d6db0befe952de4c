import type { Lang } from './language.ts';

/** What each area of the site says. French is the shape; a sentence missing in English does not compile. */
export interface Catalogue {
  platform: typeof import('./fr/platform.ts').platform;
  problems: typeof import('./fr/problems.ts').problems;
  kit: typeof import('./fr/kit.ts').kit;
  home: typeof import('./fr/home.ts').home;
  gallery: typeof import('./fr/gallery.ts').gallery;
  call: typeof import('./fr/call.ts').call;
  ballot: typeof import('./fr/ballot.ts').ballot;
  'ballot-end': typeof import('./fr/ballot-end.ts').ballotEnd;
  submit: typeof import('./fr/submit.ts').submit;
  design: typeof import('./fr/design.ts').design;
  result: typeof import('./fr/result.ts').result;
  verify: typeof import('./fr/verify.ts').verify;
  run: typeof import('./fr/run.ts').run;
  runs: typeof import('./fr/runs.ts').runs;
  order: typeof import('./fr/order.ts').order;
  account: typeof import('./fr/account.ts').account;
  profile: typeof import('./fr/profile.ts').profile;
  address: typeof import('./fr/address.ts').address;
  erase: typeof import('./fr/erase.ts').erase;
  'other-email': typeof import('./fr/other-email.ts').otherEmail;
  bounty: typeof import('./fr/bounty.ts').bounty;
  ops: typeof import('./fr/ops.ts').ops;
  'ops-today': typeof import('./fr/ops-today.ts').opsToday;
  'ops-rounds': typeof import('./fr/ops-rounds.ts').opsRounds;
  'ops-moderation': typeof import('./fr/ops-moderation.ts').opsModeration;
  'ops-votes': typeof import('./fr/ops-votes.ts').opsVotes;
  'ops-money': typeof import('./fr/ops-money.ts').opsMoney;
  'ops-ledger': typeof import('./fr/ops-ledger.ts').opsLedger;
  'ops-prints': typeof import('./fr/ops-prints.ts').opsPrints;
  'ops-orders': typeof import('./fr/ops-orders.ts').opsOrders;
  'ops-records': typeof import('./fr/ops-records.ts').opsRecords;
  'ops-mail': typeof import('./fr/ops-mail.ts').opsMail;
  letter: typeof import('./fr/letter.ts').letter;
  'mail-topics': typeof import('./fr/mail-topics.ts').mailTopics;
  legal: typeof import('./fr/legal.ts').legal;
  entry: typeof import('./fr/entry.ts').entry;
}
export type Area = keyof Catalogue;

type OpsArea = 'ops' | Extract<Area, `ops-${string}`>;
type Loaders<A extends Area> = { readonly [K in A]: () => Promise<Catalogue[K]> };
/** Of the console's areas, whose list no customer's browser needs. */
export type OpsLoaders = Record<Lang, Loaders<OpsArea>>;
export type ShopLoaders = Record<Lang, Loaders<Exclude<Area, OpsArea>>>;

const loaded: Record<Lang, Partial<Catalogue>> = { fr: {}, en: {} };
const pending = new Map<string, Promise<void>>();

function put<A extends Area>(lang: Lang, area: A, texts: Catalogue[A]): void {
  const shelf: Partial<Record<Area, unknown>> = loaded[lang];
  shelf[area] = texts;
}

/** The lists come with the first area that is asked for: the server says where those of its own page are. */
async function loaderOf<A extends Area>(lang: Lang, area: A): Promise<() => Promise<Catalogue[A]>> {
  const list = /^ops(-|$)/.test(area)
    ? (await import('./ops-catalogues.ts')).opsLoaders
    : (await import('./shop-catalogues.ts')).shopLoaders;
  return (list[lang] as Loaders<A>)[area];
}

/** Brings one area; the promise is the same for everyone who asks while it is on its way. */
export function loadText(lang: Lang, area: Area): Promise<void> {
  if (loaded[lang][area]) return Promise.resolve();
  const key = `${lang} ${area}`;
  const known = pending.get(key);
  if (known !== undefined) return known;
  const bringing = loaderOf(lang, area)
    .then((load) => load())
    .then((texts) => put(lang, area, texts));
  pending.set(key, bringing);
  bringing.catch(() => pending.delete(key));
  return bringing;
}

/** Brings an area from the file that the server named. Its texts are exported under its name. */
export async function loadTextFrom(file: string, lang: Lang, area: Area): Promise<void> {
  const texts = (await import(/* @vite-ignore */ file)) as Record<string, Catalogue[Area]>;
  put(lang, area, texts[area.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())]!);
}

export async function loadTexts(lang: Lang, areas: readonly Area[]): Promise<void> {
  await Promise.all(areas.map((area) => loadText(lang, area)));
}

export function textIfLoaded<A extends Area>(lang: Lang, area: A): Catalogue[A] | undefined {
  return loaded[lang][area] as Catalogue[A] | undefined;
}

/** An area that the route has brought. */
export function textOf<A extends Area>(lang: Lang, area: A): Catalogue[A] {
  const texts = textIfLoaded(lang, area);
  if (!texts) throw new Error(`The texts '${area}' are not there: name them in the route's texts.`);
  return texts;
}
