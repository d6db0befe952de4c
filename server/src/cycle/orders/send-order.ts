import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { Order } from '@fraisier/shared/contracts/orders.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { findMember } from '../../people/members.sql.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { listUnprinted } from '../prints/printed.sql.ts';
import { listPiecesOf } from '../runs/pieces.sql.ts';
import { listRunsOnShow } from '../runs/runs.sql.ts';
import { getOrder } from './get-order.ts';
import { sentMail } from './order.mail.ts';
import { lockOrder, markSent, type OrderRow } from './orders.sql.ts';

/** A paid order leaves once all its pieces came back good from the print shop. The same call again answers the same. */
export async function sendOrder(
  deps: Deps,
  operator: Member,
  { orderId, tracking }: { orderId: string; tracking: string | null },
): Promise<Order> {
  await deps.db.transaction().execute(async (trx) => {
    const order = await lockOrder(trx, orderId);
    if (!order) throw new Problem('not_found');
    if (order.state === 'sent' && order.tracking === tracking) return;
    const reasons = await reasonsNotToSend(trx, order);
    if (reasons.length > 0) throw new Problem('order_not_sendable', { reasons });
    await markSent(trx, order.id, tracking);
    await audit(trx, {
      actor: operator,
      act: 'send-order',
      subjectType: 'order',
      subjectId: order.id,
      details: { tracking },
    });
    await tellBuyer(trx, deps, order, tracking);
  });
  return getOrder(deps, operator, orderId);
}

/** Every reason at once. Details are the order's state, and the numbers of the pieces. */
async function reasonsNotToSend(trx: Trx, order: OrderRow): Promise<ProblemReason[]> {
  if (order.state_now !== 'paid') return [{ code: 'not_paid', field: 'state', detail: order.state_now }];
  const reasons: ProblemReason[] = [];
  const unprinted = await listUnprinted(trx, order.id);
  if (unprinted.length > 0) reasons.push({ code: 'not_printed', field: 'pieces', detail: unprinted.join(', ') });
  if (!order.address) reasons.push({ code: 'address_missing', field: 'address' });
  return reasons;
}

async function tellBuyer(trx: Trx, deps: Deps, order: OrderRow, tracking: string | null): Promise<void> {
  const run = (await listRunsOnShow(trx, [order.run_id]))[0]!;
  const pieces = (await listPiecesOf(trx, [order.id])).get(order.id) ?? [];
  const buyer = (await findMember(trx, order.member_id))!;
  await writeMail(trx, {
    cause: `order:${order.id}:sent`,
    to: buyer.email,
    locale: buyer.locale,
    template: 'order-sent',
    content: sentMail(
      {
        title: run.title,
        runSize: run.size,
        pieces,
        address: order.address as Address,
        tracking,
        url: `${deps.config.appUrl}/${buyer.locale}/orders/${order.id}`,
      },
      buyer.locale,
    ),
  });
}
