import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { CheckIcon, ClockIcon, CrossIcon } from '../../../../platform/ui/icons.tsx';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import { nextStep } from './next-step.ts';
import styles from './round-desk.module.css';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly planned: string | null;
  readonly actual: string | null;
}

/** What was planned beside what was done, step by step. */
export function PhaseTable({ round }: { round: Round }) {
  const { timeline, moments } = useText('ops-rounds');
  const format = useFormat();
  const { planned, actual } = round;
  const rows: Row[] = [
    { key: 'collecting', name: moments.collecting, planned: planned.collecting, actual: actual.collecting },
    { key: 'voting', name: moments.voting, planned: planned.voting, actual: actual.voting },
    { key: 'final', name: moments.final, planned: planned.final, actual: actual.final },
    { key: 'frozen', name: moments.freeze, planned: planned.freeze, actual: actual.frozen },
    { key: 'counted', name: moments.counted, planned: null, actual: actual.counted },
    { key: 'decided', name: moments.decided, planned: null, actual: actual.decided },
  ];
  if (actual.cancelled) {
    rows.push({ key: 'cancelled', name: moments.cancelled, planned: null, actual: actual.cancelled });
  }
  // What was left to decide is not decided any more.
  const shown = actual.cancelled ? rows.filter((row) => row.planned || row.actual) : rows;
  const next = nextStep(round)?.to;
  return (
    <Table label={timeline.label} tight>
      <thead>
        <tr>
          <Th>{timeline.phase}</Th>
          <Th>{timeline.planned}</Th>
          <Th>{timeline.actual}</Th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => {
          const Sign =
            row.key === 'cancelled' ? CrossIcon : row.actual ? CheckIcon : row.key === next ? ClockIcon : null;
          return (
            <tr key={row.key} className={row.actual ? undefined : styles.toCome}>
              <Td>
                <span className={styles.step}>
                  {Sign ? (
                    <Sign className={row.actual && row.key !== 'cancelled' ? styles.doneSign : styles.nextSign} />
                  ) : (
                    <i />
                  )}
                  {row.name}
                </span>
              </Td>
              <Td>
                {row.planned ? `${format.day(row.planned)}, ${format.time(row.planned)}` : timeline.byHand}
                {row.key === 'frozen' && round.extendedUntil && (
                  <span className="small muted"> {timeline.extended}</span>
                )}
              </Td>
              <Td>
                {row.actual && (
                  <>
                    {format.day(row.actual)}, {format.time(row.actual)}{' '}
                    {row.planned && <span className="small muted nowrap">{driftOf(row.planned, row.actual)}</span>}
                  </>
                )}
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );

  function driftOf(due: string, done: string): string {
    const days = format.daysBetween(due, done);
    return days === 0 ? timeline.onTime : days > 0 ? timeline.later(days) : timeline.earlier(-days);
  }
}
