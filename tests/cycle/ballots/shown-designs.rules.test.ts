import { readShownDesigns } from '@fraisier/shared/verifier/shown-designs.ts';
import { expect, it } from 'vitest';
import { shownText } from '../../../scripts/support/verify-words.ts';

const place = { fromCentreMm: 40, topMm: 90, widthMm: 120 };
const entry = (id: string, more: object = {}) => ({ id, title: `Design ${id}`, ...more });

it('winners stand first, the others in the order of the bundle', () => {
  const designs = readShownDesigns(JSON.stringify(['a', 'b', 'c'].map((id) => entry(id, { place }))), ['c']);
  expect(designs.map(({ id, isWinner }) => [id, isWinner])).toEqual([
    ['c', true],
    ['a', false],
    ['b', false],
  ]);
});

it('a bundle from before says neither fabric nor place, and the tool says so', () => {
  const designs = readShownDesigns(JSON.stringify([entry('a')]), ['a']);
  expect(designs).toEqual([{ id: 'a', title: 'Design a', isWinner: true, fabric: null, place: null }]);
  expect(shownText(designs, false)).toContain('neither the fabric nor the place');
});

it('a place that is not whole numbers is no place', () => {
  const odd = { ...place, widthMm: '120' };
  const [design] = readShownDesigns(JSON.stringify([entry('a', { fabric: 'noir', place: odd })]), []);
  expect(design).toMatchObject({ fabric: 'noir', place: null });
  expect(shownText([design!], true)).toContain('"Design a", noir: place not said');
});

it('the tool gives the side of the middle, the width and the top, and says how many it leaves out', () => {
  const designs = readShownDesigns(
    JSON.stringify([
      entry('a', { fabric: 'noir', place }),
      entry('b', { fabric: 'rose', place: { ...place, fromCentreMm: 0 } }),
    ]),
    ['a'],
  );
  expect(shownText(designs, false)).toContain(
    'winner  "Design a", noir: 120 mm wide, its middle 40 mm right of the middle, 90 mm below the top',
  );
  expect(shownText(designs, false)).toContain('--designs tells of the other 1.');
  expect(shownText(designs, true)).toContain('"Design b", rose: 120 mm wide, centred, 90 mm below the top');
});
