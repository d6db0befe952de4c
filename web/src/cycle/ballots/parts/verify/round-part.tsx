import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { receiptCode } from '@fraisier/shared/cycle/receipts.ts';
import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { FileDrop } from '../../../../platform/ui/file-drop.tsx';
import { TextArea } from '../../../../platform/ui/input.tsx';
import { Actions, Wrap } from '../../../../platform/ui/layout.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import type { ReceiptsCheck } from '../../verify/receipts-check.ts';
import { MOST_BUNDLE_BYTES, type RoundCheck, type RoundRefusal, type RoundState } from '../../verify/round-check.ts';
import { CheckRows } from './check-rows.tsx';
import { ChosenRound } from './chosen-round.tsx';
import { BundleMark } from './marks.tsx';
import { roundRows } from './round-rows.ts';
import { RoundVerdict } from './round-verdict.tsx';
import { ShownDesigns } from './shown-designs.tsx';
import { UnderWay } from './verdict.tsx';
import styles from './verify-parts.module.css';

export interface RoundPartProps {
  readonly check: RoundCheck;
  /** Those that were looked at above are looked up in the bundle. */
  readonly receiptsCheck: ReceiptsCheck;
  /** The rounds to choose from, once they are there. */
  readonly listed: {
    readonly data: { readonly items: readonly Round[] } | undefined;
    readonly error: unknown;
    refetch(): unknown;
  };
  readonly round: string | null;
}

/** A whole round: its bundle fetched or brought along, then every check as it passes, then the verdict. */
export function RoundPart({ check, receiptsCheck, listed, round }: RoundPartProps) {
  const { round: text } = useText('verify');
  const state = useStore(check);
  const [pasted, setPasted] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);

  const receiptsAlong = useReceipts(receiptsCheck);
  const along = () => {
    const receipts = receiptsAlong;
    setCodes(receipts.map(({ leaf }) => receiptCode(leaf)));
    return { receipts, kept: pasted.trim() === '' ? [] : [pasted] };
  };
  return (
    <section id="round" className={styles.part} data-shown={state.at === 'done' || undefined}>
      <Wrap className={styles.head}>
        <h2 className="d5">{text.title}</h2>
        <p className="lead">{text.lead}</p>
      </Wrap>
      {state.at === 'empty' && (
        <Wrap className={styles.asking}>
          {receiptsAlong.length > 0 && <p className="strong">{text.withReceipts(receiptsAlong.length)}</p>}
          <div className={styles.ways}>
            {listed.data ? (
              <ChosenRound
                rounds={listed.data.items}
                round={round}
                onFetch={(slug) => void check.fetch(slug, along())}
              />
            ) : listed.error ? (
              <ErrorNote error={listed.error} onRetry={() => void listed.refetch()} />
            ) : (
              <Loading />
            )}
            <FileDrop
              low
              label={text.drop}
              mark={<BundleMark />}
              accept={['application/zip', 'application/x-zip-compressed', '.zip']}
              maxBytes={MOST_BUNDLE_BYTES}
              file={null}
              hint={text.dropHint}
              error={state.refusal && <Refusal refusal={state.refusal} detail={state.detail} />}
              onFile={(file) => void check.open(file, along())}
            />
          </div>
          <details className={styles.kept}>
            <summary>{text.kept}</summary>
            <TextArea
              label={text.keptLabel}
              hint={text.keptHint}
              rows={5}
              spellCheck={false}
              autoComplete="off"
              optional
              value={pasted}
              onChange={(event) => setPasted(event.target.value)}
            />
          </details>
        </Wrap>
      )}
      {state.at === 'fetching' && <Fetching check={check} state={state} />}
      {(state.at === 'checking' || state.at === 'done') && (
        <Checked check={check} state={state} codes={codes} rounds={listed.data?.items ?? []} />
      )}
    </section>
  );
}

/** Only what held by itself is worth looking up. */
function useReceipts(check: ReceiptsCheck): readonly Receipt[] {
  const state = useStore(check);
  if (state.at !== 'done') return [];
  return state.receipts.filter((one) => one.vote && !one.failed).map((one) => one.receipt);
}

function Refusal({ refusal, detail }: { refusal: RoundRefusal; detail: string | null }) {
  const text = useText('verify');
  return (
    <>
      {text.round.refusals[refusal]}
      {detail && (
        <code className={styles.refusal} lang="en">
          {detail}
        </code>
      )}
    </>
  );
}

function Fetching({ check, state }: { check: RoundCheck; state: Extract<RoundState, { at: 'fetching' }> }) {
  const text = useText('verify');
  const format = useFormat();
  const { bytes, of } = state;
  return (
    <UnderWay figure={format.fileSize(bytes)} label={text.round.fetchingTitle} share={of ? bytes / of : null}>
      <p role="status">{text.round.fetchingTitle}</p>
      {of && <p className="small muted num">{text.round.fetching(format.fileSize(bytes), format.fileSize(of))}</p>}
      <Button kind="line" small onClick={check.stop}>
        {text.stop}
      </Button>
    </UnderWay>
  );
}

interface CheckedProps {
  readonly check: RoundCheck;
  readonly state: Extract<RoundState, { at: 'checking' | 'done' }>;
  readonly codes: readonly string[];
  readonly rounds: readonly Round[];
}

function Checked({ check, state, codes, rounds }: CheckedProps) {
  const text = useText('verify');
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  const isDone = state.at === 'done';
  const groups = roundRows({ checks: state.checks, isDone, keySource: state.keySource, codes }, text, format);
  const current = groups.flatMap((group) => group.rows).find((row) => row.state === 'now');
  return (
    <>
      {state.at === 'checking' ? (
        <UnderWay
          figure={text.passed(state.checks.length, state.expected)}
          label={text.round.progress}
          share={state.checks.length / state.expected}
        >
          <p>{current?.title ?? text.round.reading}</p>
          {state.lines > 0 && <p className="small muted num">{text.round.lines(format.number(state.lines))}</p>}
          <Button kind="line" small onClick={check.stop}>
            {text.stop}
          </Button>
        </UnderWay>
      ) : (
        <RoundVerdict state={state} known={rounds.find(({ slug }) => slug === state.facts.round)} now={now} />
      )}
      <Wrap className={styles.found}>
        <CheckRows groups={groups} />
        {state.at === 'done' && state.verdict !== 'failed' && <ShownDesigns designs={state.facts.designs} />}
        <Actions className={styles.noPrint}>
          {isDone && (
            <>
              <Button kind="line" onClick={check.stop}>
                {text.again}
              </Button>
              <Button kind="line" onClick={() => print()}>
                {text.print}
              </Button>
              {state.source.fetched && (
                <Button kind="line" onClick={() => save(state.source.fetched!, state.source.name)}>
                  {text.round.keep}
                </Button>
              )}
            </>
          )}
        </Actions>
      </Wrap>
    </>
  );
}

/** The very bytes that were checked. */
function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
