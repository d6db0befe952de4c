import type { placeOrder as contract } from '@fraisier/shared/contracts/orders.ts';
import { type RunState, reasonsNotToOrder } from '@fraisier/shared/cycle/edition.ts';
import { vatIncluded } from '@fraisier/shared/cycle/money.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import type { Trx } from '../../platform/db/database.ts';
import { countFreePieces, holdPieces } from '../runs/pieces.ts';
import { findRunRow, type RunRow } from '../runs/runs.sql.ts';
import { getOrder } from './get-order.ts';
import { lapseRunHolds } from './lapse-holds.job.ts';
import { findOrderByKey, insertOrder, type OrderRow, putItems } from './orders.sql.ts';
import { insertPayment, listPaymentsOf } from './payments.sql.ts';
import { choicesOf, type OrderRequest, refuseBrokenText, requestHash, tidyAddress } from './request.ts';

interface Placing {
  readonly run: string;
  readonly key: string;
  readonly body: OrderRequest;
}

type Placed = ResponseOf<typeof contract>;

/** Too few pieces were free, not counting those that others are taking at this moment. */
class Contended extends Error {}

/**
 * Holds pieces for a member, all that were asked for or none. The member's key makes it happen once: the same request
 * again gets the same order, whatever became of it since.
 */
export async function placeOrder(deps: Deps, member: Member, placing: Placing): Promise<Placed> {
  refuseBrokenText(placing.body);
  const hash = requestHash(placing.run, placing.body);
  const known = await findOrderByKey(deps.db, member.id, placing.key);
  if (known) return answer(deps, member, known, hash);

  const attempt = (contended: 'skip' | 'wait') =>
    deps.db.transaction().execute((trx) => place(trx, deps, member, placing, hash, contended));
  await attempt('skip').catch((error: unknown) => {
    if (error instanceof Contended) return attempt('wait');
    throw error;
  });
  const order = await findOrderByKey(deps.db, member.id, placing.key);
  return answer(deps, member, order!, hash);
}

async function place(
  trx: Trx,
  deps: Deps,
  member: Member,
  { run: slug, key, body }: Placing,
  hash: Buffer,
  contended: 'skip' | 'wait',
): Promise<void> {
  const run = await findRunRow(trx, slug);
  if (!run) throw new Problem('not_found');
  refuseWhatNoStockDecides(run, body);
  const pieces = choicesOf(run, body.pieces);
  const piecesCents = run.piece_price_cents * pieces.length;
  const totalCents = piecesCents + run.shipping_cents;
  const orderId = await insertOrder(trx, {
    run_id: run.id,
    member_id: member.id,
    state: 'held',
    pieces_cents: piecesCents,
    shipping_cents: run.shipping_cents,
    vat_cents: vatIncluded(totalCents, run.vat_rate_bp).vatCents,
    address: JSON.stringify(tidyAddress(body.address)),
    items: JSON.stringify([]),
    idempotency_key: key,
    request_sha256: hash,
  });
  // The same key at the same moment: the other request made the order, this one answers with it.
  if (!orderId) return;

  if (contended === 'wait') await lapseRunHolds(trx, run.id);
  const numbers = await holdPieces(trx, { runId: run.id, orderId, pieces }, contended);
  if (!numbers) {
    if (contended === 'skip') throw new Contended();
    const free = await countFreePieces(trx, run.id);
    const reasons = reasonsNotToOrder({ ...factsOf(run), free, wanted: pieces.length });
    throw new Problem('sold_out', { reasons });
  }
  await putItems(
    trx,
    orderId,
    pieces.map((piece, index) => ({ number: numbers[index], ...piece })),
  );
  await insertPayment(trx, { order_id: orderId, provider: deps.payments.provider, amount_cents: totalCents });
}

const factsOf = (run: RunRow) => ({
  runState: run.state as RunState,
  maxPerOrder: run.pieces_per_order,
});

function refuseWhatNoStockDecides(run: RunRow, body: OrderRequest): void {
  const wanted = body.pieces.length;
  const reasons = reasonsNotToOrder({ ...factsOf(run), free: wanted, wanted });
  if (reasons.some((reason) => reason.code === 'run_not_open')) throw new Problem('run_not_open', { reasons });
  if (reasons.length > 0) throw new Problem('bad_input', { reasons });
}

async function answer(deps: Deps, member: Member, row: OrderRow, hash: Buffer): Promise<Placed> {
  if (!row.request_sha256.equals(hash)) throw new Problem('key_reused');
  const [order, payments] = await Promise.all([getOrder(deps, member, row.id), listPaymentsOf(deps.db, [row.id])]);
  const payUrl = deps.payments.payUrl(payments.get(row.id)!.id, member.locale);
  return { order, payUrl, heldUntil: row.held_until!.toISOString() };
}
