import { parentPort, workerData } from 'node:worker_threads';
import { type Cell, playRoundOf } from './cells.ts';

/** Plays the rounds it is asked for, one at a time. */
const { cells, seed } = workerData as { cells: readonly Cell[]; seed: number };

parentPort!.on('message', ({ cell, round }: { cell: number; round: number }) => {
  parentPort!.postMessage({ cell, round, report: playRoundOf(cells[cell]!, seed, round) });
});
