import type { countDelivery as contract, PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { insertDelivery, listOutstanding, lockPrintOrder, markDelivered, markPrintPieces } from './prints.sql.ts';
import { showPrintOrder } from './read-prints.ts';

type Delivery = BodyOf<typeof contract>;

/**
 * Counts what came back from the print shop. Defective pieces are those named; when none is named they are the highest
 * numbers still missing, since shirts of one kind only get their number when they are labelled. They can be ordered
 * again; the good ones can be sent. Each call is a delivery of its own.
 */
export async function countDelivery(
  deps: Deps,
  operator: Member,
  { id, delivery }: { id: string; delivery: Delivery },
): Promise<PrintOrder> {
  await deps.db.transaction().execute(async (trx) => {
    const order = await lockPrintOrder(trx, id);
    if (!order) throw new Problem('not_found');
    if (order.state === 'delivered') throw new Problem('delivery_settled');
    const outstanding = await listOutstanding(trx, id);
    refuse(delivery, { pieces: order.pieces, outstanding });
    const defective = delivery.defectiveNumbers ?? outstanding.slice(outstanding.length - delivery.defective);
    const good = outstanding.filter((number) => !defective.includes(number)).slice(0, delivery.good);
    await markPrintPieces(trx, id, good, 'good');
    await markPrintPieces(trx, id, defective, 'defective');
    await insertDelivery(trx, {
      print_order_id: id,
      ordered: delivery.ordered,
      good: delivery.good,
      defective: delivery.defective,
      defective_numbers: [...defective],
      counted_by: operator.id,
    });
    if (good.length + defective.length === outstanding.length) await markDelivered(trx, id);
    await audit(trx, {
      actor: operator,
      act: 'count-delivery',
      subjectType: 'print-order',
      subjectId: id,
      details: { ordered: delivery.ordered, good: delivery.good, defective: delivery.defective, numbers: defective },
    });
  });
  return showPrintOrder(deps, id);
}

/** Says all that is wrong with a count at once: first whether it is one, then whether it fits the order. */
function refuse(delivery: Delivery, { pieces, outstanding }: { pieces: number; outstanding: readonly number[] }): void {
  const { ordered, good, defective, defectiveNumbers: numbers } = delivery;
  const counted = good + defective;
  const wrong: ProblemReason[] = [];
  if (counted === 0) wrong.push({ code: 'nothing_counted', field: '/good' });
  if (numbers) {
    if (numbers.length !== defective || new Set(numbers).size !== defective) {
      wrong.push({ code: 'numbers_do_not_match', field: '/defectiveNumbers', detail: String(defective) });
    }
    const strange = numbers.filter((number) => !outstanding.includes(number));
    if (strange.length > 0) {
      wrong.push({ code: 'numbers_not_awaited', field: '/defectiveNumbers', detail: strange.join(', ') });
    }
  }
  const over: ProblemReason[] = [];
  if (counted > ordered) over.push({ code: 'more_than_ordered', field: '/ordered', detail: String(counted) });
  if (ordered > pieces) over.push({ code: 'ordered', field: '/ordered', detail: String(pieces) });
  if (counted > outstanding.length)
    over.push({ code: 'outstanding', field: '/good', detail: String(outstanding.length) });
  if (over.length > 0) throw new Problem('over_delivered', { reasons: [...over, ...wrong] });
  if (wrong.length > 0) throw new Problem('bad_input', { reasons: wrong });
}
