import {
  countDelivery,
  downloadPacket,
  getPrintNeed,
  listPrintOrders,
  orderPrint,
  retryPacket,
  showPlate,
} from '@fraisier/shared/contracts/prints.ts';
import { cursorOf } from '../../platform/http/page.ts';
import type { Routes } from '../../platform/http/route.ts';
import { countDelivery as count } from './count-delivery.ts';
import { orderPrint as order } from './order-print.ts';
import { readPacket, retryPacket as retry } from './packet-file.ts';
import { printNeed, readPlate, listPrintOrders as readPrintOrders } from './read-prints.ts';

export const printsRoutes: Routes = (route, deps) => {
  route(getPrintNeed, ({ params }) => printNeed(deps, params.run));
  route(orderPrint, ({ member, params }) => order(deps, member, params.run));
  route(listPrintOrders, ({ query }) => readPrintOrders(deps, { run: query.run, cursor: cursorOf(query.cursor) }));
  route(downloadPacket, ({ params }) => readPacket(deps, params.id));
  route(retryPacket, ({ member, params }) => retry(deps, member, params.id));
  route(showPlate, ({ params }) => readPlate(deps, params.id, params.place));
  route(countDelivery, ({ member, params, body }) => count(deps, member, { id: params.id, delivery: body }));
};
