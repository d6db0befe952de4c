import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import { useParams } from 'wouter';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { votedRounds } from '../../platform/ops/lists.ts';
import { useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Actions, Stack } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Figures } from '../../platform/ui/ops/figures.tsx';
import { KeyHelp } from '../../platform/ui/ops/key-help.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { Facts, Panel, Panels } from '../../platform/ui/ops/panel.tsx';
import { AdvancePanel } from './parts/ops/advance-panel.tsx';
import { AfterClose } from './parts/ops/after-close.tsx';
import { CancelPanel } from './parts/ops/cancel-panel.tsx';
import { ClosePanel } from './parts/ops/close-panel.tsx';
import { CountPanel } from './parts/ops/count-panel.tsx';
import { isLive } from './parts/ops/next-step.ts';
import { PhaseOf } from './parts/ops/phase-of.tsx';
import { PhaseTable } from './parts/ops/phase-table.tsx';
import { ReplanPanel } from './parts/ops/replan-panel.tsx';

/** The desk of one round: where it is, what comes next, and once counted what the close will do. */
export function Page() {
  const { round: slug = '' } = useParams();
  const { desk, timeline, votes, keys } = useText('ops-rounds');
  const ops = useText('ops');
  const format = useFormat();
  const found = useCall(getRound, { params: { round: slug } });
  const round = found.data;
  if (!round) {
    return (
      <OpsShell title={slug}>
        {found.error ? <ErrorNote error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}
      </OpsShell>
    );
  }
  const { promise, counts } = round;
  const counted = isCounted(round.phase);
  const closing = [
    [['C'], keys.close],
    [['P'], keys.passOver],
    [['R'], keys.recount],
  ] as const;
  const steps = (
    <Panel title={timeline.label}>
      <PhaseTable round={round} />
    </Panel>
  );
  return (
    <OpsShell
      title={ops.roundTitle(round.number, format.month(`${slug}-15T12:00:00Z`))}
      subtitle={<PhaseOf phase={round.phase} />}
      aside={
        <Actions>
          {votedRounds([round], '').length > 0 && <Link to={`/ops/votes?round=${slug}`}>{votes.desk}</Link>}
          <Link to={`/rounds/${slug}`}>{desk.page}</Link>
        </Actions>
      }
    >
      <Stack gap={3}>
        <Figures
          month={round.month}
          items={[
            {
              key: 'designs',
              value: format.number(counts.designs),
              label: desk.counts.designs(format.number(counts.capacity)),
            },
            { key: 'voters', value: format.number(counts.voters), label: desk.counts.voters },
            { key: 'ratings', value: format.number(counts.ratings), label: desk.counts.ratings },
          ]}
        />
        {!counted && round.phase !== 'cancelled' && <p className="small muted">{desk.sealed}</p>}
      </Stack>
      <Panels
        left={
          <>
            {round.phase === 'counted' ? (
              <ClosePanel round={round} />
            ) : (
              isLive(round) && <AdvancePanel key={round.phase} round={round} />
            )}
            {round.phase === 'cancelled' && <CancelPanel round={round} />}
            <Panel title={desk.promise} aside={`${desk.rules} ${promise.rulesVersion}`}>
              <Facts
                rows={[
                  [desk.bounty, `${format.money(promise.bounty)} ${promise.bountyIsNet ? desk.net : desk.gross}`],
                  [desk.run, desk.pieces(format.number(promise.runSize))],
                  [desk.price, format.money(promise.piecePrice)],
                  [desk.hand, desk.handText(round.handSize, round.handCap)],
                  [desk.appeals, desk.hours(promise.appealHours)],
                ]}
              />
            </Panel>
            {round.phase === 'decided' && steps}
          </>
        }
        right={
          <>
            {round.phase === 'decided' && <AfterClose round={round} />}
            {round.phase === 'counted' && <CountPanel round={round} />}
            {round.phase !== 'decided' && steps}
            {isLive(round) && !counted && (
              <>
                <ReplanPanel round={round} />
                <CancelPanel round={round} />
              </>
            )}
          </>
        }
      />
      {isLive(round) && <KeyHelp keys={round.phase === 'counted' ? closing : [[['N'], keys.next]]} />}
    </OpsShell>
  );
}
