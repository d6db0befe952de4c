import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { FileDrop } from '../../../../platform/ui/file-drop.tsx';
import { TextArea } from '../../../../platform/ui/input.tsx';
import { Actions, Wrap } from '../../../../platform/ui/layout.tsx';
import { when } from '../../../rounds/round-words.ts';
import { MOST_RECEIPT_BYTES } from '../../verify/read-receipts.ts';
import type { ReceiptsCheck, ReceiptsState } from '../../verify/receipts-check.ts';
import { CheckRows } from './check-rows.tsx';
import { ReceiptMark } from './marks.tsx';
import { OwnReceipts, useOwnReceipts } from './own-receipts.tsx';
import { receiptRows } from './receipt-rows.ts';
import { HeldReceipts, SaidReceipts } from './said-receipts.tsx';
import { HeldPlace, UnderWay, Verdict } from './verdict.tsx';
import styles from './verify-parts.module.css';

/** Receipts: pasted, opened, or one's own; then what each check found, and what they say. */
export function ReceiptsPart({ check, round }: { check: ReceiptsCheck; round: string | null }) {
  const { receipts: text } = useText('verify');
  const state = useStore(check);
  const [cards, setCards] = useState<readonly DesignCard[]>([]);
  const own = useOwnReceipts(check, round, setCards);
  // What comes by itself has its place from the start.
  const shown = state.at === 'empty' && own.coming > 0 ? started : state;
  return (
    <section id="receipt" className={styles.part} data-shown={state.at === 'done' || undefined}>
      <Wrap className={styles.head}>
        <h2 className="d5">{text.title}</h2>
        <p className="lead">{text.lead}</p>
      </Wrap>
      {shown.at === 'empty' ? (
        <Wrap className={styles.asking}>
          <OwnReceipts own={own} round={round} />
          <Asking check={check} refusal={shown.refusal} />
        </Wrap>
      ) : (
        <Checked check={check} state={shown} coming={own.coming} cards={cards} />
      )}
    </section>
  );
}

const started: ReceiptsState = { at: 'checking', receipts: [], checks: [] };

type Refusal = Extract<ReceiptsState, { at: 'empty' }>['refusal'];

function Asking({ check, refusal }: { check: ReceiptsCheck; refusal: Refusal }) {
  const { receipts: text } = useText('verify');
  const [pasted, setPasted] = useState('');
  const [way, setWay] = useState<'file' | 'paste'>('file');
  const error = refusal && text.refusals[refusal];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWay('paste');
    void check.read(pasted);
  };
  return (
    <>
      <div className={styles.ways}>
        <FileDrop
          low
          label={text.drop}
          mark={<ReceiptMark />}
          accept={['application/json', 'text/plain', '.json', '.txt', '.zip']}
          maxBytes={MOST_RECEIPT_BYTES}
          file={null}
          hint={text.dropHint}
          error={way === 'file' && error}
          onFile={(file) => {
            setWay('file');
            void check.open(file);
          }}
        />
        <form className={styles.paste} onSubmit={submit} noValidate>
          <TextArea
            label={text.paste}
            hint={text.pasteHint}
            error={way === 'paste' && error}
            rows={6}
            spellCheck={false}
            autoComplete="off"
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
          <Button kind="ink" type="submit" wideOnPhone>
            {text.check}
          </Button>
        </form>
      </div>
      <p className="small muted prose">{text.asks}</p>
    </>
  );
}

interface CheckedProps {
  readonly check: ReceiptsCheck;
  readonly state: Exclude<ReceiptsState, { at: 'empty' }>;
  /** How many receipts are on their way. */
  readonly coming: number;
  readonly cards: readonly DesignCard[];
}

function Checked({ check, state, coming, cards }: CheckedProps) {
  const text = useText('verify');
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? '';
  const { receipts, checks } = state;
  const count = receipts.length || coming;
  const rows = receiptRows(state, count, text, format, (at) => when(format, at, now));
  const done = state.at === 'done';
  const { verdict } = text.receipts;
  const failed = receipts.filter((one) => one.failed).length;
  const open = receipts.filter((one) => !one.failed && one.index === null).length;
  const next = receipts.find((one) => one.nextHeadAt)?.nextHeadAt;
  const isWaiting = checks.every(({ why }) => why === null || why === 'next_head');
  const found = !done
    ? null
    : failed > 0
      ? 'failed'
      : open === 0 && checks.every(({ why }) => why === null)
        ? 'passed'
        : isWaiting
          ? 'waiting'
          : 'open';
  const passedWords = (
    <>
      <p className="lead">{verdict.passedText(count)}</p>
      <p className="small muted">
        {verdict.counts} <a href="#round">{verdict.countsLink}</a>
      </p>
    </>
  );
  const waitingWords = (
    <>
      <p className="lead">{verdict.waitingText(done ? open : count, count)}</p>
      {(next || !done) && <p>{text.receipts.nextHead(when(format, next ?? now, now))}</p>}
    </>
  );
  const held = (
    <>
      {found !== 'passed' && <HeldPlace headline={verdict.passed(count)}>{passedWords}</HeldPlace>}
      {found !== 'waiting' && <HeldPlace headline={verdict.waiting(count)}>{waitingWords}</HeldPlace>}
    </>
  );
  return (
    <>
      {found === null && (
        <UnderWay
          figure={text.passed(checks.length, rows.length)}
          label={text.receipts.progress}
          share={checks.length / rows.length}
          held={held}
        >
          <p>{rows[checks.length]?.title}</p>
        </UnderWay>
      )}
      {found === 'failed' && (
        <Verdict tone="failed" headline={verdict.failed(failed, count)} held={held}>
          <p className="lead">{verdict.failedText}</p>
        </Verdict>
      )}
      {found === 'passed' && (
        <Verdict tone="passed" headline={verdict.passed(count)} held={held}>
          {passedWords}
        </Verdict>
      )}
      {found === 'waiting' && (
        <Verdict tone="open" headline={verdict.waiting(count)} held={held}>
          {waitingWords}
        </Verdict>
      )}
      {found === 'open' && (
        <Verdict tone="open" headline={verdict.open} held={held}>
          <p className="lead">{verdict.openText}</p>
        </Verdict>
      )}
      <Wrap className={styles.found}>
        <CheckRows groups={[{ id: 'receipts', title: null, rows }]} />
        <Actions className={styles.noPrint}>
          <Button kind="line" onClick={check.stop}>
            {done ? text.again : text.stop}
          </Button>
          {done && (
            <Button kind="line" onClick={() => print()}>
              {text.print}
            </Button>
          )}
        </Actions>
        {done ? <SaidReceipts receipts={receipts} cards={cards} /> : <HeldReceipts count={count} />}
      </Wrap>
    </>
  );
}
