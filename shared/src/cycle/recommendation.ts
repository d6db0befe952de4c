import { divideHalfUp, isCount } from './integer-math.ts';

/** The answers to "would you recommend": 0 to 10. */
export const RECOMMENDATION = { least: 0, most: 10, promoterFrom: 9, detractorTo: 6 } as const;

export interface PromoterShare {
  readonly answers: number;
  /** 9 and 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 to 6. */
  readonly detractors: number;
  /** Promoters less detractors in percent of the answers, −100 to 100; null without answers. */
  readonly score: number | null;
}

/** From the number of answers at each of 0 to 10. */
export function promoterShare(counts: readonly number[]): PromoterShare {
  if (counts.length !== RECOMMENDATION.most + 1 || !counts.every(isCount)) {
    throw new TypeError('eleven whole counts, one for each of 0 to 10');
  }
  const between = (from: number, to: number) => counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  const detractors = between(RECOMMENDATION.least, RECOMMENDATION.detractorTo);
  const promoters = between(RECOMMENDATION.promoterFrom, RECOMMENDATION.most);
  const answers = between(RECOMMENDATION.least, RECOMMENDATION.most);
  const score = answers === 0 ? null : Number(divideHalfUp(BigInt(promoters - detractors) * 100n, BigInt(answers)));
  return { answers, promoters, passives: answers - promoters - detractors, detractors, score };
}
