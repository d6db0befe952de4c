import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { listRuns } from '@fraisier/shared/contracts/runs.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { EmptyUntil } from '../../platform/ops/empty-until.tsx';
import { useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { MoreButton } from '../../platform/ui/ops/more-button.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { usePages } from '../../platform/ui/ops/use-pages.ts';
import { PrintOrders } from './parts/ops/print-orders.tsx';
import { RunNeed } from './parts/ops/run-need.tsx';

/** What each run still has to be printed, and what the print shop was asked for and sent back. */
export function Page() {
  const text = useText('ops-prints');
  const format = useFormat();
  const desk = useCall(getDesk).data;
  const runs = usePages(listRuns, {});
  return (
    <OpsShell
      title={text.title}
      subtitle={desk && text.subtitle(format.number(desk.piecesToPrint), desk.piecesToPrint)}
    >
      <Stack gap={6}>
        {!runs.items && (runs.error ? <ErrorNote error={runs.error} onRetry={runs.retry} /> : <Loading />)}
        {runs.items?.length === 0 && <EmptyUntil title={text.empty} hint={text.emptyHint} awaits="close" />}
        {runs.items?.map((run) => (
          <RunNeed key={run.slug} run={run} />
        ))}
        <MoreButton pages={runs} />
        {runs.items?.length !== 0 && <PrintOrders />}
      </Stack>
    </OpsShell>
  );
}
