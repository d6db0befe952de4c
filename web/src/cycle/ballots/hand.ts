import type { Hand, Rating } from '@fraisier/shared/contracts/ballots.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { Size } from '@fraisier/shared/cycle/garments.ts';
import type { Stars } from '@fraisier/shared/cycle/voting-rules.ts';
import { createStore } from 'zustand/vanilla';
import type { DealCell } from '../../platform/ui/deal.tsx';
import type { Answer, Waiting } from './outbox.ts';

/** What the voter has set on a design, sent or not. */
export interface Draft {
  readonly stars: Stars | null;
  readonly wouldWear: boolean;
  readonly size: Size | null;
  readonly note: string;
}

export interface Entry {
  readonly card: DesignCard;
  readonly draft: Draft;
  /** The answer that was last given, be it still on its way. */
  readonly said: Answer | null;
  /** The answer that the shop has. */
  readonly known: Answer | null;
}

/** What is missing before the next design. */
export type Need = 'answer' | null;

export interface HandState {
  readonly entries: readonly Entry[];
  /** The design that is shown; as many as there are entries when all have been. */
  readonly at: number;
  /** Which way the last step went. */
  readonly step: 'forward' | 'back' | null;
  readonly need: Need;
}

export interface HandOptions {
  readonly designs: readonly Pick<Hand['designs'][number], 'state' | 'rating' | keyof DesignCard>[];
  /** Answers kept from before, newer than what the shop knows. */
  readonly waiting?: readonly Waiting[];
  readonly put: (design: string, answer: Answer) => void;
  /** The design to begin with; else the first without an answer. */
  readonly first?: string;
}

export type HandStore = ReturnType<typeof createHand>;

/** One hand in the voter's fingers: what is set, what was said, and where they are. Needs no browser. */
export function createHand({ designs, waiting = [], put, first }: HandOptions) {
  const entries = designs.map(({ state, rating, ...card }) => {
    const kept = waiting.findLast((answer) => answer.design === card.id)?.answer;
    const known: Answer | null = rating ? answerOf(rating) : state === 'skipped' ? { skip: true } : null;
    // Dealt again in the final: the rating of before stands until it is given anew, and is asked for like the others.
    return entryOf(card, kept ?? (state === 'open' ? null : known), known);
  });
  const begin = entries.findIndex((entry) => (first ? entry.card.id === first : !entry.said));
  const store = createStore<HandState>(() => ({
    entries,
    at: begin < 0 ? entries.length : begin,
    step: null,
    need: null,
  }));

  const current = () => store.getState().entries[store.getState().at];
  const change = (at: number, entry: Partial<Entry>) =>
    store.setState(({ entries }) => ({
      entries: entries.map((one, index) => (index === at ? { ...one, ...entry } : one)),
    }));
  const set = (draft: Partial<Draft>) => {
    const entry = current();
    if (!entry) return;
    change(store.getState().at, { draft: { ...entry.draft, ...draft } });
    store.setState({ need: null });
  };
  const move = (by: 1 | -1) =>
    store.setState(({ at, entries }) => ({
      at: Math.min(entries.length, Math.max(0, at + by)),
      step: by === 1 ? 'forward' : 'back',
      need: null,
    }));

  /** Gives the answer that is set, if it is new. False when there is none. */
  const settle = (): boolean => {
    const entry = current();
    if (!entry) return true;
    const { at } = store.getState();
    const { draft, said } = entry;
    if (draft.stars === null) {
      if (!said) store.setState({ need: 'answer' });
      return said !== null;
    }
    const answer = ratingOf(draft, draft.stars);
    if (sameAnswer(said, answer)) return true;
    put(entry.card.id, answer);
    change(at, { said: answer });
    return true;
  };
  const indexOf = (design: string) => store.getState().entries.findIndex((entry) => entry.card.id === design);
  const isRated = () => {
    const entry = current();
    return entry !== undefined && hasRating(entry);
  };
  /** What changed on a design that has its rating is given at once. */
  const settleIfRated = (): void => {
    const entry = current();
    if (!entry || !isRated()) return;
    const { said, known, draft } = entry;
    // Who only looks at a finalist gives nothing anew.
    const untouched = said === null && draft.stars !== null && sameAnswer(known, ratingOf(draft, draft.stars));
    if (!untouched) settle();
  };

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    settleIfRated,

    /** Sets the rating; going on gives it. */
    choose(stars: Stars): void {
      set({ stars });
    },
    /** Says whether the shirt would be worn, in the size known from before. A rating already given changes at once. */
    wear(wouldWear: boolean, size: Size | null): void {
      set({ wouldWear, size: current()?.draft.size ?? size });
      settleIfRated();
    },
    size(size: Size): void {
      set({ size, wouldWear: true });
      settleIfRated();
    },
    write(note: string): void {
      set({ note });
    },
    /** To the next design, when this one has its answer. */
    next(): boolean {
      if (!settle()) return false;
      move(1);
      return true;
    },
    /** On without a rating. What is rated stays rated. */
    skip(): void {
      const entry = current();
      if (!entry) return;
      if (isRated()) {
        if (settle()) move(1);
        return;
      }
      if (!entry.said) put(entry.card.id, { skip: true });
      change(store.getState().at, { said: { skip: true }, draft: { ...entry.draft, stars: null } });
      move(1);
    },
    back(): void {
      if (store.getState().at === 0) return;
      if (current()?.draft.stars != null) settle();
      move(-1);
    },
    /** The shop took an answer. */
    taken(design: string, answer: Answer): void {
      const at = indexOf(design);
      if (at >= 0) change(at, { known: answer });
    },
    /** The shop refused an answer: back to the one it has. */
    refused(design: string): void {
      const entry = store.getState().entries[indexOf(design)];
      if (entry) change(indexOf(design), entryOf(entry.card, entry.known, entry.known));
    },
  };
}

/** It has a rating, be it one of before the final: it can be changed, not skipped. */
export function hasRating({ said, known }: Entry): boolean {
  const answer = said ?? known;
  return answer !== null && !('skip' in answer);
}

/** A cell for each design of the hand. */
export function cellsOf({ entries, at }: HandState): DealCell[] {
  return entries.map(({ said }, index) => {
    if (index === at) return 'current';
    if (!said) return 'left';
    return 'skip' in said ? 'skipped' : 'rated';
  });
}

function entryOf(card: DesignCard, said: Answer | null, known: Answer | null): Entry {
  const answer = said ?? known;
  const draft: Draft =
    !answer || 'skip' in answer
      ? { stars: null, wouldWear: false, size: null, note: '' }
      : {
          stars: answer.stars as Stars,
          wouldWear: answer.wouldWear,
          size: (answer.size ?? null) as Size | null,
          note: answer.note ?? '',
        };
  return { card, draft, said, known };
}

function ratingOf({ wouldWear, size, note }: Draft, stars: Stars): Answer {
  // The word goes along even when it is empty: empty takes it back.
  return { stars, wouldWear, ...(wouldWear && size ? { size } : {}), note: note.trim() };
}

function answerOf({ stars, wouldWear, size, note }: Rating): Answer {
  return { stars, wouldWear, ...(size ? { size } : {}), note: note ?? '' };
}

function sameAnswer(a: Answer | null, b: Answer): boolean {
  if (!a || 'skip' in a || 'skip' in b) return false;
  return (
    a.stars === b.stars &&
    a.wouldWear === b.wouldWear &&
    a.size === b.size &&
    (a.note ?? '').trim() === (b.note ?? '').trim()
  );
}
