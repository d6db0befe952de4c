import type { Rating, RatingInput, Receipt } from '@fraisier/shared/contracts/ballots.ts';
import { createStore } from 'zustand/vanilla';
import { ApiProblem, type FailureCode } from '../../platform/api.ts';
import { type Keeping, keep, readKept } from '../../platform/device.ts';

/** What a voter answers to a design that was dealt. */
export type Answer = RatingInput | { readonly skip: true };

/** An answer on its way. */
export interface Waiting {
  readonly id: string;
  readonly design: string;
  readonly answer: Answer;
}

export type Outcome =
  | { readonly ok: true; readonly rating: Rating | null; readonly receipt: Receipt | null }
  | { readonly ok: false; readonly code: FailureCode };

export interface OutboxState {
  /** In the order in which they were given. */
  readonly waiting: readonly Waiting[];
  readonly sending: boolean;
  /** Why the last try brought no answer; null when it did. */
  readonly stopped: FailureCode | null;
  /** False where the device keeps nothing: what waits lasts as long as the page. */
  readonly kept: boolean;
  /** How many an earlier visit had left. */
  readonly found: number;
  /** Answers that the shop refused for good, in this visit. */
  readonly refused: readonly { readonly design: string; readonly code: FailureCode }[];
}

export interface OutboxOptions {
  readonly storage: Keeping | null;
  /** One for each member and round: phones are lent. */
  readonly key: string;
  /** Sends answers in order; one outcome for each. Throws an ApiProblem when no answer came for any. */
  readonly send: (answers: readonly Waiting[]) => Promise<readonly Outcome[]>;
  readonly onOutcome?: (answer: Waiting, outcome: Outcome) => void;
  /** Keeps two tabs from sending at once. */
  readonly alone?: (act: () => Promise<void>) => Promise<void>;
}

export type Outbox = ReturnType<typeof createOutbox>;

/** As many as the contract takes at once. */
const BATCH = 100;

/**
 * Answers given and not yet taken by the shop. Each is kept on the device before it is sent and leaves only when the
 * shop has answered it, so nothing is lost without a network; an answer whose confirmation was lost is sent again, to
 * which the shop gives the same receipt.
 */
export function createOutbox({ storage, key, send, onOutcome, alone = (act) => act() }: OutboxOptions) {
  const store = createStore<OutboxState>(() => ({
    waiting: [],
    sending: false,
    stopped: null,
    kept: true,
    found: 0,
    refused: [],
  }));
  let running: Promise<void> | null = null;
  let given = 0;

  /** What waits, as another tab may have changed it; from memory where the device keeps nothing. */
  const read = (): readonly Waiting[] => {
    if (!store.getState().kept) return store.getState().waiting;
    const kept = readKept(storage, key);
    return Array.isArray(kept) ? kept.filter(isWaiting) : [];
  };
  const write = (waiting: readonly Waiting[]) => {
    const kept = store.getState().kept && keep(storage, key, waiting.length > 0 ? waiting : null);
    store.setState({ waiting, kept });
  };

  const sendAll = async () => {
    for (;;) {
      const batch = read().slice(0, BATCH);
      if (batch.length === 0) {
        store.setState({ waiting: [], sending: false, stopped: null });
        return;
      }
      store.setState({ waiting: read(), sending: true });
      try {
        const outcomes = await send(batch);
        const answered = batch.slice(0, outcomes.length);
        if (answered.length === 0) throw new ApiProblem('internal');
        const gone = new Set(answered.map((answer) => answer.id));
        write(read().filter((answer) => !gone.has(answer.id)));
        for (const [index, answer] of answered.entries()) tell(answer, outcomes[index]!);
        store.setState({ stopped: null });
      } catch (error) {
        store.setState({ sending: false, stopped: error instanceof ApiProblem ? error.code : 'internal' });
        return;
      }
    }
  };

  const tell = (answer: Waiting, outcome: Outcome) => {
    if (!outcome.ok) {
      store.setState(({ refused }) => ({ refused: [...refused, { design: answer.design, code: outcome.code }] }));
    }
    onOutcome?.(answer, outcome);
  };

  const flush = (): Promise<void> => {
    running ??= alone(sendAll).finally(() => {
      running = null;
      // Given while the last run was ending.
      const { stopped, waiting } = store.getState();
      if (stopped === null && waiting.length > 0) void flush();
    });
    return running;
  };

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,

    /** Finds what an earlier visit left. Not while rendering: the server has no device. */
    load(): void {
      if (!storage) store.setState({ kept: false });
      else {
        const waiting = read();
        store.setState({ waiting, found: waiting.length });
      }
    },

    /** Keeps an answer, in the place of an older one to the same design; one that is being sent arrives all the same. */
    put(design: string, answer: Answer): void {
      given += 1;
      const id = `${Date.now().toString(36)}-${given}`;
      const others = read().filter((other) => other.design !== design);
      write([...others, { id, design, answer }]);
    },

    /** Sends all that waits; one run at a time. */
    flush,
  };
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false;
  const { id, design, answer } = value as Partial<Record<keyof Waiting, unknown>>;
  return typeof id === 'string' && typeof design === 'string' && typeof answer === 'object' && answer !== null;
}
