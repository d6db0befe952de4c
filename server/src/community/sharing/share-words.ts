import { deFr } from '@fraisier/shared/cycle/elision.ts';
import { monthOf } from '@fraisier/shared/cycle/letter-words.ts';
import { ordinalMark } from '@fraisier/shared/cycle/ordinals.ts';
import { moneyText } from '../../platform/words.ts';

export type Lang = 'fr' | 'en';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;
// The house's fonts have no narrow space.
const number = (value: number, lang: Lang, digits = 0) =>
  new Intl.NumberFormat(locales[lang], { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replaceAll('\u202f', '\u00a0');
const place = (rank: number, lang: Lang) => `${number(rank, lang)}${ordinalMark(lang, rank)}`;
/** To the hundredth, cut and not rounded: nobody is shown more than they have. `millionths` of a point, 1 to 6 of them. */
const score = (millionths: string, lang: Lang) => number(Math.floor(Number(millionths) / 10_000) / 100, lang, 2);

const ofMonth = (round: string) => deFr(monthOf(round, 'fr'));
const some = (count: number, lang: Lang, fr: readonly [string, string], en: readonly [string, string]) => {
  const [one, other] = lang === 'fr' ? fr : en;
  return `${number(count, lang)}\u00a0${new Intl.PluralRules(lang).select(count) === 'one' ? one : other}`;
};
const designs = (count: number, lang: Lang) => some(count, lang, ['dessin', 'dessins'], ['design', 'designs']);
const ratings = (count: number, lang: Lang) => some(count, lang, ['note', 'notes'], ['rating', 'ratings']);

/** What cards, feeds and embeds say, in both languages. */
export const shareWords = {
  round: (round: string, count: number, lang: Lang) =>
    lang === 'fr'
      ? `Récolte ${ofMonth(round)}, ${designs(count, lang)}`
      : `Round of ${monthOf(round, lang)}, ${designs(count, lang)}`,
  number: (nth: number, lang: Lang) => (lang === 'fr' ? `Récolte nº\u00a0${nth}` : `Round no.\u00a0${nth}`),
  /** What the round shows so far, and what it gives. */
  promise: (facts: { designs: number; cents: number; isNet: boolean; size: number }, lang: Lang): [string, string] => {
    const [bounty, size] = [moneyText(facts.cents, lang), number(facts.size, lang)];
    return lang === 'fr'
      ? [
          designs(facts.designs, lang),
          `, ${bounty} ${facts.isNet ? 'nets' : 'bruts'} à l’auteur élu, ${size} pièces numérotées`,
        ]
      : [
          designs(facts.designs, lang),
          `, ${bounty} ${facts.isNet ? 'net' : 'gross'} for the winner, ${size} numbered pieces`,
        ];
  },
  run: (round: string, lang: Lang) => (lang === 'fr' ? `Tirage ${ofMonth(round)}` : `Run of ${monthOf(round, lang)}`),
  result: (round: string, lang: Lang) =>
    lang === 'fr' ? `Le résultat ${ofMonth(round)}` : `The result of ${monthOf(round, lang)}`,
  /** In two parts: the first stands out. */
  rank: (rank: number, count: number, millionths: string, rated: number, lang: Lang): [string, string] =>
    lang === 'fr'
      ? [
          `${place(rank, lang)} sur ${number(count, lang)}`,
          `, ${score(millionths, lang)} points sur 6 d’après ${ratings(rated, lang)}`,
        ]
      : [
          `${place(rank, lang)} of ${number(count, lang)}`,
          `, ${score(millionths, lang)} points out of 6 from ${ratings(rated, lang)}`,
        ],
  won: (count: number, rated: number, lang: Lang): [string, string] =>
    lang === 'fr'
      ? [`Élu parmi ${designs(count, lang)}`, `, d’après ${ratings(rated, lang)}`]
      : [`Chosen among ${designs(count, lang)}`, `, from ${ratings(rated, lang)}`],
  provisional: (lang: Lang): [string, string] =>
    lang === 'fr' ? ['Résultat provisoire', ''] : ['Provisional result', ''],
  nobody: (lang: Lang) => (lang === 'fr' ? 'Aucun dessin élu' : 'No design was chosen'),
  secret: (lang: Lang): [string, string] =>
    lang === 'fr'
      ? ['Auteur et notes sous scellés', ' jusqu’au décompte']
      : ['Designer and ratings sealed', ' until the count'],
  pieces: (size: number, cents: number, lang: Lang): [string, string] =>
    lang === 'fr'
      ? [`${number(size, lang)} pièces numérotées`, `, ${moneyText(cents, lang)} la pièce`]
      : [`${number(size, lang)} numbered pieces`, `, ${moneyText(cents, lang)} each`],
  erased: (lang: Lang) => (lang === 'fr' ? 'Quelqu’un sans nom' : 'Someone unnamed'),
  feed: {
    title: (shop: string, lang: Lang) => (lang === 'fr' ? `${shop}, les récoltes` : `${shop}, the rounds`),
    subtitle: (lang: Lang) =>
      lang === 'fr' ? 'Dépôts, votes, résultats et tirages.' : 'Submissions, votes, results and runs.',
    collecting: (round: string, lang: Lang) =>
      lang === 'fr' ? `Le dépôt ${ofMonth(round)} est ouvert` : `Submissions for ${monthOf(round, lang)} are open`,
    voting: (round: string, count: number, lang: Lang) =>
      lang === 'fr'
        ? `Le vote ${ofMonth(round)} est ouvert, avec ${designs(count, lang)}`
        : `Voting for ${monthOf(round, lang)} is open, with ${designs(count, lang)}`,
    decided: (round: string, title: string | null, lang: Lang) => {
      if (lang === 'fr')
        return title
          ? `« ${title} » est élu, récolte ${ofMonth(round)}`
          : `Aucun dessin élu, récolte ${ofMonth(round)}`;
      return title
        ? `“${title}” won the round of ${monthOf(round, lang)}`
        : `No design won the round of ${monthOf(round, lang)}`;
    },
    run: (title: string, lang: Lang) => (lang === 'fr' ? `« ${title} » est en vente` : `“${title}” is on sale`),
  },
};
