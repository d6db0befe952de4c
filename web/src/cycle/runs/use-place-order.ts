import { listOrders, placeOrder } from '@fraisier/shared/contracts/orders.ts';
import { getRun } from '@fraisier/shared/contracts/runs.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useLang } from '../../platform/i18n/use-text.ts';
import { invalidate, useAct } from '../../platform/query.ts';
import { payPath } from '../orders/pay-path.ts';
import { attemptKey, endAttempt, tabStorage } from './attempt.ts';
import { keepChoices } from './choices.ts';

/** Holds the pieces and goes on to where they are paid. */
export function usePlaceOrder(run: string) {
  const lang = useLang();
  const navigate = useNavigate();
  const client = useQueryClient();
  const act = useAct(placeOrder, { invalidates: [getRun, listOrders] });

  const place = async (body: BodyOf<typeof placeOrder>) => {
    const ask = () =>
      act.mutateAsync({
        params: { run },
        headers: { 'idempotency-key': attemptKey(tabStorage(), run, body) },
        body,
      });
    try {
      let { order, payUrl } = await ask();
      if (order.state === 'lapsed') {
        // The same words again after their hold was over: this is another order.
        endAttempt(tabStorage(), run);
        ({ order, payUrl } = await ask());
      }
      keepChoices(run, null);
      if (order.state !== 'held') {
        endAttempt(tabStorage(), run);
        void navigate(`/${lang}/orders/${order.id}`);
        return;
      }
      const path = payPath(payUrl);
      if (path) void navigate(`/${lang}${path}`);
      else window.location.assign(payUrl);
    } catch {
      // `act.error` says it. Whatever it was, the counts on the page may be old.
      await invalidate(client, getRun);
    }
  };
  return { place, error: act.error, isPending: act.isPending, reset: act.reset };
}
