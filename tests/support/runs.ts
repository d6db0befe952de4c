import { findAuthorOrder, setAuthorShirt } from '@fraisier/server/cycle/orders/author-order.ts';
import { makeRuns } from '@fraisier/server/cycle/runs/make-runs.ts';
import type { Cut, Size } from '@fraisier/shared/cycle/garments.ts';
import { sql } from 'kysely';
import { enterDesign, type MonthDesign } from './month.ts';
import type { SignedIn, TestShop } from './shop.ts';

/** A decided round with its runs, put in as rows: what orders and prints need of a month, without its votes. */
export interface OpenedRun {
  readonly id: string;
  readonly slug: string;
  readonly roundId: string;
  readonly design: MonthDesign;
  readonly designer: SignedIn;
}

export const address = {
  name: 'Élodie Marchand',
  line1: '12 rue des Fraises',
  postalCode: '93100',
  city: 'Montreuil',
  country: 'FR',
};

const rounds = new WeakMap<TestShop, number>();

/** A decided round whose winners have their runs, each of `size` pieces: number 1 is its designer's. */
export async function openRuns(
  shop: TestShop,
  { size = 20, winners = 1, priceCents = 2400 }: { size?: number; winners?: number; priceCents?: number } = {},
): Promise<OpenedRun[]> {
  const round = (rounds.get(shop) ?? 0) + 1;
  rounds.set(shop, round);
  const slug = `${2030 + Math.floor(round / 12)}-${String((round % 12) + 1).padStart(2, '0')}`;
  const { db } = shop.deps;
  const row = await db
    .insertInto('rounds')
    .values({
      slug,
      number: round,
      phase: 'decided',
      collecting_due_at: '2026-11-01T08:00:00Z',
      voting_due_at: '2026-11-10T08:00:00Z',
      final_due_at: '2026-11-20T08:00:00Z',
      freeze_due_at: '2026-11-30T19:00:00Z',
      rules_version: '1',
      bounty_cents: 100_000,
      bounty_is_net: true,
      run_size: size,
      piece_price_cents: priceCents,
      max_inks: 6,
      print_width_mm: 300,
      print_height_mm: 360,
      expected_ratings: 6000,
      appeal_hours: 48,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const designs: MonthDesign[] = [];
  for (let nth = 0; nth < winners; nth++) {
    const designer = await shop.member({ email: `designer-${nth}-${slug}@fraisier.test`, name: `Designer ${nth}` });
    designs.push(
      await enterDesign(shop, { roundId: row.id, slug }, { designer, nth, title: `Un froid de canard ${nth}` }),
    );
  }
  const made = await db.transaction().execute((trx) =>
    makeRuns(trx, {
      round: row,
      winners: designs.map((design, index) => ({
        designId: design.id,
        designerId: design.designer.id,
        place: index + 1,
      })),
    }),
  );
  return made.map((run) => {
    const design = designs.find((one) => one.id === run.designId)!;
    return { id: run.id, slug: run.slug, roundId: row.id, design, designer: design.designer };
  });
}

export async function openRun(
  shop: TestShop,
  options: { size?: number; priceCents?: number } = {},
): Promise<OpenedRun> {
  return (await openRuns(shop, options))[0]!;
}

/** The designer of a run says which size they wear, and where they live. */
export async function authorsSize(
  shop: TestShop,
  run: OpenedRun,
  shirt: { size: Size; cut: Cut } = { size: 'M', cut: 'straight' },
): Promise<void> {
  await shop.deps.db.transaction().execute(async (trx) => {
    const { orderId } = (await findAuthorOrder(trx, run.design.id))!;
    await setAuthorShirt(trx, { orderId, ...shirt, address });
  });
}

export type Choice = { size: string; cut: string; fabric: string; label?: string };

/** A piece that every run of `openRuns` has: the fabric of its first design. */
export const piece = (change: Partial<Choice> = {}): Choice => ({
  size: 'M',
  cut: 'straight',
  fabric: 'blanc',
  ...change,
});

let keys = 0;
export const newKey = () => `key-of-a-test-${++keys}`;

/** Sends an order; the answer is for the test to judge. */
export function order(
  buyer: SignedIn,
  run: { slug: string },
  { pieces = [piece()], key = newKey(), to = address }: { pieces?: Choice[]; key?: string; to?: object } = {},
) {
  return buyer.post(`/api/runs/${run.slug}/orders`, { pieces, address: to }).set('idempotency-key', key);
}

/** The payment's id stands at the end of the address to pay at. */
export const paymentOf = (payUrl: string): string => payUrl.split('/').at(-1)!;

export function settle(buyer: SignedIn, payUrl: string, outcome: 'success' | 'failure') {
  return buyer.post(`/api/payments/sandbox/${paymentOf(payUrl)}`, { outcome });
}

/** Orders and pays; gives the paid order. */
export async function buy(
  buyer: SignedIn,
  run: { slug: string },
  pieces: Choice[] = [piece()],
): Promise<{ id: string; pieces: { number: number }[]; invoice: { number: string } }> {
  const { body } = await order(buyer, run, { pieces }).expect(201);
  return (await settle(buyer, body.payUrl, 'success').expect(200)).body.order;
}

/** I5 and I4, as SQL sees them: each run is whole, and every booking and the ledger as a whole sum to zero. */
export async function expectSound(shop: TestShop): Promise<void> {
  const { rows } = await sql<{ what: string }>`
    select 'run ' || runs.slug as what from runs join pieces on pieces.run_id = runs.id
      group by runs.id having count(*) <> runs.size or min(number) <> 1 or max(number) <> runs.size
    union all
    select 'piece ' || number from pieces join orders on orders.id = pieces.order_id
      where (pieces.state = 'held') <> (orders.state = 'held') or orders.state = 'lapsed'
    union all
    select 'order ' || orders.id from orders
      where state in ('held', 'paid', 'sent') and jsonb_array_length(items) <>
        (select count(*) from pieces where pieces.order_id = orders.id)
    union all
    select 'payment ' || payments.id from payments join orders on orders.id = payments.order_id
      where (payments.state = 'succeeded') <> (orders.state in ('paid', 'sent'))
    union all
    select 'invoice of ' || orders.id from orders left join invoices on invoices.order_id = orders.id
      where orders.kind = 'sale' and (orders.state in ('paid', 'sent')) <> (invoices.number is not null)
    union all
    select 'ledger ' || transaction_id from ledger_entries group by transaction_id having sum(amount_cents) <> 0
    union all
    select 'cash' from (select coalesce(sum(amount_cents), 0) as cents from ledger_entries
        where account = 'payments_clearing') cash
      where cents <> (select coalesce(sum(amount_cents), 0) from payments where state = 'succeeded')
  `.execute(shop.deps.db);
  if (rows.length > 0) throw new Error(`unsound: ${rows.map((row) => row.what).join(', ')}`);
}
