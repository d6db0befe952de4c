import { useState } from 'react';

export interface Choice {
  readonly chosen: readonly string[];
  readonly canUndo: boolean;
  toggle(id: string): void;
  /** All that are chosen together; none when they are. */
  toggleAll(): void;
  readonly isAll: boolean;
  undo(): void;
  clear(): void;
}

/** What is chosen out of a list, and the way back, step by step. What can no longer be chosen falls out by itself. */
export function useChoice(possible: readonly string[], together: readonly string[]): Choice {
  const [steps, setSteps] = useState<readonly (readonly string[])[]>([[]]);
  const chosen = (steps.at(-1) ?? []).filter((id) => possible.includes(id));
  const isAll = together.length > 0 && together.every((id) => chosen.includes(id));
  const go = (next: readonly string[]) => setSteps([...steps.slice(-20), next]);
  return {
    chosen,
    canUndo: steps.length > 1,
    toggle: (id) => {
      if (possible.includes(id)) go(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
    },
    toggleAll: () => go(isAll ? [] : [...new Set([...chosen, ...together])]),
    isAll,
    undo: () => setSteps(steps.length > 1 ? steps.slice(0, -1) : steps),
    clear: () => setSteps([[]]),
  };
}
