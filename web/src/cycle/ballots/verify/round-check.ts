import { bundleChecks, type Check, type CheckId } from '@fraisier/shared/verifier/checks.ts';
import { createStore } from 'zustand/vanilla';
import type { FetchedBundle } from './fetch-bundle.ts';
import type { KeySource, RoundFacts, RoundJob, Told } from './verify-round.worker.ts';

/** Why a file is not looked at, or why there is none. */
export type RoundRefusal = 'not_a_bundle' | 'cut' | 'too_large' | 'empty' | 'offline' | 'not_ready' | 'broke';

/** As the shop bounds what it packs. */
export const MOST_BUNDLE_BYTES = 2 * 1024 ** 3;

export interface Source {
  readonly name: string;
  readonly bytes: number;
  /** Fetched from this site just now, so that it can be kept; not brought along. */
  readonly fetched: Blob | null;
}

export type Verdict = 'passed' | 'open' | 'failed';

export type RoundState =
  | { readonly at: 'empty'; readonly refusal: RoundRefusal | null; readonly detail: string | null }
  | { readonly at: 'fetching'; readonly bytes: number; readonly of: number | null }
  | {
      readonly at: 'checking';
      readonly source: Source;
      readonly checks: readonly Check[];
      readonly expected: number;
      /** Of the log and of the openings together. */
      readonly lines: number;
      readonly keySource: KeySource;
    }
  | {
      readonly at: 'done';
      readonly source: Source;
      readonly checks: readonly Check[];
      readonly verdict: Verdict;
      readonly facts: RoundFacts;
      readonly keySource: KeySource;
    };

/** What a worker is to this: tests bring their own thread. */
export interface Thread {
  post(job: RoundJob): void;
  onTold: ((told: Told) => void) | null;
  end(): void;
}

export interface RoundCheckOptions {
  readonly thread: () => Thread;
  readonly fetchBundle: (
    round: string,
    onBytes: (bytes: number, of: number | null) => void,
    signal: AbortSignal,
  ) => Promise<FetchedBundle>;
  readonly siteKey: () => Promise<string | null>;
}

export type RoundCheck = ReturnType<typeof createRoundCheck>;

const nothing: RoundState = { at: 'empty', refusal: null, detail: null };

/** The check of a whole round: fetched or brought along, then verified in a thread of its own. */
export function createRoundCheck({ thread, fetchBundle, siteKey }: RoundCheckOptions) {
  const store = createStore<RoundState>(() => nothing);
  const set = (state: RoundState) => store.setState(state, true);
  let running: Thread | null = null;
  /** What has been stopped must not speak any more. */
  let turn = 0;
  let fetching: AbortController | null = null;

  const refuse = (refusal: RoundRefusal, detail: string | null = null) => set({ at: 'empty', refusal, detail });

  /** Half a download says so, and what to do; anything else is no bundle. */
  const refuseUnread = async (file: Blob, detail: string | null, mine: number) => {
    const isCut = await isCutShort(file);
    if (mine === turn) refuse(isCut ? 'cut' : 'not_a_bundle', isCut ? null : detail);
  };

  const ready = (): Thread => {
    if (running) return running;
    const started = thread();
    running = started;
    // One that never came is asked for again by the next check.
    started.onTold = ({ kind }) => {
      if (kind === 'broke') running = null;
    };
    return started;
  };

  const verify = async (bundle: Blob, source: Source, along: Pick<RoundJob, 'kept' | 'receipts'>) => {
    const mine = ++turn;
    const expected = bundleChecks.length + along.receipts.length + along.kept.length;
    set({ at: 'checking', source, checks: [], expected, lines: 0, keySource: null });
    const worker = ready();
    worker.onTold = (told) => {
      if (mine !== turn) return;
      const state = store.getState();
      if (state.at !== 'checking') return;
      if (told.kind === 'begun') set({ ...state, keySource: told.keySource });
      if (told.kind === 'lines') set({ ...state, lines: told.lines });
      if (told.kind === 'check') set({ ...state, checks: [...state.checks, told.check] });
      if (told.kind === 'broke') {
        running = null;
        refuse('broke', told.message);
      }
      if (told.kind === 'done') {
        const { checks, keySource } = state;
        if (!told.facts) return void refuseUnread(bundle, checks[0]?.detail ?? null, mine);
        set({ at: 'done', source, checks, verdict: verdictOf(checks), facts: told.facts, keySource });
      }
    };
    const key = await siteKey().catch(() => null);
    if (mine === turn) worker.post({ bundle, siteKey: key, ...along });
  };

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    /** Brings the thread now, so that a file can be checked without a network later. */
    prepare: () => void ready(),
    async open(file: File, along: Pick<RoundJob, 'kept' | 'receipts'>): Promise<void> {
      if (file.size === 0) return refuse('empty');
      if (file.size > MOST_BUNDLE_BYTES) return refuse('too_large');
      await verify(file, { name: file.name, bytes: file.size, fetched: null }, along);
    },
    async fetch(round: string, along: Pick<RoundJob, 'kept' | 'receipts'>): Promise<void> {
      const mine = ++turn;
      set({ at: 'fetching', bytes: 0, of: null });
      fetching = new AbortController();
      const tell = (bytes: number, of: number | null) => {
        if (mine === turn) set({ at: 'fetching', bytes, of });
      };
      const found = await fetchBundle(round, tell, fetching.signal);
      if (mine !== turn) return;
      if (!found.ok) return refuse(found.why);
      const { blob, name } = found;
      await verify(blob, { name, bytes: blob.size, fetched: blob }, along);
    },
    /** Back to the start; what was under way is dropped. */
    stop(): void {
      turn += 1;
      fetching?.abort();
      running?.end();
      running = null;
      set(nothing);
    },
  };
}

/** A zip begins as one and ends with the record of its directory, which comes last over the line. */
async function isCutShort(file: Blob): Promise<boolean> {
  const says = (signature: string, part: Blob) => part.text().then((text) => text.startsWith(signature));
  return (await says('PK\u0003\u0004', file.slice(0, 4))) && !(await says('PK\u0005\u0006', file.slice(-22, -18)));
}

export function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some((check) => check.ok === false)) return 'failed';
  // All of them, or the verdict claims more than was looked at.
  const isWhole = bundleChecks.every((id) => checks.some((check) => check.id === id));
  return isWhole && checks.every((check) => check.ok) ? 'passed' : 'open';
}

/** The figure of a check, as a number; 0 where it has none. */
export function figureOf(checks: readonly Check[], id: CheckId, name: string): number {
  return Number(checks.find((check) => check.id === id)?.figures[name] ?? 0);
}
