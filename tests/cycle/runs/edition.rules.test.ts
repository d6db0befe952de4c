import {
  HOLD_MINUTES,
  holdEnd,
  MAX_PIECES_PER_ORDER,
  nextNumbers,
  type PieceState,
  pieceStates,
  pieceTransitions,
  reasonsNotToOrder,
} from '@fraisier/shared/cycle/edition.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('ordering pieces', () => {
  const fine = { runState: 'open', free: 3, wanted: 1 } as const;

  it('is possible while the run is on sale and pieces are left, to the last one', () => {
    expect(reasonsNotToOrder(fine)).toEqual([]);
    expect(reasonsNotToOrder({ ...fine, wanted: 3 })).toEqual([]);
  });

  it.each([
    [{ runState: 'preparing' }, [{ code: 'run_not_open', detail: 'preparing' }]],
    [{ runState: 'closed' }, [{ code: 'run_not_open', detail: 'closed' }]],
    [{ free: 0 }, [{ code: 'sold_out' }]],
    [{ wanted: 4 }, [{ code: 'too_few_left', field: 'pieces', detail: '3' }]],
    [{ wanted: 0 }, [{ code: 'quantity', field: 'pieces', detail: '10' }]],
    [{ wanted: 1.5 }, [{ code: 'quantity', field: 'pieces', detail: '10' }]],
    [{ wanted: -1 }, [{ code: 'quantity', field: 'pieces', detail: '10' }]],
    [{ wanted: Number.NaN }, [{ code: 'quantity', field: 'pieces', detail: '10' }]],
    [{ free: 300, wanted: MAX_PIECES_PER_ORDER + 1 }, [{ code: 'quantity', field: 'pieces', detail: '10' }]],
    [{ free: 300, wanted: 3, maxPerOrder: 2 }, [{ code: 'quantity', field: 'pieces', detail: '2' }]],
    [
      { runState: 'closed', free: 0, wanted: 0 },
      [
        { code: 'run_not_open', detail: 'closed' },
        { code: 'quantity', field: 'pieces', detail: '10' },
        { code: 'sold_out' },
      ],
    ],
  ] as const)('is refused with %j', (facts, reasons) => {
    expect(reasonsNotToOrder({ ...fine, ...facts })).toEqual(reasons);
  });
});

describe('the numbers of an order', () => {
  it('are the lowest that are free, ascending', () => {
    expect(nextNumbers([12, 3, 300, 2, 21], 3)).toEqual([2, 3, 12]);
    expect(nextNumbers([2], 1)).toEqual([2]);
    expect(nextNumbers([2], 0)).toEqual([]);
  });

  it('are all or none', () => {
    expect(nextNumbers([2, 3], 3)).toBeNull();
    expect(nextNumbers([], 1)).toBeNull();
  });
});

describe('a piece', () => {
  it('loses and doubles no number, whatever buyers do', () => {
    const size = 30;
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom('hold', 'pay', 'lapse', 'return'),
        count: fc.integer({ min: 1, max: 6 }),
        pick: fc.nat(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(acts, (all) => {
        const pieces = new Map<number, PieceState>(Array.from({ length: size }, (_, index) => [index + 1, 'free']));
        const numbersIn = (state: PieceState) =>
          [...pieces].filter(([, own]) => own === state).map(([number]) => number);
        const move = (number: number, to: PieceState) => {
          const from = pieces.get(number);
          expect(from !== undefined && pieceTransitions[from].includes(to)).toBe(true);
          pieces.set(number, to);
        };
        move(1, 'sold');
        for (const { act, count, pick } of all) {
          if (act === 'hold') {
            const refused =
              reasonsNotToOrder({ runState: 'open', free: numbersIn('free').length, wanted: count }).length > 0;
            const numbers = nextNumbers(numbersIn('free'), count);
            expect(numbers === null).toBe(refused);
            for (const number of numbers ?? []) move(number, 'held');
          } else {
            const [from, to] = ({ pay: ['held', 'sold'], lapse: ['held', 'free'], return: ['sold', 'free'] } as const)[
              act
            ];
            const candidates = numbersIn(from);
            const number = candidates[pick % Math.max(1, candidates.length)];
            if (number !== undefined) move(number, to);
          }
          expect(pieceStates.reduce((sum, state) => sum + numbersIn(state).length, 0)).toBe(size);
        }
        expect([...pieces.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, index) => index + 1));
      }),
    );
  });

  it('comes back free under its own number, from a hold that lapsed and from a return', () => {
    expect(pieceTransitions.held).toContain('free');
    expect(pieceTransitions.sold).toEqual(['free']);
  });

  it('is held for a quarter of an hour', () => {
    expect(HOLD_MINUTES).toBe(15);
    expect(holdEnd(Date.UTC(2026, 11, 31, 23, 50))).toBe(Date.UTC(2027, 0, 1, 0, 5));
  });
});
