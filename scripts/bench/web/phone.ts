import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from '../../support/children.ts';
import { chromiumFlags } from '../../support/chromium-flags.ts';
import { PlainError } from '../../support/plain-error.ts';

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

const READY_WITHIN = 30_000;

/**
 * A Chromium with a profile of its own that nothing but Lighthouse speaks with: another debugger that listens in costs
 * time. Cookies stand in the profile before, for a header that is sent along would also go where a browser sends none.
 */
export async function openChromium(chromium: string, cookies: readonly Cookie[]) {
  const profile = await mkdtemp(join(tmpdir(), 'fraisier-bench-chromium-'));
  const child = await start(
    chromium,
    ['--headless=new', ...chromiumFlags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: 'ignore' },
  );
  const close = async () => {
    await child.stop(5000);
    // Its helpers may still write for a moment.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const [port = '', path = ''] = (await whatItWrites(join(profile, 'DevToolsActivePort'))).split('\n');
    if (cookies.length > 0) await setCookies(`ws://127.0.0.1:${port}${path}`, cookies);
    return { port: Number(port), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function whatItWrites(file: string): Promise<string> {
  const until = Date.now() + READY_WITHIN;
  while (Date.now() < until) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text.includes('\n')) return text;
    await sleep(50);
  }
  throw new PlainError('Chromium did not open its debugging port within half a minute.');
}

async function setCookies(debuggerUrl: string, cookies: readonly Cookie[]): Promise<void> {
  const socket = new WebSocket(debuggerUrl);
  try {
    await new Promise<void>((done, reject) => {
      socket.onerror = () => reject(new Error('Chromium’s debugger does not answer'));
      socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'Storage.setCookies', params: { cookies } }));
      socket.onmessage = ({ data }) => {
        const { id, error } = JSON.parse(String(data)) as { id?: number; error?: { message: string } };
        if (id !== 1) return;
        if (error) reject(new Error(`Chromium took no cookies: ${error.message}`));
        else done();
      };
    });
  } finally {
    socket.close();
  }
}
