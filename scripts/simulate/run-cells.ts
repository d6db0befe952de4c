import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Cell, type CellReport, type RoundReport, sumUp } from './cells.ts';

interface Done {
  readonly cell: number;
  readonly round: number;
  readonly report: RoundReport;
}

/**
 * All cells, on all cores. Every round has a seed of its own and is put in its place, so that neither the number of
 * cores nor their speed changes a byte of the report.
 */
export async function runCells(cells: readonly Cell[], seed: number): Promise<CellReport[]> {
  const jobs = cells
    .flatMap((one, cell) =>
      Array.from({ length: one.rounds }, (_, round) => ({ cell, round, work: one.designs * one.voters })),
    )
    // The longest first, so that no core is left alone with one at the end.
    .sort((a, b) => b.work - a.work);
  const reports = cells.map((cell) => new Array<RoundReport>(cell.rounds));
  let next = 0;
  const lanes = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { cells, seed } });
    try {
      await new Promise<void>((resolve, reject) => {
        const ask = () => (next < jobs.length ? worker.postMessage(jobs[next++]!) : resolve());
        worker.on('message', ({ cell, round, report }: Done) => {
          reports[cell]![round] = report;
          ask();
        });
        worker.once('error', reject);
        ask();
      });
    } finally {
      await worker.terminate();
    }
  });
  await Promise.all(lanes);
  return cells.map((cell, index) => sumUp(cell, reports[index]!));
}
