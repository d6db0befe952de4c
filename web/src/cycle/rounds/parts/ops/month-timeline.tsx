import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { listRuns } from '@fraisier/shared/contracts/runs.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Timeline } from '../../../../platform/ui/ops/timeline.tsx';
import { monthView, type Stretch } from './month-lanes.ts';

/** The month with a lane for each round at work in it. */
export function MonthTimeline({ rounds, now }: { rounds: readonly Round[]; now: string }) {
  const { calendar, spans } = useText('ops-today');
  const format = useFormat();
  const runs = useCall(listRuns, {}).data?.items;
  const { total, today, lanes } = monthView(rounds, now, format);
  const votes = lanes.flatMap(({ round, stretches }) =>
    round.phase === 'voting' || round.phase === 'final' ? stretches.filter((one) => one.kind === 'final') : [],
  );
  const end = votes[0]?.to;

  const labelOf = (round: Round, stretch: Stretch): string => {
    const label = spans[stretch.kind](round.number);
    const run = runs?.find((one) => one.round === round.slug);
    if (stretch.kind === 'sale' && run) {
      return spans.saleOf(round.number, format.number(run.sold), format.number(run.size));
    }
    const next = { collecting: round.planned.voting, voting: round.planned.final, final: round.planned.freeze };
    const until = stretch.kind in next ? next[stretch.kind as keyof typeof next] : null;
    return until && stretch.to >= today ? spans.until(label, format.moment(until)) : label;
  };
  return (
    <Timeline
      label={calendar}
      total={total}
      now={today}
      {...(end ? { end } : {})}
      lanes={lanes.map(({ round, stretches }) => ({
        key: round.slug,
        month: round.month,
        spans: stretches.map((stretch) => ({
          from: stretch.from,
          to: stretch.to,
          label: labelOf(round, stretch),
        })),
      }))}
    />
  );
}
