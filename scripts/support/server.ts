import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, followingUs, start } from './children.ts';
import { dataFolder, root } from './folders.ts';
import { PlainError } from './plain-error.ts';
import type { Settings } from './settings.ts';

const READY_WITHIN = 60_000;

export interface Server {
  child: Child;
  /** In the demo the log goes to a file and leaves the screen calm; on a real server it is the output. */
  logFile: string | undefined;
}

export async function startServer(settings: Settings): Promise<Server> {
  const logFile = settings.DEMO === 'true' ? join(dataFolder, 'logs', 'server.log') : undefined;
  const log = logFile ? openLog(logFile) : 'inherit';
  const child = await start(process.execPath, [...followingUs, 'server/src/main.ts'], {
    cwd: root,
    env: settings,
    stdio: ['ignore', log, log, 'ipc'],
  });
  if (typeof log === 'number') closeSync(log);
  return { child, logFile };
}

function openLog(file: string): number {
  mkdirSync(join(dataFolder, 'logs'), { recursive: true });
  if (existsSync(file)) renameSync(file, file.replace('.log', '.previous.log'));
  return openSync(file, 'w', 0o640);
}

/** What the server said last, where the screen has not shown it. */
export function lastWords({ logFile }: Server): string {
  if (!logFile) return '';
  const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-12);
  return ` The end of ${logFile}:\n\n${lines.join('\n')}`;
}

/** Waits until the server says that it and its parts are ready. */
export async function becomeReady(server: Server, { HOST, PORT }: Settings): Promise<void> {
  let ended: number | NodeJS.Signals | undefined;
  void server.child.ended.then((code) => {
    ended = code;
  });
  const everywhere = !HOST || HOST === '0.0.0.0' || HOST === '::';
  const host = everywhere ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST;
  const until = Date.now() + READY_WITHIN;
  for (;;) {
    const answer = await fetch(`http://${host}:${PORT}/api/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (ended !== undefined) throw new PlainError(`The server did not start (${ended}).${lastWords(server)}`);
    if (Date.now() > until) throw new PlainError(`The server was not ready after a minute.${lastWords(server)}`);
    await sleep(50);
  }
}
