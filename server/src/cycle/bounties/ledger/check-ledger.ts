import type { LedgerCheck, LedgerFinding, ledgerRules } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import { bountyStateOf, type PaymentState, positionOf } from '@fraisier/shared/cycle/payment-states.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { quoteBounty } from '../quote-bounty.ts';
import {
  type BountyPosition,
  countBooks,
  listBountyPositions,
  listPayoutSums,
  listReserves,
  listSales,
  listTwice,
  listUnbalanced,
  listUnknownCauses,
  listWinnersAndBounties,
} from './check-ledger.sql.ts';

type Rule = (typeof ledgerRules)[number];
type Found = Omit<LedgerFinding, 'rule'>;

interface Ruled {
  readonly looked: number;
  readonly found: readonly Found[];
}

export interface Checked {
  readonly rules: LedgerCheck['rules'];
  readonly findings: readonly LedgerFinding[];
}

const nothing = { name: null, account: null, expected: null, found: null } as const;

/** In a round that promises, the promise is covered; before and after, nothing is held. */
const promising: readonly string[] = ['collecting', 'voting', 'final', 'frozen', 'counted'];

/** Holds the books against themselves and against what the shop says of rounds, bounties, payouts and sales. */
export async function checkLedger(trx: Trx): Promise<Checked> {
  const rules: Record<Rule, (trx: Trx) => Promise<Ruled>> = {
    transactions_balance: transactionsBalance,
    books_balance: booksBalance,
    causes_once: causesOnce,
    causes_known: causesKnown,
    reserves_cover: reservesCover,
    winners_owed: winnersOwed,
    bounties_agree: bountiesAgree,
    payouts_sum: payoutsSum,
    sales_agree: salesAgree,
  };
  const results: { rule: Rule; looked: number; found: readonly Found[] }[] = [];
  for (const [rule, check] of Object.entries(rules) as [Rule, (trx: Trx) => Promise<Ruled>][]) {
    results.push({ rule, ...(await check(trx)) });
  }
  return {
    rules: results.map(({ rule, looked, found }) => ({ rule, looked, differ: found.length })),
    findings: results.flatMap(({ rule, found }) => found.map((one) => ({ rule, ...one }))),
  };
}

async function transactionsBalance(trx: Trx): Promise<Ruled> {
  const [{ transactions }, rows] = [await countBooks(trx), await listUnbalanced(trx)];
  const found = rows.map(
    (row): Found => ({
      ...nothing,
      code: row.entries === 0 ? 'empty' : 'unbalanced',
      subject: row.cause,
      subjectType: 'transaction',
      expected: row.entries === 0 ? null : eur(0),
      found: row.entries === 0 ? null : eur(row.sum_cents),
    }),
  );
  return { looked: transactions, found };
}

async function booksBalance(trx: Trx): Promise<Ruled> {
  const { entries, sum_cents: sum } = await countBooks(trx);
  const found: Found = {
    ...nothing,
    code: 'unbalanced',
    subject: 'books',
    subjectType: 'books',
    expected: eur(0),
    found: eur(sum),
  };
  return { looked: entries, found: sum === 0 ? [] : [found] };
}

async function causesOnce(trx: Trx): Promise<Ruled> {
  const [{ transactions }, rows] = [await countBooks(trx), await listTwice(trx)];
  const found = rows.map(
    (row): Found => ({
      ...nothing,
      code: 'twice',
      subject: row.cause,
      subjectType: 'transaction',
      expected: '1',
      found: String(row.times),
    }),
  );
  return { looked: transactions, found };
}

async function causesKnown(trx: Trx): Promise<Ruled> {
  const [{ transactions }, rows] = [await countBooks(trx), await listUnknownCauses(trx)];
  const found = rows.map(
    (row): Found => ({ ...nothing, code: 'unknown', subject: row.cause, subjectType: 'transaction' }),
  );
  return { looked: transactions, found };
}

/** The reserve is what the bounty cost by the rates of the day on which it was set aside. */
async function reservesCover(trx: Trx): Promise<Ruled> {
  const rows = await listReserves(trx);
  const found: Found[] = [];
  for (const row of rows) {
    const on = row.reserved_at ?? row.collecting_at;
    const expected =
      promising.includes(row.phase) && on
        ? (await quoteBounty(trx, { promisedCents: row.bounty_cents, isNet: row.bounty_is_net, on })).totalCents
        : 0;
    if (row.held_cents === expected) continue;
    found.push({
      code: row.held_cents < expected ? 'too_little' : 'too_much',
      subject: row.id,
      subjectType: 'round',
      name: row.slug,
      account: 'bounty_reserved',
      expected: eur(expected),
      found: eur(row.held_cents),
    });
  }
  return { looked: rows.length, found };
}

