import {
  downloadPayout,
  listPayouts,
  type Payout,
  playBank,
  sendPayout,
} from '@fraisier/shared/contracts/bounties-payouts.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { useQueryClient } from '@tanstack/react-query';
import { addressOf } from '../../../../platform/api.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { invalidate, useAct } from '../../../../platform/query.ts';
import { Button, ButtonOutLink } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { DownloadIcon } from '../../../../platform/ui/icons.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { type Payment, PaymentLine } from './payment-line.tsx';
import styles from './payouts.module.css';

export interface PayoutCardProps {
  readonly payout: Payout;
  readonly demo: boolean;
  readonly onCancel: () => void;
  readonly onLook: () => void;
  readonly onSettle: (payment: Payment, outcome: 'paid' | 'failed') => void;
}

const fileTones = { made: 'warn', sent: 'plain', void: 'plain', stopped: 'bad', done: 'ok' } as const;
const answers = ['accepted', 'refused', 'executed', 'statement', 'returned'] as const;

/** One bank file: its sum, its three steps, what to do with it now, and its payments. */
export function PayoutCard({ payout, demo, onCancel, onLook, onSettle }: PayoutCardProps) {
  const { payouts: text, bank } = useText('ops-money');
  const format = useFormat();
  const { state, payments, answered } = payout;
  const isStopped = payments.some((payment) => payment.state === 'stopped');
  const isDone = state !== 'void' && !isOpenFile(payout);
  const shown = state === 'void' ? state : isStopped ? 'stopped' : isDone ? 'done' : state;
  const isOver = shown === 'done' || shown === 'void';
  const body = (
    <>
      <ul>
        {payments.map((payment) => (
          <PaymentLine
            key={payment.id}
            payment={payment}
            canSettle={state !== 'void'}
            onSettle={(outcome) => onSettle(payment, outcome)}
          />
        ))}
      </ul>
      <p className={`small muted num ${styles.foot}`}>
        <span>{payout.messageId}</span>
        <abbr title={payout.sha256}>
          {text.sha} {payout.sha256.slice(0, 12)}
        </abbr>
        <span>{text.downloaded(payout.downloads)}</span>
      </p>
      {demo && state !== 'void' && (payout.downloads > 0 || answered) && (
        <details className={styles.play}>
          <summary className="small">{bank.play}</summary>
          <p className="small muted">{bank.playHint}</p>
          <p className={styles.plays}>
            {answers.map((answer) => (
              <ButtonOutLink
                key={answer}
                kind="line"
                small
                download
                href={addressOf(playBank, { params: { payout: payout.id, answer } })}
              >
                {bank.plays[answer]}
              </ButtonOutLink>
            ))}
          </p>
        </details>
      )}
    </>
  );
  return (
    <article className={styles.payout} data-void={state === 'void' || undefined}>
      <header className={styles.top}>
        <div>
          <h3 className={styles.sum}>
            <span className="figure">{format.moneyExact(payout.total)}</span>
            <span>
              {text.count(payments.length)}
              <br />
              <span className="muted">{text.for(format.day(payout.requestedFor, { year: true }))}</span>
            </span>
          </h3>
        </div>
        <div className={styles.acts}>
          <Tag tone={fileTones[shown]}>{text.fileStates[shown]}</Tag>
          <Acts payout={payout} isStopped={isStopped} isDone={isDone} onCancel={onCancel} onLook={onLook} />
        </div>
      </header>
      <Steps payout={payout} isDone={isDone} />
      {state !== 'void' && isStopped && <Note tone="bad" title={text.stopped} role="status" />}
      {isOver ? (
        <details className={styles.over}>
          <summary className="small">{text.open(payments.length)}</summary>
          {body}
        </details>
      ) : (
        body
      )}
    </article>
  );
}

/** Something of it is still to be done or answered. */
export function isOpenFile({ state, payments }: Payout): boolean {
  return state !== 'void' && payments.some((payment) => payment.state === 'exported' || payment.state === 'stopped');
}

interface ActsProps {
  readonly payout: Payout;
  readonly isStopped: boolean;
  readonly isDone: boolean;
  readonly onCancel: () => void;
  readonly onLook: () => void;
}

function Acts({ payout, isStopped, isDone, onCancel, onLook }: ActsProps) {
  const text = useText('ops-money').payouts;
  const client = useQueryClient();
  const send = useAct(sendPayout, {
    invalidates: [listPayouts, getDesk],
    onDone: () => toast(text.sentDone),
  });
  const { id, state, downloads, answered } = payout;
  if (state === 'void') {
    return (
      <Button kind="line" small onClick={onLook}>
        {text.look}
      </Button>
    );
  }
  return (
    <>
      {!isStopped && (
        <ButtonOutLink
          kind={state === 'made' && downloads === 0 ? 'ink' : 'line'}
          small
          href={addressOf(downloadPayout, { params: { payout: id } })}
          download
          title={text.logged}
          // The download is the browser's; how often it was made is the shop's.
          onClick={() => setTimeout(() => void invalidate(client, listPayouts), 1500)}
        >
          <DownloadIcon /> {text.download}
        </ButtonOutLink>
      )}
      {state === 'made' && !isStopped && !isDone && (
        <Button
          kind={downloads === 0 ? 'line' : 'ink'}
          small
          busy={send.isPending}
          disabledReason={downloads === 0 ? text.sendFirst : undefined}
          onClick={() => send.mutate({ params: { payout: id } })}
        >
          {text.send}
        </Button>
      )}
      {state === 'made' && !answered && (
        <Button kind={isStopped ? 'fraise' : 'line'} small onClick={onCancel}>
          {text.cancel}
        </Button>
      )}
      <ErrorNote error={send.error} />
    </>
  );
}

/** Made, given to the bank, answered: a filled square for what is done, with its day. */
function Steps({ payout, isDone }: { payout: Payout; isDone: boolean }) {
  const text = useText('ops-money').payouts;
  const format = useFormat();
  const { state, payments } = payout;
  if (state === 'void') {
    return (
      <p className="small">{text.voidBy(format.stamp(payout.stateSince), payout.stateBy, payout.voidReason ?? '')}</p>
    );
  }
  const settled = payments.filter(({ state }) => state !== 'exported' && state !== 'stopped').length;
  const steps = [
    [text.steps.made, text.made(format.stamp(payout.createdAt), payout.createdBy), true],
    [
      text.steps.sent,
      state === 'sent' ? text.sentBy(format.stamp(payout.stateSince), payout.stateBy) : '',
      state === 'sent' || payout.answered,
    ],
    [text.steps.answered, settled > 0 ? text.of(settled, payments.length) : '', isDone],
  ] as const;
  return (
    <ol className={styles.steps}>
      {steps.map(([name, what, done]) => (
        <li key={name} data-done={done || undefined}>
          <b>{name}</b>
          <span className="small muted">{what}</span>
        </li>
      ))}
    </ol>
  );
}
