import {
  downloadInvoice,
  getOrder,
  getSandboxPayment,
  listOrders,
  placeOrder,
  sendOrder,
  settleSandboxPayment,
} from '@fraisier/shared/contracts/orders.ts';
import { cursorOf } from '../../platform/http/page.ts';
import type { Routes } from '../../platform/http/route.ts';
import { getInvoice } from './get-invoice.ts';
import { listOrders as readOrders, getOrder as showOrder } from './get-order.ts';
import { getPayment } from './get-payment.ts';
import { placeOrder as place } from './place-order.ts';
import { sendOrder as send } from './send-order.ts';
import { settlePayment } from './settle-payment.ts';

export const ordersRoutes: Routes = (route, deps) => {
  route(placeOrder, ({ member, params, headers, body }) =>
    place(deps, member, { run: params.run, key: headers['idempotency-key'], body }),
  );

  route(listOrders, ({ member, query }) =>
    readOrders(deps, member, {
      all: query.all ?? false,
      state: query.state,
      run: query.run,
      cursor: cursorOf(query.cursor),
    }),
  );

  route(getOrder, ({ member, params }) => showOrder(deps, member, params.order));
  route(downloadInvoice, ({ member, params }) => getInvoice(deps, member, params.order));

  route(sendOrder, ({ member, params, body }) =>
    send(deps, member, { orderId: params.order, tracking: body.tracking?.trim() || null }),
  );

  // A bank that says what it is told exists only where no other takes the money.
  if (deps.payments.provider !== 'sandbox') return;
  route(getSandboxPayment, ({ member, params }) => getPayment(deps, member, params.payment));
  route(settleSandboxPayment, ({ member, params, body }) =>
    settlePayment(deps, member, { paymentId: params.payment, outcome: body.outcome }),
  );
};
