import { beforeEach, expect, test } from 'vitest';
import { payPath } from '../../../web/src/cycle/orders/pay-path.ts';
import { attemptKey, endAttempt } from '../../../web/src/cycle/runs/attempt.ts';
import {
  keepChoices,
  keptChoices,
  labelTrouble,
  lettersFree,
  orderedPieces,
} from '../../../web/src/cycle/runs/choices.ts';
import { rateText, standingOf } from '../../../web/src/cycle/runs/run-words.ts';
import type { Keeping } from '../../../web/src/platform/device.ts';
import { formatsFor } from '../../../web/src/platform/i18n/format.ts';
import { device } from '../../support/device.ts';

const words = { pieces: [{ size: 'M' }], address: { city: 'Montreuil' } };
let tab: Keeping;
beforeEach(() => {
  tab = device();
  endAttempt(null, '2026-10');
});

test('a double click and a reload ask with one key, for as long as the order says the same', () => {
  const key = attemptKey(tab, '2026-10', words);
  expect(key.length).toBeGreaterThanOrEqual(8);
  expect(attemptKey(tab, '2026-10', structuredClone(words))).toBe(key);
});

test('another size, another run or another tab is another order', () => {
  const key = attemptKey(tab, '2026-10', words);
  expect(attemptKey(tab, '2026-10', { ...words, pieces: [{ size: 'L' }] })).not.toBe(key);
  const again = attemptKey(tab, '2026-10', words);
  expect(attemptKey(tab, '2026-11', words)).not.toBe(again);
  expect(attemptKey(device(), '2026-10', { ...words, pieces: [] })).not.toBe(again);
});

test('once an order is paid or lapsed, the same words are a new order', () => {
  const key = attemptKey(tab, '2026-10', words);
  endAttempt(tab, '2026-10');
  expect(attemptKey(tab, '2026-10', words)).not.toBe(key);
});

test('a browser that keeps nothing still orders once from the page', () => {
  const key = attemptKey(null, '2026-10', words);
  expect(attemptKey(null, '2026-10', words)).toBe(key);
  expect(attemptKey(refusing, '2026-10', words)).toBe(key);
});

const run = {
  slug: '2026-10',
  sizes: ['S', 'M'] as ('S' | 'M')[],
  cuts: ['straight'] as 'straight'[],
  fabrics: ['ciel'] as 'ciel'[],
  piecesPerOrder: 2,
};
const piece = { size: 'M', cut: 'straight', fabric: 'ciel', label: 'Inès' } as const;

test('choices wait on the device while one signs in', () => {
  keepChoices('2026-10', [piece], tab);
  expect(keptChoices(run, tab)).toEqual([piece]);
  keepChoices('2026-10', null, tab);
  expect(keptChoices(run, tab)).toBeNull();
});

test('what was kept and is not offered any more is asked again', () => {
  tab.setItem(
    'fraisier.choices.2026-10',
    JSON.stringify([{ size: '3XL', cut: 'fitted', fabric: 'noir', label: 7 }, piece, piece]),
  );
  expect(keptChoices(run, tab)).toEqual([{ size: null, cut: 'straight', fabric: 'ciel', label: '' }, piece]);
  tab.setItem('fraisier.choices.2026-10', '{not json');
  expect(keptChoices(run, tab)).toBeNull();
});

test('pieces are ordered when each has a size and a label that can be sewn, or none', () => {
  expect(orderedPieces([piece, { ...piece, label: ' \u00a0' }])).toEqual([
    piece,
    { size: 'M', cut: 'straight', fabric: 'ciel' },
  ]);
  expect(orderedPieces([{ ...piece, label: ' Zoe\u0308 ' }])).toEqual([{ ...piece, label: 'Zoë' }]);
  expect(orderedPieces([piece, { ...piece, size: null }])).toBeNull();
  expect(orderedPieces([{ ...piece, label: 'Inès 🍓' }])).toBeNull();
});

test('letters left are counted as one sees them', () => {
  expect(lettersFree('Anne-Gaëlle')).toBe(3);
  expect(lettersFree('Zoe\u0308')).toBe(11);
  expect(labelTrouble('quinze lettres !')?.code).toBe('too_long');
});

test('a run says why nothing can be bought', () => {
  expect(standingOf({ state: 'open', free: 3, held: 0 })).toBe('open');
  expect(standingOf({ state: 'open', free: 0, held: 2 })).toBe('held');
  expect(standingOf({ state: 'open', free: 0, held: 0 })).toBe('soldOut');
  expect(standingOf({ state: 'closed', free: 3, held: 0 })).toBe('closed');
});

test('a rate keeps the decimals it has', () => {
  const fr = formatsFor('fr');
  expect([2000, 550, 615, 50].map((rate) => rateText(rate, fr))).toEqual([
    '20\u00a0%',
    '5,5\u00a0%',
    '6,15\u00a0%',
    '0,5\u00a0%',
  ]);
});

test('our sandbox is paid within the site, any other address outside of it', () => {
  const id = '0193e5a0-0000-7000-8000-000000000000';
  expect(payPath(`https://fraisier.test/fr/pay/${id}`)).toBe(`/pay/${id}`);
  expect(payPath(`/en/pay/${id}`)).toBe(`/pay/${id}`);
  expect(payPath('https://checkout.stripe.com/c/pay/cs_live_a1')).toBeNull();
  expect(payPath(`https://fraisier.test/fr/pay/${id}/evil`)).toBeNull();
});

const refusing: Keeping = {
  getItem: () => null,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  removeItem: () => undefined,
};
