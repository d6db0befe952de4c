import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Phase } from '../../../platform/ui/phase.tsx';
import { monthYear } from '../../rounds/round-words.ts';
import { isCheckedAnew } from '../checked-anew.ts';
import styles from './design-state-note.module.css';

const signs = {
  checking: 'waiting',
  checked: 'waiting',
  admitted: 'settled',
  refused: 'open',
  withdrawn: 'waiting',
} as const;

/** Where a design stands, in a word and a sentence; with the reasons when it was refused. Read out when it changes. */
export function DesignStateNote({ design, slow }: { design: Design; slow: boolean }) {
  const { own: text, refusals } = useText('submit');
  const format = useFormat();
  const round = useCall(getRound, { params: { round: design.round } }).data;
  const { state, own } = design;
  const decision = own?.decision ?? null;
  const month = monthYear(design.round, format);
  const moved = isCheckedAnew(design);
  const said = {
    checking: moved ? text.said.movedChecking(month) : slow ? text.said.slow : text.said.checking,
    checked: moved ? text.said.movedChecked(month) : text.said.checked,
    admitted: text.said.admitted(month),
    refused: text.said.refused,
    withdrawn: text.said.withdrawn,
  }[state];
  return (
    <div className={styles.note} role="status">
      <p className={`d3 ${styles.state}`}>
        <Phase state={signs[state]}>{text.states[state]}</Phase>
      </p>
      <p className="lead">
        {said}{' '}
        {state === 'admitted' &&
          round?.phase === 'collecting' &&
          text.said.admittedSoon(`${format.day(round.planned.voting)}, ${format.time(round.planned.voting)}`)}
      </p>
      {state === 'refused' && decision && (
        <>
          <ul className={styles.reasons}>
            {decision.reasons.map((reason) => (
              <li key={reason}>{refusals[reason] ?? reason}</li>
            ))}
          </ul>
          {decision.message && (
            <blockquote className={styles.message}>
              <p>{decision.message}</p>
              <footer className="small muted">{text.message}</footer>
            </blockquote>
          )}
          {own?.canChange && <p>{text.said.refusedChange}</p>}
        </>
      )}
      {moved && decision && <p className="small muted">{text.admittedBefore(format.stamp(decision.decidedAt))}</p>}
      {decision && state !== 'checking' && state !== 'checked' && state !== 'withdrawn' && (
        <p className="small muted">{text.decided(format.stamp(decision.decidedAt))}</p>
      )}
    </div>
  );
}
