import { promoterShare } from '@fraisier/shared/cycle/recommendation.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const counts = fc.array(fc.nat({ max: 500 }), { minLength: 11, maxLength: 11 });
const only = (answers: Readonly<Partial<Record<number, number>>>) =>
  Array.from({ length: 11 }, (_, score) => answers[score] ?? 0);

describe('the share of those who would recommend', () => {
  it.each([
    { answers: {}, promoters: 0, passives: 0, detractors: 0, score: null },
    { answers: { 10: 1 }, promoters: 1, passives: 0, detractors: 0, score: 100 },
    { answers: { 0: 4 }, promoters: 0, passives: 0, detractors: 4, score: -100 },
    { answers: { 6: 1, 7: 1, 8: 1, 9: 1 }, promoters: 1, passives: 2, detractors: 1, score: 0 },
    { answers: { 9: 2, 8: 1 }, promoters: 2, passives: 1, detractors: 0, score: 67 },
    { answers: { 6: 2, 8: 1 }, promoters: 0, passives: 1, detractors: 2, score: -67 },
    // An eighth is 12.5: away from zero on both sides.
    { answers: { 9: 1, 7: 7 }, promoters: 1, passives: 7, detractors: 0, score: 13 },
    { answers: { 6: 1, 7: 7 }, promoters: 0, passives: 7, detractors: 1, score: -13 },
  ])('of $answers is $score', ({ answers, ...share }) => {
    const all = only(answers as Partial<Record<number, number>>);
    expect(promoterShare(all)).toEqual({ ...share, answers: all.reduce((sum, count) => sum + count, 0) });
  });

  it('counts every answer once, and mirrors when promoters and detractors change places', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const share = promoterShare(all);
        expect(share.promoters + share.passives + share.detractors).toBe(share.answers);
        const mirrored = promoterShare(only({ 10: share.detractors, 8: share.passives, 0: share.promoters }));
        expect((mirrored.score ?? 0) + (share.score ?? 0)).toBe(0);
      }),
    );
  });

  it('needs a whole count for each of the eleven answers', () => {
    for (const wrong of [[], [1], only({ 3: -1 }), only({ 3: 0.5 }), [...only({}), 0]]) {
      expect(() => promoterShare(wrong)).toThrow(TypeError);
    }
  });
});
