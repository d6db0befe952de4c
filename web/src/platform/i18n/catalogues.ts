import type { Lang } from './language.ts';

/** What each area of the site says. French is the shape; a sentence missing in English does not compile. */
export interface Catalogue {
  platform: typeof import('./fr/platform.ts').platform;
  problems: typeof import('./fr/problems.ts').problems;
  kit: typeof import('./fr/kit.ts').kit;
  home: typeof import('./fr/home.ts').home;
  gallery: typeof import('./fr/gallery.ts').gallery;
  ballot: typeof import('./fr/ballot.ts').ballot;
  submit: typeof import('./fr/submit.ts').submit;
  design: typeof import('./fr/design.ts').design;
  result: typeof import('./fr/result.ts').result;
  verify: typeof import('./fr/verify.ts').verify;
  run: typeof import('./fr/run.ts').run;
  order: typeof import('./fr/order.ts').order;
  account: typeof import('./fr/account.ts').account;
  profile: typeof import('./fr/profile.ts').profile;
  erase: typeof import('./fr/erase.ts').erase;
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

type Loaders = { [A in Area]: () => Promise<Catalogue[A]> };

/** One small file per area and language: a page brings only what it says, in the language it says it in. */
const loaders: Record<Lang, Loaders> = {
  fr: {
    platform: () => import('./fr/platform.ts').then((file) => file.platform),
    problems: () => import('./fr/problems.ts').then((file) => file.problems),
    kit: () => import('./fr/kit.ts').then((file) => file.kit),
    home: () => import('./fr/home.ts').then((file) => file.home),
    gallery: () => import('./fr/gallery.ts').then((file) => file.gallery),
    ballot: () => import('./fr/ballot.ts').then((file) => file.ballot),
    submit: () => import('./fr/submit.ts').then((file) => file.submit),
    design: () => import('./fr/design.ts').then((file) => file.design),
    result: () => import('./fr/result.ts').then((file) => file.result),
    verify: () => import('./fr/verify.ts').then((file) => file.verify),
    run: () => import('./fr/run.ts').then((file) => file.run),
    order: () => import('./fr/order.ts').then((file) => file.order),
    account: () => import('./fr/account.ts').then((file) => file.account),
    profile: () => import('./fr/profile.ts').then((file) => file.profile),
    erase: () => import('./fr/erase.ts').then((file) => file.erase),
    bounty: () => import('./fr/bounty.ts').then((file) => file.bounty),
    ops: () => import('./fr/ops.ts').then((file) => file.ops),
    'ops-today': () => import('./fr/ops-today.ts').then((file) => file.opsToday),
    'ops-rounds': () => import('./fr/ops-rounds.ts').then((file) => file.opsRounds),
    'ops-moderation': () => import('./fr/ops-moderation.ts').then((file) => file.opsModeration),
    'ops-votes': () => import('./fr/ops-votes.ts').then((file) => file.opsVotes),
    'ops-money': () => import('./fr/ops-money.ts').then((file) => file.opsMoney),
    'ops-ledger': () => import('./fr/ops-ledger.ts').then((file) => file.opsLedger),
    'ops-prints': () => import('./fr/ops-prints.ts').then((file) => file.opsPrints),
    'ops-orders': () => import('./fr/ops-orders.ts').then((file) => file.opsOrders),
    'ops-records': () => import('./fr/ops-records.ts').then((file) => file.opsRecords),
    'ops-mail': () => import('./fr/ops-mail.ts').then((file) => file.opsMail),
    letter: () => import('./fr/letter.ts').then((file) => file.letter),
    'mail-topics': () => import('./fr/mail-topics.ts').then((file) => file.mailTopics),
    legal: () => import('./fr/legal.ts').then((file) => file.legal),
    entry: () => import('./fr/entry.ts').then((file) => file.entry),
  },
  en: {
    platform: () => import('./en/platform.ts').then((file) => file.platform),
    problems: () => import('./en/problems.ts').then((file) => file.problems),
    kit: () => import('./en/kit.ts').then((file) => file.kit),
    home: () => import('./en/home.ts').then((file) => file.home),
    gallery: () => import('./en/gallery.ts').then((file) => file.gallery),
    ballot: () => import('./en/ballot.ts').then((file) => file.ballot),
    submit: () => import('./en/submit.ts').then((file) => file.submit),
    design: () => import('./en/design.ts').then((file) => file.design),
    result: () => import('./en/result.ts').then((file) => file.result),
    verify: () => import('./en/verify.ts').then((file) => file.verify),
    run: () => import('./en/run.ts').then((file) => file.run),
    order: () => import('./en/order.ts').then((file) => file.order),
    account: () => import('./en/account.ts').then((file) => file.account),
    profile: () => import('./en/profile.ts').then((file) => file.profile),
    erase: () => import('./en/erase.ts').then((file) => file.erase),
    bounty: () => import('./en/bounty.ts').then((file) => file.bounty),
    ops: () => import('./en/ops.ts').then((file) => file.ops),
    'ops-today': () => import('./en/ops-today.ts').then((file) => file.opsToday),
    'ops-rounds': () => import('./en/ops-rounds.ts').then((file) => file.opsRounds),
    'ops-moderation': () => import('./en/ops-moderation.ts').then((file) => file.opsModeration),
    'ops-votes': () => import('./en/ops-votes.ts').then((file) => file.opsVotes),
    'ops-money': () => import('./en/ops-money.ts').then((file) => file.opsMoney),
    'ops-ledger': () => import('./en/ops-ledger.ts').then((file) => file.opsLedger),
    'ops-prints': () => import('./en/ops-prints.ts').then((file) => file.opsPrints),
    'ops-orders': () => import('./en/ops-orders.ts').then((file) => file.opsOrders),
    'ops-records': () => import('./en/ops-records.ts').then((file) => file.opsRecords),
    'ops-mail': () => import('./en/ops-mail.ts').then((file) => file.opsMail),
    letter: () => import('./en/letter.ts').then((file) => file.letter),
    'mail-topics': () => import('./en/mail-topics.ts').then((file) => file.mailTopics),
    legal: () => import('./en/legal.ts').then((file) => file.legal),
    entry: () => import('./en/entry.ts').then((file) => file.entry),
  },
};

const loaded: Record<Lang, Partial<Catalogue>> = { fr: {}, en: {} };
const pending = new Map<string, Promise<void>>();

function put<A extends Area>(lang: Lang, area: A, texts: Catalogue[A]): void {
  const shelf: Partial<Record<Area, unknown>> = loaded[lang];
  shelf[area] = texts;
}

/** Brings one area; the promise is the same for everyone who asks while it is on its way. */
export function loadText(lang: Lang, area: Area): Promise<void> {
  if (loaded[lang][area]) return Promise.resolve();
  const key = `${lang} ${area}`;
  const known = pending.get(key);
  if (known !== undefined) return known;
  const bringing = loaders[lang][area]().then((texts) => put(lang, area, texts));
  pending.set(key, bringing);
  bringing.catch(() => pending.delete(key));
  return bringing;
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
