import { listPrintOrders, type PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { queryOf } from '../../../../platform/query.ts';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { usePages } from '../../../../platform/ui/ops/use-pages.ts';
import { PrintOrderCard } from './print-order-card.tsx';

const LOOK_AGAIN = 2500;

const isPreparing = (order: PrintOrder) => order.packet.state === 'preparing';

/** Every print order; while a packet is being made the page looks again by itself. */
export function PrintOrders() {
  const text = useText('ops-prints').orders;
  const format = useFormat();
  const pages = usePages(listPrintOrders, {});
  useQuery({
    ...queryOf(listPrintOrders, {}),
    refetchInterval: ({ state }) => (state.data?.items.some(isPreparing) ? LOOK_AGAIN : false),
  });
  return (
    <Panel title={text.title} aside={pages.items && format.number(pages.items.length)}>
      {!pages.items && (pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />)}
      {pages.items?.length === 0 && <p className="muted">{text.empty}</p>}
      {pages.items?.map((order, at) => (
        <PrintOrderCard key={order.id} order={order} isFirst={at === 0} />
      ))}
      <MoreButton pages={pages} />
    </Panel>
  );
}
