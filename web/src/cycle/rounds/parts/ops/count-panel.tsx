import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getCount } from '@fraisier/shared/contracts/rounds-close.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import { MoneyTable } from './money-table.tsx';
import { PassOverDialog } from './pass-over-dialog.tsx';
import { Winner, Winners } from './winner.tsx';

export type DryRun = ResponseOf<typeof getCount>;

/** The dry run of the close: who wins, and what it costs. */
export function CountPanel({ round }: { round: Round }) {
  const text = useText('ops-rounds').count;
  const format = useFormat();
  const count = useCall(getCount, { params: { round: round.slug } });
  const [passedOver, setPassedOver] = useState<string | null>(null);
  const winners = count.data?.winners ?? [];
  useKeys({ p: winners[0] && (() => setPassedOver(winners[0]?.design ?? null)) });
  if (count.error) return <ErrorNote error={count.error} onRetry={() => void count.refetch()} />;
  if (!count.data) return <Loading frames={1} />;
  return (
    <Panel title={text.title} aside={text.countedAt(format.stamp(count.data.countedAt))}>
      <Stack gap={3}>
        <h3 className="strong" id="winners" tabIndex={-1}>
          {winners.length > 0 ? text.winner(winners.length) : text.noWinner}
        </h3>
        {winners.length > 0 && (
          <Winners money={<MoneyTable count={count.data} reserved />}>
            {winners.map((winner) => (
              <Winner key={winner.design} winner={winner} month={round.month}>
                <Button kind="line" small onClick={() => setPassedOver(winner.design)}>
                  {text.passOver}
                  <span className="unseen"> {winner.title}</span>
                </Button>
              </Winner>
            ))}
          </Winners>
        )}
      </Stack>
      <PassOverDialog
        round={round.slug}
        winner={winners.find((one) => one.design === passedOver)}
        others={winners.filter((one) => one.design !== passedOver).map(({ title }) => title)}
        onClose={() => setPassedOver(null)}
      />
    </Panel>
  );
}
