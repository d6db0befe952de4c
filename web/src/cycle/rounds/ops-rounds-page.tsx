import { listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { ButtonLink } from '../../platform/ui/button.tsx';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { MoreButton } from '../../platform/ui/ops/more-button.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { Panel } from '../../platform/ui/ops/panel.tsx';
import { usePages } from '../../platform/ui/ops/use-pages.ts';
import { isLive } from './parts/ops/next-step.ts';
import { PlanRoundForm } from './parts/ops/plan-round-form.tsx';
import { RoundRow } from './parts/ops/round-row.tsx';

/** Every round with its dates, and the next one to plan. */
export function Page() {
  const text = useText('ops-rounds');
  const pages = usePages(listRounds, {});
  const now = useCall(getShop).data?.now;
  const rounds: readonly Round[] = pages.items ?? [];
  return (
    <OpsShell
      title={text.list.title}
      subtitle={pages.items && text.list.subtitle(rounds.filter(isLive).length)}
      aside={
        <ButtonLink small kind="ink" to="/ops/rounds/calendar">
          {text.calendar.open}
        </ButtonLink>
      }
    >
      <Stack gap={6}>
        {!pages.items && (pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />)}
        {pages.items?.length === 0 && (
          <Empty title={text.list.empty}>
            <p className="muted">{text.list.emptyHint}</p>
          </Empty>
        )}
        {rounds.length > 0 && now && (
          <ul>
            {rounds.map((round) => (
              <RoundRow key={round.slug} round={round} now={now} />
            ))}
          </ul>
        )}
        <MoreButton pages={pages} />
        {pages.items && (
          <Panel title={text.plan.title}>
            <PlanRoundForm rounds={rounds} />
          </Panel>
        )}
      </Stack>
    </OpsShell>
  );
}
