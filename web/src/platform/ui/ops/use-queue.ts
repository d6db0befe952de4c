import { useEffect, useRef, useState } from 'react';
import { coveredBy, useGone, useHeldActs } from './held-acts.ts';

export interface Queue<Item> {
  /** Without what is decided and on its way. */
  readonly items: readonly Item[];
  readonly current: Item | undefined;
  readonly at: number;
  select(id: string): void;
  /** What steps through it, for `useKeys`. */
  readonly keys: Readonly<Record<'j' | 'k' | 'ArrowDown' | 'ArrowUp', () => void>>;
  /** Call when the current one is decided, or these are: the next takes its place, and the focus. */
  passOn(decided?: readonly string[]): void;
}

/** One thing at a time out of a list; what is taken back becomes the current one again. */
export function useQueue<Item extends { readonly id: string }>(
  all: readonly Item[],
  first: string | null,
  focus: () => void,
): Queue<Item> {
  const held = useHeldActs((state) => state.held);
  const [chosen, setChosen] = useState(first);
  const [moves, setMoves] = useState(0);
  const focusing = useRef(focus);
  focusing.current = focus;
  const gone = useGone();
  const items = all.filter((item) => !gone.has(item.id));
  const found = items.findIndex((item) => item.id === chosen);
  const at = Math.max(0, found);

  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    const back = before.current.find((key) => !gone.has(key) && all.some((item) => item.id === key));
    before.current = held.flatMap(coveredBy);
    if (back && !useHeldActs.getState().failed[back]) {
      setChosen(back);
      setMoves((count) => count + 1);
    }
  });
  useEffect(() => {
    if (moves > 0) focusing.current();
  }, [moves]);

  const go = (id: string | undefined) => {
    if (id === undefined) return;
    setChosen(id);
    setMoves((count) => count + 1);
  };
  const step = (by: 1 | -1) => go(items[at + by]?.id);
  return {
    items,
    current: items[at],
    at,
    select: go,
    keys: { j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1) },
    passOn: (decided = [items[at]?.id ?? '']) => {
      const stays = (item: Item) => !decided.includes(item.id);
      setChosen((items.slice(at).find(stays) ?? items.slice(0, at).findLast(stays))?.id ?? null);
      setMoves((count) => count + 1);
    },
  };
}
