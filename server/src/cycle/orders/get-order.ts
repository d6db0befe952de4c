import type { Order } from '@fraisier/shared/contracts/orders.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { pageOf } from '../../platform/http/page.ts';
import { listPrintsOfOrders } from '../prints/printed.sql.ts';
import { printingSince } from '../prints/printing-since.ts';
import { listPiecesOf } from '../runs/pieces.sql.ts';
import type { PieceRow } from '../runs/pieces.ts';
import { listRunsOnShow } from '../runs/runs.sql.ts';
import { cardsOf } from '../submissions/cards.ts';
import { listInvoicesOf } from './invoices.sql.ts';
import {
  findOrder,
  listBuyers,
  listOrderRows,
  listRecommendations,
  type OrderRow,
  type OrderState,
} from './orders.sql.ts';
import { orderView } from './orders.view.ts';
import { listPaymentsOf } from './payments.sql.ts';

const PAGE = 24;

export const isOperator = (member: Member) => member.role !== 'member';

/** One order as this person may see it; there is no order for anyone but its owner and operators. */
export async function getOrder(deps: Deps, member: Member, orderId: string): Promise<Order> {
  const row = await findOrder(deps.db, orderId);
  if (!row || (row.member_id !== member.id && !isOperator(member))) throw new Problem('not_found');
  return (await viewOrders(deps, member, [row])).get(row.id)!;
}

export async function listOrders(
  deps: Deps,
  member: Member,
  filter: { all: boolean; state: OrderState | undefined; run: string | undefined; cursor: string | null },
): Promise<{ items: Order[]; nextCursor: string | null }> {
  if (filter.all && !isOperator(member)) throw new Problem('not_allowed');
  const rows = await listOrderRows(deps.db, {
    ...(filter.all ? {} : { memberId: member.id }),
    state: filter.state,
    run: filter.run,
    cursor: filter.cursor,
    limit: PAGE,
  });
  const views = await viewOrders(deps, member, rows);
  return pageOf(rows, PAGE, (row) => views.get(row.id)!);
}

async function viewOrders(deps: Deps, member: Member, rows: readonly OrderRow[]): Promise<Map<string, Order>> {
  if (rows.length === 0) return new Map();
  const { db } = deps;
  const ids = rows.map((row) => row.id);
  const runs = new Map((await listRunsOnShow(db, unique(rows.map((row) => row.run_id)))).map((run) => [run.id, run]));
  const [cards, pieces, prints, invoices, payments, recommendations, buyers] = await Promise.all([
    cardsOf(
      db,
      [...runs.values()].map((run) => run.design_id),
      { withDesigner: true },
    ),
    listPiecesOf(db, ids),
    listPrintsOfOrders(db, ids),
    listInvoicesOf(db, ids),
    listPaymentsOf(db, ids),
    listRecommendations(db, ids),
    isOperator(member) ? listBuyers(db, unique(rows.map((row) => row.member_id))) : [],
  ]);
  const view = (order: OrderRow): Order => {
    const run = runs.get(order.run_id)!;
    const payment = payments.get(order.id);
    const payable = order.state_now === 'held' && order.member_id === member.id && payment !== undefined;
    const buyer = buyers.find((one) => one.id === order.member_id);
    return orderView({
      order,
      run,
      design: cards.get(run.design_id)!,
      // What was held and is not any more belongs to others now: the order keeps what it asked for.
      pieces: order.state_now === 'lapsed' ? (order.items as PieceRow[]) : (pieces.get(order.id) ?? []),
      printingSince: printingSince(prints.get(order.id)),
      invoice: invoices.get(order.id),
      recommendation: recommendations.find((one) => one.order_id === order.id),
      payUrl: payable ? deps.payments.payUrl(payment.id, member.locale) : null,
      buyer: buyer ? { name: buyer.name, email: buyer.email } : null,
    });
  };
  return new Map(rows.map((row) => [row.id, view(row)]));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
