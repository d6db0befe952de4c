import type { Thread } from './round-check.ts';
import type { Told } from './verify-round.worker.ts';

/** The checker in a worker: a log of a hundred thousand lines does not hold up the page. */
export function roundThread(): Thread {
  const worker = new Worker(new URL('./verify-round.worker.ts', import.meta.url), { type: 'module' });
  const thread: Thread = {
    onTold: null,
    post: (job) => worker.postMessage(job),
    end: () => worker.terminate(),
  };
  worker.onmessage = ({ data }: MessageEvent<Told>) => thread.onTold?.(data);
  worker.onerror = (event) => {
    event.preventDefault();
    thread.onTold?.({ kind: 'broke', message: event.message ?? 'The checker did not start.' });
  };
  return thread;
}
