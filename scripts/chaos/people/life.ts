import { setTimeout as sleep } from 'node:timers/promises';

/** What everyone goes on doing until it is over. */
export interface Life {
  isOver(): boolean;
  /** From here on nobody starts anything new that undoes what was done; what is begun is brought to its end. */
  isCalm(): boolean;
}

/** Does something again and again until it is over. What fails is what chaos is about: the next turn goes on. */
export async function goOn(life: Life, pauseMs: () => number, turn: () => Promise<void>): Promise<void> {
  while (!life.isOver()) {
    await turn();
    await sleep(pauseMs());
  }
}
