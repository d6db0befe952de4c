import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { listOrders } from '@fraisier/shared/contracts/orders.ts';
import { listRuns } from '@fraisier/shared/contracts/runs.ts';
import { useSearchParams } from 'wouter';
import { showQuery } from '../../platform/app/go-to.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { EmptyUntil } from '../../platform/ops/empty-until.tsx';
import { orderStates, ordersInput } from '../../platform/ops/lists.ts';
import { useCall } from '../../platform/query.ts';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Select } from '../../platform/ui/input.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { MoreButton } from '../../platform/ui/ops/more-button.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { usePages } from '../../platform/ui/ops/use-pages.ts';
import { OrderList } from './parts/ops/order-list.tsx';
import styles from './parts/ops/orders.module.css';

/** Every order by state and run; those that are paid wait to be sent. */
export function Page() {
  const text = useText('ops-orders');
  const format = useFormat();
  const [search] = useSearchParams();
  const desk = useCall(getDesk).data;
  const listed = useCall(listRuns, {}).data?.items;
  const runs = listed ?? [];
  // Without a run nobody can have ordered anything.
  const isBefore = listed?.length === 0;
  const input = ordersInput(search);
  const pages = usePages(listOrders, input);
  const { state = 'all', run = '' } = input.query;
  const show = (next: { state?: string; run?: string }) => {
    const query = new URLSearchParams({ state, run, ...next });
    if (query.get('run') === '') query.delete('run');
    showQuery(query);
  };
  return (
    <OpsShell
      title={text.title}
      subtitle={
        desk &&
        `${text.subtitle(format.number(desk.ordersToSend), desk.ordersToSend)} ${
          desk.piecesToPrint > 0 ? text.printing(format.number(desk.piecesToPrint)) : ''
        }`
      }
      aside={text.private}
    >
      <Stack gap={5}>
        {!isBefore && (
          <div className={styles.filters}>
            <Select label={text.state} value={state} onChange={(event) => show({ state: event.target.value })}>
              {orderStates.map((one) => (
                <option key={one} value={one}>
                  {text.filters[one]}
                </option>
              ))}
              <option value="all">{text.all}</option>
            </Select>
            <Select label={text.run} value={run} onChange={(event) => show({ run: event.target.value })}>
              <option value="">{text.allRuns}</option>
              {runs.map((one) => (
                <option key={one.slug} value={one.slug}>
                  {one.slug}, {one.design.title}
                </option>
              ))}
            </Select>
          </div>
        )}
        {!pages.items && (pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />)}
        {pages.items?.length === 0 &&
          (isBefore ? (
            <EmptyUntil title={text.before} hint={text.beforeHint} awaits="close" />
          ) : (
            <Empty title={text.empty[state].title}>
              <p className="muted">{text.empty[state].hint}</p>
              {(state !== 'all' || run !== '') && <Link to="/ops/orders?state=all">{text.showAll}</Link>}
            </Empty>
          ))}
        {pages.items && pages.items.length > 0 && <OrderList orders={pages.items} />}
        <MoreButton pages={pages} />
      </Stack>
    </OpsShell>
  );
}
