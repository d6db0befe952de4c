import { MAX_PIECES_PER_ORDER, reasonsNotToOrder } from '@fraisier/shared/cycle/edition.ts';
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
