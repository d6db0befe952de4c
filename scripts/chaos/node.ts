import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, followingUs, start } from '../support/children.ts';
import { root } from '../support/folders.ts';
import { PlainError } from '../support/plain-error.ts';
import { signal } from '../support/processes.ts';

/** A process of the shop, with a keeper that starts it again when it is gone, as a real machine has one. */
export interface Node {
  readonly name: string;
  /** SIGKILL to it and all it started; it stays away for so many milliseconds. */
  kill(awayMs: number): Promise<void>;
  /** Answers when it says that it and its parts are ready. */
  ready(patienceMs?: number): Promise<void>;
  /** A new process, whatever state the old one is in. */
  renew(): Promise<void>;
  /** How often it was gone without being killed, once it had begun its work. */
  fell(): number;
  stop(): Promise<void>;
}

const READY_WITHIN = 60_000;
const STARTS_WITHIN = 8_000;

export async function startNode(name: string, env: Record<string, string | undefined>): Promise<Node> {
  let child: Child | undefined;
  let isWanted = true;
  let isKilled = false;
  let awayMs = 0;
  let fell = 0;
  const url = `http://127.0.0.1:${env.PORT}/api/ready`;

  // `CHAOS_LOG=warn` shows what the processes say.
  const output = process.env.CHAOS_LOG ? 'inherit' : 'ignore';
  const keep = async (): Promise<void> => {
    while (isWanted) {
      isKilled = false;
      child = await start(process.execPath, [...followingUs, 'server/src/main.ts'], {
        cwd: root,
        env,
        stdio: ['ignore', output, output, 'ipc'],
      });
      const began = Date.now();
      await child.ended;
      // One that is started while its database is away gives up at once, and is started again.
      if (isWanted && !isKilled && Date.now() - began > STARTS_WITHIN) fell += 1;
      await sleep(isKilled ? awayMs : 300);
      awayMs = 0;
    }
  };
  const keeping = keep();

  const node: Node = {
    name,
    async kill(away) {
      const victim = child;
      if (!victim || isKilled) return;
      isKilled = true;
      awayMs = away;
      signal(-victim.pid, 'SIGKILL');
      await victim.ended;
    },
    async ready(patience = READY_WITHIN) {
      const until = Date.now() + patience;
      for (;;) {
        const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
        await answer?.body?.cancel();
        if (answer?.ok) return;
        if (Date.now() > until) throw new PlainError(`The ${name} was not ready after ${patience / 1000} seconds.`);
        await sleep(100);
      }
    },
    async renew() {
      await node.kill(0);
      await sleep(200);
      await node.ready();
    },
    fell: () => fell,
    async stop() {
      isWanted = false;
      isKilled = true;
      await child?.stop(8_000);
      await keeping;
    },
  };
  return node;
}
