import { type Booking, book } from '@fraisier/server/cycle/bounties/ledger/book.ts';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const accounts = ['bank', 'payments_clearing', 'sales', 'vat_payable', 'bounty_cost', 'bounty_payable'] as const;
const moves = fc
  .array(fc.tuple(fc.constantFrom(...accounts), fc.integer({ min: -5_000_000, max: 5_000_000 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((entries) => {
    const rest = entries.reduce((sum, [, cents]) => sum + cents, 0);
    return [
      ...entries.map(([account, amountCents]) => ({ account, amountCents })),
      { account: 'sales', amountCents: -rest },
    ];
  });

/** What the bookings leave on the accounts, told in this order, each as often as it stands there; then all is undone. */
async function balancesAfter(told: readonly Booking[]): Promise<Record<string, number>> {
  let left: Record<string, number> = {};
  await shop.deps.db
    .transaction()
    .execute(async (trx) => {
      for (const booking of told) await book(trx, booking);
      const { rows } = await sql<{ account: string; cents: number }>`
        select account, sum(amount_cents)::bigint as cents from ledger_entries group by account
        having sum(amount_cents) <> 0`.execute(trx);
      // The database's own rule, before it is undone.
      await sql`set constraints all immediate`.execute(trx);
      left = Object.fromEntries(rows.map((row) => [row.account, row.cents]));
      throw new Error('undone');
    })
    .catch((error: Error) => {
      if (error.message !== 'undone') throw error;
    });
  return left;
}

it('the same bookings, in any order and told up to three times, leave the same books, which sum to zero', async () => {
  const story = fc.array(moves, { minLength: 1, maxLength: 6 }).chain((all) => {
    const bookings = all.map((entries, nth): Booking => ({ cause: `test:${nth}`, description: 'x', entries }));
    const copies = fc.tuple(...bookings.map(() => fc.integer({ min: 1, max: 3 })));
    return copies.chain((times) => {
      const told = bookings.flatMap((booking, nth) => Array.from({ length: times[nth]! }, () => booking));
      return fc.tuple(
        fc.constant(bookings),
        fc.shuffledSubarray(told, { minLength: told.length, maxLength: told.length }),
      );
    });
  });
  await fc.assert(
    fc.asyncProperty(story, async ([once, told]) => {
      const expected = await balancesAfter(once);
      expect(Object.values(expected).reduce((sum, cents) => sum + cents, 0)).toBe(0);
      expect(await balancesAfter(told)).toEqual(expected);
    }),
    { numRuns: 60, seed: 20261122 },
  );
});

it('a booking that is not zero is refused before the database sees it', async () => {
  await fc.assert(
    fc.asyncProperty(moves, fc.integer({ min: 1, max: 1000 }), async (entries, off) => {
      const lame = [...entries, { account: 'bank', amountCents: off }];
      const wrong = shop.deps.db
        .transaction()
        .execute((trx) => book(trx, { cause: 'test:lame', description: 'x', entries: lame }));
      await expect(wrong).rejects.toThrow(/does not balance/);
    }),
    { numRuns: 20, seed: 7 },
  );
});
