import type { Deps } from '../../deps.ts';
import { listRefundsDue, settle } from './payments.sql.ts';

/**
 * Gives back payments that came after their hold had lapsed. The debt is committed before the provider is asked, so that
 * a crash between the two leaves a refund that is still due, and the job asks again.
 */
export async function payBackLatePayments(deps: Deps, where: { id?: string }): Promise<void> {
  const failures: unknown[] = [];
  for (const payment of await listRefundsDue(deps.db, where)) {
    try {
      await deps.payments.refund({ id: payment.id, amountCents: payment.amount_cents });
      await settle(deps.db, payment.id, 'refund_due', 'refunded');
    } catch (error) {
      // One that cannot be given back holds up nobody else's.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
