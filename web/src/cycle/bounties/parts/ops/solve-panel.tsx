import {
  listOpenBankLines,
  type OpenBankLine,
  type Payout,
  solveBankLine,
} from '@fraisier/shared/contracts/bounties-payouts.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Input } from '../../../../platform/ui/input.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import type { Pages } from '../../../../platform/ui/ops/use-pages.ts';
import { toast } from '../../../../platform/ui/toast.tsx';
import styles from './bank.module.css';
import { Who } from './bank-lines.tsx';

export interface Alarm {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

/** What of the files does not add up: each with what to do about it. */
export function useAlarms(payouts: readonly Payout[]): Alarm[] {
  const text = useText('ops-money').desk;
  const format = useFormat();
  return payouts.flatMap(({ state: file, payments }) =>
    payments.flatMap(({ id, state, alarm, payee, endToEndId, amount }): Alarm[] => [
      ...(state === 'stopped'
        ? [{ key: id, title: text.stopped(endToEndId), text: file === 'sent' ? text.stoppedSent : text.stoppedText }]
        : []),
      ...(state === 'surplus'
        ? [{ key: id, title: text.surplus(payee), text: text.surplusText(format.moneyExact(amount)) }]
        : []),
      ...(alarm === 'debited_twice'
        ? [{ key: `${id} twice`, title: text.debited_twice(endToEndId), text: text.debitedText }]
        : []),
      ...(alarm === 'contradicted'
        ? [{ key: `${id} word`, title: text.contradicted(endToEndId), text: text.contradictedText }]
        : []),
    ]),
  );
}

/** What no rule can decide: a person looks, asks the bank, and says what it was. */
export function SolvePanel({ alarms, pages }: { alarms: readonly Alarm[]; pages: Pages<OpenBankLine> }) {
  const text = useText('ops-money').desk;
  const lines = pages.items ?? [];
  const count = alarms.length + lines.length;
  if (count === 0) return null;
  return (
    <Panel title={text.title} aside={text.aside(count)}>
      <ul className={styles.solve}>
        {alarms.map(({ key, title, text: what }) => (
          <li key={key}>
            <Note tone="bad" title={title}>
              {what}
            </Note>
          </li>
        ))}
        {lines.map((line) => (
          <li key={line.id} className={styles.open}>
            <OpenLine line={line} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </Panel>
  );
}

const SOLUTION = 300;

function OpenLine({ line }: { line: OpenBankLine }) {
  const { desk: text, bank } = useText('ops-money');
  const { cancel } = useText('platform');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [solution, setSolution] = useState('');
  const [tried, setTried] = useState(false);
  const solve = useAct(solveBankLine, {
    invalidates: [listOpenBankLines, getDesk],
    onDone: () => toast(text.solved),
  });
  const missing = solution.trim() === '';
  const confirm = () => {
    setTried(true);
    if (!missing) solve.mutate({ params: { line: line.id }, body: { solution: solution.trim() } });
  };
  return (
    <>
      <div>
        <p className="strong">{bank.verdicts[line.verdict]}</p>
        <p className="small muted">
          {text.from(bank.kinds[line.file.kind], format.stamp(line.file.importedAt))}
          <br />
          {text.nothingMoved}
        </p>
      </div>
      <div>
        <Who line={line} />
        {line.ibanMasked && <p className="small muted num">{line.ibanMasked}</p>}
        {line.payment && (
          <p className="small">{text.ours(line.payment.payee, format.moneyExact(line.payment.amount))}</p>
        )}
      </div>
      {open ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
        >
          <Input
            label={text.solution}
            hint={text.solutionHint}
            maxLength={SOLUTION}
            value={solution}
            autoFocus
            error={tried && missing ? text.solutionMissing : undefined}
            onChange={(event) => setSolution(event.target.value)}
          />
          <p className={styles.acts}>
            <Button kind="ink" small type="submit" busy={solve.isPending}>
              {text.solve}
            </Button>
            <Button kind="line" small onClick={() => setOpen(false)}>
              {cancel}
            </Button>
          </p>
          <ErrorNote error={solve.error} />
        </form>
      ) : (
        <Button kind="line" small onClick={() => setOpen(true)}>
          {text.solve}
          <span className="unseen"> {line.endToEndId}</span>
        </Button>
      )}
    </>
  );
}
