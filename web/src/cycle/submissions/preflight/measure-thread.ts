import type { MeasureJob, Told } from './measure.worker.ts';

/** Measures a file in a worker, so that the page stays light; ending it throws away what it had begun. */
export function measureInThread(job: MeasureJob, onTold: (told: Told) => void): () => void {
  const worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'done' || data.kind === 'broken' || data.kind === 'failed') worker.terminate();
    onTold(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    onTold({ kind: 'failed', message: event.message ?? 'The worker did not start.' });
  };
  worker.postMessage(job);
  return () => worker.terminate();
}
