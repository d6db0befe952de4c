import type { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getPrintNeed, listPrintOrders } from '@fraisier/shared/contracts/prints.ts';
import { listRuns, type Run } from '@fraisier/shared/contracts/runs.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { Checklist, Panel } from '../../../../platform/ui/ops/panel.tsx';
import { SizeTable, sumBySize } from '../../../prints/parts/ops/size-table.tsx';
import styles from './today.module.css';

/** One is on sale while the one before is still printed and sent. */
const SHOWN = 2;

/** The newest runs: what people wished for, what is ordered, what is still to order. */
export function RunPanel({ desk }: { desk: ResponseOf<typeof getDesk> }) {
  const runs = useCall(listRuns, {}).data?.items ?? [];
  return runs
    .slice(0, SHOWN)
    .map((run, index) => <RunState key={run.slug} run={run} desk={index === 0 ? desk : null} />);
}

function RunState({ run, desk }: { run: Run; desk: ResponseOf<typeof getDesk> | null }) {
  const text = useText('ops-today').run;
  const format = useFormat();
  const need = useCall(getPrintNeed, { params: { run: run.slug } }).data;
  const orders = useCall(listPrintOrders, {}).data?.items.filter((order) => order.run === run.slug) ?? [];
  return (
    <Panel title={text.title(run.slug)} aside={text.sold(format.number(run.sold), format.number(run.size))}>
      <Stack gap={3}>
        {need && (
          <SizeTable
            label={`${text.label}, ${run.slug}`}
            total={text.total}
            sizes={run.sizes}
            rows={[
              { key: 'wished', name: text.wished, counts: need.wished },
              { key: 'ordered', name: text.ordered, counts: sumBySize(orders.flatMap((order) => order.matrix)) },
              { key: 'need', name: text.need, counts: sumBySize(need.matrix), strong: true },
            ]}
          />
        )}
        {orders.length > 0 && (
          <Checklist
            items={orders.map((order) => ({
              state: order.state === 'delivered' ? 'ok' : order.packet.state === 'failed' ? 'bad' : 'waiting',
              text: text.orderState(
                order.number,
                order.state === 'delivered'
                  ? text.delivered(format.number(order.good))
                  : `${text.packet[order.packet.state]}, ${text.awaited(format.number(order.good), format.number(order.pieces))}`,
              ),
            }))}
          />
        )}
      </Stack>
      <p className={styles.foot}>
        <Link to="/ops/prints">{text.open}</Link>
        {desk && desk.ordersToSend > 0 && <Link to="/ops/orders">{text.orders(format.number(desk.ordersToSend))}</Link>}
      </p>
    </Panel>
  );
}
