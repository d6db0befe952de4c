import { listOrders, placeOrder } from '@fraisier/shared/contracts/orders.ts';
import { getRun } from '@fraisier/shared/contracts/runs.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import type { QueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { goTo } from '../../platform/app/go-to.ts';
import type { Lang } from '../../platform/i18n/language.ts';
import { invalidate } from '../../platform/query.ts';
import { payPath } from '../orders/pay-path.ts';
import { attemptKey, endAttempt, tabStorage } from './attempt.ts';
import { keepChoices } from './choices.ts';

export type Wanted = BodyOf<typeof placeOrder>;

/** Holds the pieces and goes on to where they are paid. */
export async function orderPieces(run: string, wanted: Wanted, lang: Lang, client: QueryClient): Promise<void> {
  const ask = async () => {
    const headers = { 'idempotency-key': attemptKey(tabStorage(), run, wanted) };
    const answer = await call(placeOrder, { params: { run }, headers, body: wanted });
    await Promise.all([invalidate(client, getRun), invalidate(client, listOrders)]);
    return answer;
  };
  let { order, payUrl } = await ask();
  if (order.state === 'lapsed') {
    // The same words again after their hold was over: this is another order.
    endAttempt(tabStorage(), run);
    ({ order, payUrl } = await ask());
  }
  keepChoices(run, null);
  if (order.state !== 'held') {
    endAttempt(tabStorage(), run);
    goTo(`/${lang}/orders/${order.id}`);
    return;
  }
  const path = payPath(payUrl);
  if (path) goTo(`/${lang}${path}`);
  else window.location.assign(payUrl);
}
