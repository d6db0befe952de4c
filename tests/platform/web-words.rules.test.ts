import { readdirSync, readFileSync } from 'node:fs';
import { deFr } from '@fraisier/shared/cycle/elision.ts';
import { expect, test } from 'vitest';
import { formatsFor } from '../../web/src/platform/i18n/format.ts';
import { preferredLang, splitPath } from '../../web/src/platform/i18n/language.ts';
import { pluralEn, pluralFr } from '../../web/src/platform/i18n/plural.ts';

const fr = formatsFor('fr');
const en = formatsFor('en');
const close = '2026-11-30T19:00:00Z';

test('money is written as each language writes it, whole euros without cents', () => {
  expect(fr.money(2400)).toBe('24\u00a0€');
  expect(en.money({ amount: 2400 })).toBe('€24');
  expect(fr.money(120401)).toBe('1\u00a0204,01\u00a0€');
  expect(en.money(120401)).toBe('€1,204.01');
  expect(fr.moneyExact(2400)).toBe('24,00\u00a0€');
  expect(en.money(-450)).toBe('\u2212€4.50');
});

test('no number has the narrow space that the fonts lack', () => {
  expect(fr.number(1_234_567)).toBe('1\u00a0234\u00a0567');
  expect(fr.number(3.864, 2)).toBe('3,86');
  expect(fr.percent(0.624)).toBe('62\u00a0%');
  expect(en.percent(0.624)).toBe('62%');
});

test('moments are those of the shop, with the day named', () => {
  expect(fr.moment(close)).toBe('lundi\u00a030, 20\u00a0h');
  expect(en.moment(close)).toBe('Monday\u00a030th, 8\u00a0pm');
  expect(fr.time('2026-11-30T19:30:00Z')).toBe('20\u00a0h\u00a030');
  expect(en.time('2026-11-30T11:00:00Z')).toBe('12\u00a0pm');
  expect(en.time('2026-11-30T23:05:00Z')).toBe('12:05\u00a0am');
  expect(fr.day('2026-11-30T23:30:00Z', { year: true })).toBe('1er\u00a0décembre 2026');
  expect(fr.stamp('2026-11-21T13:07:00Z')).toBe('21\u00a0novembre 2026 à 14\u00a0h\u00a007');
  expect(en.stamp('2026-11-21T13:07:00Z')).toBe('21\u00a0November 2026 at 2:07\u00a0pm');
  expect(formatsFor('en', 'America/New_York').time(close)).toBe('2\u00a0pm');
});

test('days between two moments are counted by the calendar, not by 24 hours', () => {
  expect(fr.daysBetween('2026-10-24T21:00:00Z', '2026-10-25T23:30:00Z')).toBe(2);
  expect(fr.relativeDays('2026-11-22T00:30:00Z', '2026-11-21T22:00:00Z')).toBe('demain');
  expect(fr.relativeDays(close, '2026-11-21T13:00:00Z')).toBe('dans 9 jours');
  expect(en.relativeDays('2026-11-21T20:00:00Z', '2026-11-21T13:00:00Z')).toBe('today');
});

test('ranks carry the mark of their language and gender', () => {
  expect([1, 2, 3, 11, 21].map((rank) => en.ordinal(rank))).toEqual(['1st', '2nd', '3rd', '11th', '21st']);
  expect([fr.ordinal(1), fr.ordinal(1, 'f'), fr.ordinal(2)]).toEqual(['1er', '1re', '2e']);
});

test('nothing is singular in French and plural in English', () => {
  expect(pluralFr(0, { one: 'dessin', other: 'dessins' })).toBe('dessin');
  expect(pluralEn(0, { one: 'design', other: 'designs' })).toBe('designs');
});

test('files and lists are written in words', () => {
  expect([fr.fileSize(2_600_000), en.fileSize(840)]).toEqual(['2,6\u00a0Mo', '840\u00a0B']);
  expect([fr.list(['a', 'b', 'c']), en.list(['a', 'b', 'c'])]).toEqual(['a, b et c', 'a, b and c']);
});

