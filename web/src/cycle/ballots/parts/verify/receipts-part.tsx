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
import { OwnReceipts } from './own-receipts.tsx';
import { receiptRows } from './receipt-rows.ts';
import { SaidReceipts } from './said-receipts.tsx';
import { UnderWay, Verdict } from './verdict.tsx';
import styles from './verify-parts.module.css';

/** Receipts: pasted, opened, or one's own; then what each check found, and what they say. */
export function ReceiptsPart({ check, round }: { check: ReceiptsCheck; round: string | null }) {
  const { receipts: text } = useText('verify');
  const state = useStore(check);
  const [cards, setCards] = useState<readonly DesignCard[]>([]);
  return (
    <section id="receipt" className={styles.part} data-shown={state.at === 'done' || undefined}>
      <Wrap className={styles.head}>
        <h2 className="d5">{text.title}</h2>
        <p className="lead">{text.lead}</p>
      </Wrap>
      {state.at === 'empty' ? (
        <Wrap className={styles.asking}>
          <OwnReceipts check={check} round={round} onCards={setCards} />
          <Asking check={check} refusal={state.refusal} />
        </Wrap>
      ) : (
        <Checked check={check} state={state} cards={cards} />
      )}
    </section>
  );
}

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
  readonly cards: readonly DesignCard[];
}

function Checked({ check, state, cards }: CheckedProps) {
  const text = useText('verify');
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? '';
  const { receipts, checks } = state;
  const rows = receiptRows(state, text, format, (at) => when(format, at, now));
  const done = state.at === 'done';
  const { verdict } = text.receipts;
  const failed = receipts.filter((one) => one.failed).length;
  const open = receipts.filter((one) => !one.failed && one.index === null).length;
  const next = receipts.find((one) => one.nextHeadAt)?.nextHeadAt;
  const count = receipts.length;
  const isWaiting = checks.every(({ why }) => why === null || why === 'next_head');
  return (
    <>
      {!done && (
        <UnderWay
          figure={text.passed(checks.length, rows.length)}
          label={text.receipts.progress}
          share={checks.length / rows.length}
        >
          <p>{rows[checks.length]?.title}</p>
        </UnderWay>
      )}
      {done && failed > 0 && (
        <Verdict tone="failed" headline={verdict.failed(failed, count)}>
          <p className="lead">{verdict.failedText}</p>
        </Verdict>
      )}
      {done && failed === 0 && open === 0 && checks.every(({ why }) => why === null) && (
        <Verdict tone="passed" headline={verdict.passed(count)}>
          <p className="lead">{verdict.passedText(count)}</p>
          <p className="small muted">
            {verdict.counts} <a href="#round">{verdict.countsLink}</a>
          </p>
        </Verdict>
      )}
      {done && failed === 0 && checks.some(({ why }) => why !== null) && (
        <Verdict tone="open" headline={isWaiting ? verdict.waiting(count) : verdict.open}>
          <p className="lead">{isWaiting ? verdict.waitingText(open, count) : verdict.openText}</p>
          {isWaiting && next && <p>{text.receipts.nextHead(when(format, next, now))}</p>}
        </Verdict>
      )}
      <Wrap className={styles.found}>
        <CheckRows groups={[{ id: 'receipts', title: null, rows }]} />
        {done && <SaidReceipts receipts={receipts} cards={cards} />}
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
      </Wrap>
    </>
  );
}