async function winnersOwed(trx: Trx): Promise<Ruled> {
  const rows = await listWinnersAndBounties(trx);
  const found = rows.flatMap((row): Found[] => {
    const code = row.bounty_id === null ? 'no_bounty' : !row.is_winner ? 'no_winner' : row.is_owed ? null : 'not_owed';
    if (code === null) return [];
    const about =
      row.bounty_id === null
        ? { subject: row.round, subjectType: 'round' as const }
        : { subject: row.bounty_id, subjectType: 'bounty' as const };
    return [{ ...nothing, ...about, code, name: row.round }];
  });
  return { looked: rows.length, found };
}

async function bountiesAgree(trx: Trx): Promise<Ruled> {
  const rows = await listBountyPositions(trx);
  return { looked: rows.length, found: rows.flatMap(bountyFindings) };
}

/** What the cost and the reserve bear is the rest of what the others are: the transactions balance. */
const bearing: readonly string[] = ['bounty_cost', 'bounty_reserved'];

function bountyFindings(row: BountyPosition): Found[] {
  const about = { subject: row.id, subjectType: 'bounty' as const, name: row.round };
  const payments = row.payments.map(({ amountCents, state }) => ({ amountCents, state: state as PaymentState }));
  const states = payments.map(({ state }) => state);
  const found: Found[] = [];
  const shouldBe = row.state === 'cancelled' && states.length === 0 ? 'cancelled' : bountyStateOf(states);
  if (shouldBe !== row.state) {
    found.push({ ...about, code: 'state', account: null, expected: shouldBe, found: row.state });
  }
  if (row.withheld_cents !== row.gross_cents - row.net_cents) {
    const [expected, sum] = [eur(row.withheld_cents), eur(row.gross_cents - row.net_cents)];
    found.push({ ...about, code: 'statement', account: null, expected, found: sum });
  }
  const expected = expectedOf(row, payments);
  const accounts = new Set(
    [...Object.keys(expected), ...Object.keys(row.moved)].filter((one) => !bearing.includes(one)),
  );
  for (const account of accounts) {
    const [should, is] = [expected[account] ?? 0, row.moved[account] ?? 0];
    if (should !== is) found.push({ ...about, code: 'account', account, expected: eur(should), found: eur(is) });
  }
  return found;
}

function expectedOf(
  row: BountyPosition,
  payments: readonly { amountCents: number; state: PaymentState }[],
): Record<string, number> {
  if (row.state === 'cancelled') return {};
  const position = positionOf(row.net_cents, payments);
  return {
    bounty_payable: position.payable,
    bounty_in_transit: position.inTransit,
    bank: position.bank,
    bounty_claims: position.claims,
    withholding_payable: row.net_cents - row.gross_cents,
    contribution_payable: -row.contribution_cents,
  };
}

async function payoutsSum(trx: Trx): Promise<Ruled> {
  const rows = await listPayoutSums(trx);
  const found = rows.flatMap((row): Found[] => {
    const about = { subject: row.id, subjectType: 'payout' as const, name: row.message_id };
    const expected = eur(row.total_cents);
    return [
      ...(row.payments_cents === row.total_cents
        ? []
        : [{ ...about, code: 'total', account: null, expected, found: eur(row.payments_cents) }]),
      ...(row.exported_cents === row.total_cents
        ? []
        : [{ ...about, code: 'exported', account: 'bounty_in_transit', expected, found: eur(row.exported_cents) }]),
    ];
  });
  return { looked: rows.length, found };
}

async function salesAgree(trx: Trx): Promise<Ruled> {
  const rows = await listSales(trx);
  const found = rows.flatMap((row): Found[] => {
    const expected = row.state === 'succeeded' ? row.amount_cents : 0;
    if (row.booked_cents === expected) return [];
    return [
      {
        code: row.booked_cents === 0 ? 'not_booked' : 'account',
        subject: row.id,
        subjectType: 'payment',
        name: null,
        account: 'payments_clearing',
        expected: eur(expected),
        found: eur(row.booked_cents),
      },
    ];
  });
  return { looked: rows.length, found };
}
