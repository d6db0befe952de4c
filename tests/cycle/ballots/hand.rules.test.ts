import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { expect, test } from 'vitest';
import { cellsOf, createHand, type HandOptions } from '../../../web/src/cycle/ballots/hand.ts';
import type { Answer } from '../../../web/src/cycle/ballots/outbox.ts';

type Dealt = HandOptions['designs'][number];

const card = (id: string): DesignCard => ({
  id,
  round: '2026-11',
  title: id,
  altText: id,
  altTextEn: null,
  fabric: 'blanc',
  inks: [],
  placeholder: null,
  pictures: [],
  front: [],
  finalist: false,
  designer: null,
});
const open = (id: string): Dealt => ({ ...card(id), state: 'open', rating: null });
const rated = (id: string, stars = 3): Dealt => ({
  ...card(id),
  state: 'rated',
  rating: { design: id, stars, wouldWear: false, size: null, note: null },
});
const skipped = (id: string): Dealt => ({ ...card(id), state: 'skipped', rating: null });

function hold(designs: readonly Dealt[], options: Partial<HandOptions> = {}) {
  const given: [string, Answer][] = [];
  const hand = createHand({ designs, put: (design, answer) => given.push([design, answer]), ...options });
  return { hand, given, at: () => hand.getState().at };
}

test('a hand begins with the first design that has no answer', () => {
  expect(hold([rated('a'), skipped('b'), open('c'), open('d')]).at()).toBe(2);
  expect(hold([open('a')], { waiting: [{ id: '1', design: 'a', answer: { skip: true } }] }).at()).toBe(1);
  expect(hold([rated('a'), rated('b')], { first: 'b' }).at()).toBe(1);
});

test('a rating is given once, when the voter goes on', () => {
  const { hand, given, at } = hold([open('a'), open('b')]);
  hand.choose(2);
  hand.choose(4);
  expect(given).toEqual([]);
  expect(hand.next()).toBe(true);
  expect(given).toEqual([['a', { stars: 4, wouldWear: false, note: '' }]]);
  hand.back();
  hand.next();
  expect(given).toHaveLength(1);
  expect(at()).toBe(1);
  expect(cellsOf(hand.getState())).toEqual(['rated', 'current']);
});

test('nobody goes on without an answer; passing is one', () => {
  const { hand, given, at } = hold([open('a'), open('b')]);
  expect(hand.next()).toBe(false);
  expect(hand.getState()).toMatchObject({ at: 0, need: 'answer' });
  hand.skip();
  expect(given).toEqual([['a', { skip: true }]]);
  expect(at()).toBe(1);
  hand.back();
  hand.next();
  expect(given).toHaveLength(1);
});

test('what was passed can be rated, and what is rated cannot be passed', () => {
  const { hand, given, at } = hold([skipped('a'), rated('b'), open('c')], { first: 'a' });
  hand.choose(5);
  hand.next();
  expect(given).toEqual([['a', { stars: 5, wouldWear: false, note: '' }]]);
  hand.skip();
  expect(given).toHaveLength(1);
  expect(at()).toBe(2);
});

test('a rating that is changed keeps its size and its word, and changes at once', () => {
  const { hand, given } = hold([rated('a')], { first: 'a' });
  hand.wear(true, 'M');
  hand.size('L');
  hand.write('  Bravo ');
  hand.settleIfRated();
  hand.wear(false, 'L');
  expect(given.map(([, answer]) => answer)).toEqual([
    { stars: 3, wouldWear: true, size: 'M', note: '' },
    { stars: 3, wouldWear: true, size: 'L', note: '' },
    { stars: 3, wouldWear: true, size: 'L', note: 'Bravo' },
    { stars: 3, wouldWear: false, note: 'Bravo' },
  ]);
});

test('a refusal brings back what the shop has', () => {
  const { hand } = hold([rated('a', 3), open('b')], { first: 'a' });
  hand.choose(5);
  hand.next();
  hand.refused('a');
  expect(hand.getState().entries[0]!.draft.stars).toBe(3);
  hand.choose(4);
  hand.next();
  hand.taken('b', { stars: 4, wouldWear: false, note: '' });
  hand.refused('b');
  expect(hand.getState().entries[1]!.draft.stars).toBe(4);
});

test('a finalist rated before is asked for again, with that rating set, and cannot be passed', () => {
  const before: Dealt = { ...rated('a', 2), state: 'open' };
  const { hand, given, at } = hold([before, open('b')]);
  expect(at()).toBe(0);
  expect(hand.getState().entries[0]!.draft.stars).toBe(2);
  expect(cellsOf(hand.getState())).toEqual(['current', 'left']);
  hand.settleIfRated();
  expect(given).toEqual([]);
  hand.skip();
  expect(given).toEqual([['a', { stars: 2, wouldWear: false, note: '' }]]);
  expect(at()).toBe(1);
});