test('a visitor is greeted in the language chosen before, else that of the browser, else French', () => {
  expect(preferredLang('en', 'fr')).toBe('en');
  expect(preferredLang(undefined, 'de;q=0.9, en-GB;q=0.8, fr;q=0.3')).toBe('en');
  expect(preferredLang(undefined, 'de, it;q=0.5')).toBe('fr');
  expect(preferredLang('xx', undefined)).toBe('fr');
  expect(splitPath('/en/rounds/2026-12')).toEqual({ lang: 'en', path: '/rounds/2026-12' });
  expect(splitPath('/rounds')).toEqual({ lang: undefined, path: '/rounds' });
});

test('French says “d’” before a vowel, in months and in names', () => {
  expect(
    ['novembre 2026', 'octobre 2026', 'avril', 'Maud', 'Élodie', 'oskar', 'Yves', 'Yann', 'Hugo'].map(deFr),
  ).toEqual([
    'de novembre 2026',
    'd’octobre 2026',
    'd’avril',
    'de Maud',
    'd’Élodie',
    'd’oskar',
    'd’Yves',
    'de Yann',
    'de Hugo',
  ]);
  const folder = new URL('../../web/src/platform/i18n/fr/', import.meta.url);
  const stiff = readdirSync(folder).flatMap((name) =>
    [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(/\bde \$\{(month|round|name|author|designer|title)\}/g),
    ].map(([said]) => `${name}: ${said}`),
  );
  expect(stiff).toEqual([]);
});

test('one thing is not said in the plural', async () => {
  const areas = ['ops-today', 'ops-prints', 'ops-mail', 'ops-orders', 'platform', 'run'];
  const several = /(?<![\d,.\u00a0])1 (?!(?:mois|fois|admis|des|is|has)\b)\p{L}+s\b/u;
  // Limits and the sizes of files, which are never one.
  const never =
    /numbers_do_not_match|files|sheet|mesh|SizeOf|pixelsOf|orderedWithout|label\.(none|tooLong)|piece\.most/;
  const said = (text: unknown, name: string): string[] => {
    if (typeof text === 'object' && text !== null)
      return Object.entries(text).flatMap(([key, value]) => said(value, `${name}.${key}`));
    if (typeof text !== 'function' || never.test(name)) return [];
    // A count, or the figure as it is written, or both in either order.
    const calls = [
      ['1', '1', '1'],
      [1, 1, 1],
      ['1', 1, '1'],
      [1, '1', '1'],
    ].map((given) => {
      try {
        return String(text(...given));
      } catch {
        return '';
      }
    });
    return calls.every((words) => words === '' || several.test(words)) && calls.some(Boolean)
      ? [`${name}: ${calls}`]
      : [];
  };
  const wrong = await Promise.all(
    ['fr', 'en'].flatMap((lang) =>
      areas.map(async (area) =>
        said(await import(`../../web/src/platform/i18n/${lang}/${area}.ts`), `${lang} ${area}`),
      ),
    ),
  );
  expect(wrong.flat()).toEqual([]);
});

test('French texts keep to the house rules: hard spaces, typographic apostrophes, no exclamation', () => {
  const folder = new URL('../../web/src/platform/i18n/fr/', import.meta.url);
  const wrong = readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\*\*|\*|\/\/|import)/.test(line))
      .flatMap((line) => [...line.matchAll(/'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map((m) => m[1] ?? m[2] ?? ''))
      .map((said) => said.replace(/\$\{[^}]*(\}|$)/g, 'x'))
      .filter(
        (said) =>
          / [:;?!»€%]|« |[a-zà-ÿ]'[a-zà-ÿ]|!|\u202f/i.test(said) ||
          /(?<=x|\d) (?:px|dpi|ppp|mm|cm|[MG]o|ko|fils\/cm|pixels|points par pouce)\b|nº (?=[x\d])/.test(said),
      )
      .map((said) => `${name}: ${said}`),
  );
  expect(wrong).toEqual([]);
});
