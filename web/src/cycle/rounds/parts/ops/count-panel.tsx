import { getCount, getResult, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { Checklist, Panel } from '../../../../platform/ui/ops/panel.tsx';
import { AfterClose } from './after-close.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { MoneyTable } from './money-table.tsx';
import { PassOverDialog } from './pass-over-dialog.tsx';
import { ReasonLine } from './reason-line.tsx';
import styles from './round-desk.module.css';
import { useRoundReason } from './round-reasons.ts';
import { Winner } from './winner.tsx';

export type DryRun = ResponseOf<typeof getCount>;

/** The dry run of the close: who wins, what it costs, what will be made, and what stands in the way. */
export function CountPanel({ round }: { round: Round }) {
  const text = useText('ops-rounds').count;
  const params = { round: round.slug };
  const count = useCall(getCount, { params });
  if (count.error) return <ErrorNote error={count.error} onRetry={() => void count.refetch()} />;
  if (!count.data) return <Loading frames={1} />;
  return round.phase === 'decided' ? (
    <AfterClose round={round} count={count.data} />
  ) : (
    <Rehearsal round={round} count={count.data} title={text.title} />
  );
}

function Rehearsal({ round, count, title }: { round: Round; count: DryRun; title: string }) {
  const text = useText('ops-rounds').count;
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  // The ranking is public from the count on; here it gives the names of designs that a reason is about.
  const ranking = useCall(getResult, { params: { round: round.slug } }).data?.ranking;
  const titleOf = (design: string) => ranking?.find((row) => row.design === design)?.title;
  const say = useRoundReason(titleOf);
  const [closing, setClosing] = useState(false);
  const [passedOver, setPassedOver] = useState<string | null>(null);
  const { winners, blockers, warnings, runs } = count;
  const makes = [
    ...(winners.length > 0 ? [text.makesBounty(winners.length)] : []),
    ...runs.map((run) =>
      text.makesRun(run.slug, format.number(run.size), winners.find((one) => one.design === run.design)?.title ?? ''),
    ),
    text.makesLetters(format.number(count.letters)),
    text.makesFinal,
  ];
  const chosen = winners.find((one) => one.design === passedOver);
  return (
    <Panel title={title} aside={text.countedAt(now ? format.stamp(count.countedAt) : '')}>
      <Stack gap={5}>
        <h3 className="d3">{winners.length > 0 ? text.winner(winners.length) : text.noWinner}</h3>
        {winners.length > 0 && (
          <div className={styles.winners}>
            {winners.map((winner) => (
              <Winner key={winner.design} winner={winner} month={round.month}>
                <Button kind="line" small onClick={() => setPassedOver(winner.design)}>
                  {text.passOver}
                </Button>
              </Winner>
            ))}
          </div>
        )}
        {winners.length > 0 && <MoneyTable count={count} reserved />}
        <Stack gap={2}>
          <h3 className="strong">{text.makes}</h3>
          <Checklist items={makes.map((one) => ({ state: 'waiting', text: one }))} />
        </Stack>
        {warnings.length > 0 && (
          <Stack gap={2}>
            <h3 className="strong">{text.warnings}</h3>
            <Checklist items={warnings.map((reason) => ({ state: 'waiting', text: say(reason) }))} />
          </Stack>
        )}
        <Stack gap={2}>
          <h3 className="strong">{text.blockers}</h3>
          <Checklist
            items={
              blockers.length > 0
                ? blockers.map((reason) => ({
                    state: 'bad',
                    text: <ReasonLine reason={reason} round={round.slug} say={say} />,
                  }))
                : [{ state: 'ok', text: text.clear }]
            }
          />
        </Stack>
        <div>
          <Button
            wideOnPhone
            disabledReason={blockers.length > 0 ? text.closeBlocked : undefined}
            onClick={() => setClosing(true)}
          >
            {text.close}
          </Button>
        </div>
      </Stack>
      <CloseDialog
        round={round}
        count={count}
        makes={makes}
        say={say}
        open={closing}
        onClose={() => setClosing(false)}
      />
      <PassOverDialog round={round.slug} winner={chosen} onClose={() => setPassedOver(null)} />
    </Panel>
  );
}
