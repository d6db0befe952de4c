import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pullOf, turnOf } from '../../../web/src/cycle/ballots/use-swipe.ts';

const pixels = fc.integer({ min: -2000, max: 2000 });

describe('a finger on a ballot', () => {
  it('turns the page when it goes far enough across, to the side it goes to', () => {
    expect(turnOf(-120, 10)).toBe('left');
    expect(turnOf(120, -10)).toBe('right');
  });

  it('turns nothing when it hardly moves, or scrolls, or slants', () => {
    expect(turnOf(-40, 0)).toBeNull();
    expect(turnOf(20, 400)).toBeNull();
    expect(turnOf(-90, 80)).toBeNull();
  });

  it('pulls the sheet along, the further the more, and never out of its place', () => {
    fc.assert(
      fc.property(pixels, pixels, (one, other) => {
        expect(Math.abs(pullOf(one))).toBeLessThanOrEqual(44);
        expect(Math.sign(pullOf(one))).toBe(Math.sign(one));
        if (one <= other) expect(pullOf(one)).toBeLessThanOrEqual(pullOf(other));
      }),
    );
  });
});
