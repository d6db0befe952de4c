import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';

/** The figures of the day: people and ratings of the open vote, designs of the next month. Counts only. */
export function TodayAside({ rounds }: { rounds: readonly Round[] }) {
  const { aside } = useText('ops-today');
  const format = useFormat();
  const open = rounds.findLast((round) => round.phase === 'voting' || round.phase === 'final');
  const collecting = rounds.findLast((round) => round.phase === 'collecting');
  const second = [
    open && aside.running(format.number(open.counts.designs)),
    collecting &&
      aside.received(
        format.number(collecting.counts.designs),
        format.month(`${collecting.slug}-15T12:00:00Z`).split(' ')[0] ?? '',
      ),
  ].filter(Boolean);
  return (
    <>
      {open && aside.ballots(format.number(open.counts.voters), format.number(open.counts.ratings))}
      {open && second.length > 0 && <br />}
      {second.join(', ')}
    </>
  );
}
