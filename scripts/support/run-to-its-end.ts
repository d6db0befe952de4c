import { setTimeout as sleep } from 'node:timers/promises';
import { stopEveryPostgres } from '../postgres.ts';
import { stopAll } from './children.ts';
import { fail } from './plain-error.ts';

/** Longer than it takes to notice that all one works with is gone. */
const PATIENCE = 20_000;

/**
 * Runs a script that starts servers of its own. Ctrl-C ends those, so that what works with them fails and each part
 * takes away what it has made.
 */
export async function runToItsEnd(main: () => Promise<void>): Promise<void> {
  let isLeft = false;
  const endServers = () => Promise.all([stopAll(5000), stopEveryPostgres()]);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      isLeft = true;
      await endServers();
      await sleep(PATIENCE);
      process.exit(1);
    });
  }
  try {
    await main();
  } catch (error) {
    // Also one that was started while the others ended.
    await endServers();
    if (isLeft) process.exit(1);
    fail(error);
  }
}
