import type { Address } from '@fraisier/shared/contracts/common.ts';
import { DESIGNERS_PIECE } from '@fraisier/shared/cycle/edition.ts';
import type { Cut, Size } from '@fraisier/shared/cycle/garments.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { listPrintsOfOrders } from '../prints/printed.sql.ts';
import { choosePieceSize, giveDesignersPiece } from '../runs/pieces.ts';
import { type RunRow, shareRunRow } from '../runs/runs.sql.ts';
import { findAuthorOrderRow, insertOrder, lockOrder, putAddressOfOrder } from './orders.sql.ts';
import { tidyAddress } from './request.ts';

export interface AuthorOrder {
  readonly orderId: string;
  readonly size: Size | null;
  readonly cut: Cut | null;
}

/** The designer's own shirt: number 1 of the run, free, paid from the first moment; its size is chosen later. */
export async function createAuthorOrder(
  trx: Trx,
  { run, designerId }: { run: RunRow; designerId: string },
): Promise<string> {
  const key = `author:${run.id}`;
  const order = await insertOrder(trx, {
    run_id: run.id,
    member_id: designerId,
    kind: 'author',
    state: 'paid',
    pieces_cents: 0,
    shipping_cents: 0,
    vat_cents: 0,
    address: null,
    items: JSON.stringify([{ number: DESIGNERS_PIECE, size: null, cut: null, fabric: run.fabrics[0], label: null }]),
    idempotency_key: key,
    request_sha256: sha256(key),
  });
  if (!order) throw new Error(`run ${run.slug} has its author's order already`);
  await giveDesignersPiece(trx, run, order);
  return order;
}

/**
 * The size, cut and address of the designer's shirt. Size and cut may be changed until it is being printed, the address
 * until it is sent. No print order is made of the run meanwhile: what was chosen is what is printed.
 */
export async function setAuthorShirt(
  trx: Trx,
  shirt: { orderId: string; size?: Size; cut?: Cut; address?: Address },
): Promise<void> {
  const known = await findAuthorOrderRow(trx, { orderId: shirt.orderId });
  if (!known) throw new Problem('not_found');
  const run = await shareRunRow(trx, known.run_id);
  const order = await lockOrder(trx, shirt.orderId);
  if (order?.kind !== 'author') throw new Problem('not_found');
  if (shirt.address && order.state !== 'sent') {
    await putAddressOfOrder(trx, order.id, tidyAddress(shirt.address));
  }
  if (shirt.size && shirt.cut) {
    const now = await findAuthorOrderRow(trx, { orderId: order.id });
    if (now?.size === shirt.size && now.cut === shirt.cut) return;
    refuseUnknown(run, { size: shirt.size, cut: shirt.cut });
    const prints = await listPrintsOfOrders(trx, [order.id]);
    if (prints.has(order.id)) {
      throw new Problem('shirt_printed', {
        reasons: [{ code: 'shirt_printed', field: '/size', detail: String(DESIGNERS_PIECE) }],
      });
    }
    await choosePieceSize(trx, order.id, { size: shirt.size, cut: shirt.cut });
  }
}

function refuseUnknown(run: RunRow, choice: { size: Size; cut: Cut }): void {
  const reasons = [
    ...(run.sizes.includes(choice.size) ? [] : [{ code: 'option_unknown', field: '/size', detail: choice.size }]),
    ...(run.cuts.includes(choice.cut) ? [] : [{ code: 'option_unknown', field: '/cut', detail: choice.cut }]),
  ];
  if (reasons.length > 0) throw new Problem('option_unknown', { reasons });
}

/** The designer's order in the run of a design; null while there is no run. */
export async function findAuthorOrder(db: Database | Trx, designId: string): Promise<AuthorOrder | null> {
  const row = await findAuthorOrderRow(db, { designId });
  return row ? { orderId: row.id, size: row.size as Size | null, cut: row.cut as Cut | null } : null;
}
