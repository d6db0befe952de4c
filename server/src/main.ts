import { buildApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { createDeps } from './create-deps.ts';
import { jobHandlers } from './jobs.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { createLog } from './platform/log.ts';

/** A stop that hangs would keep a deployment waiting: after this the process ends anyway. */
const STOP_SECONDS = 15;

let config: Config;
try {
  config = readConfig(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const log = createLog(config.logLevel);
const { deps, pool, close } = createDeps(config, log);
if (!config.demo && deps.payments.provider === 'sandbox') {
  log.warn('No payment provider is set: orders are paid in the sandbox, where no money moves');
}
const app = await buildApp(deps);
const worker = config.workerConcurrency > 0 ? await startWorker(deps, pool, jobHandlers) : null;
await app.listen({ host: config.host, port: config.port });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  setTimeout(() => process.exit(1), STOP_SECONDS * 1000).unref();
  await app.close();
  await worker?.stop();
  await close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
