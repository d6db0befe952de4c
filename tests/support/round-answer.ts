import type { Round } from '@fraisier/shared/contracts/rounds.ts';

const money = (amount: number) => ({ amount, currency: 'EUR' as const });

/** A round as the shop answers it to a stranger, for pages that are rendered without a shop. */
export function roundAnswer(phase: Round['phase'], more: Partial<Round> = {}): Round {
  return {
    slug: '2026-11',
    number: 11,
    month: 11,
    phase,
    planned: {
      collecting: '2026-10-01T07:00:00Z',
      voting: '2026-10-31T19:00:00Z',
      final: '2026-11-18T19:00:00Z',
      freeze: '2026-11-30T19:00:00Z',
    },
    actual: {
      collecting: null,
      voting: null,
      final: null,
      frozen: null,
      counted: null,
      decided: null,
      cancelled: null,
    },
    extendedUntil: null,
    cancelReason: null,
    promise: {
      bounty: money(100_000),
      bountyIsNet: true,
      runSize: 300,
      piecePrice: money(2400),
      maxInks: 6,
      printArea: { widthMm: 300, heightMm: 360 },
      print: { method: 'screen', leastLineMm: 0.4, safeMarginMm: 5, goodDpi: 200, leastDpi: 150 },
      rulesVersion: '1',
      appealHours: 48,
    },
    counts: { designs: 26, capacity: 300, voters: 150, ratings: 3704 },
    handSize: 10,
    handCap: 30,
    runs: [],
    standing: null,
    ...more,
  };
}
