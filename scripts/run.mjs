// `npm start` and `npm test`: brings what is missing, then runs scripts/start.ts or scripts/check.ts with Node 24.
// Plain JavaScript without dependencies: it is what runs before anything is installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { bringAll, root, Stop } from './support/bring.mjs';

const startedAt = Date.now();
/** Our shell, and npm above it. */
const ancestors = [process.ppid, parentOf(process.ppid)];

/** Runs the script and leaves as it leaves. */
function hand(script, args, { node, pnpm, env }) {
  const path = [dirname(node), ...(pnpm === 'pnpm' ? [] : [dirname(pnpm)]), env.PATH].join(delimiter);
  const child = spawn(node, [join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { ...env, PATH: path, FRAISIER_STARTED_AT: String(startedAt) },
    // The channel tells the script when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  const watch = watchNpm(() => pass('SIGTERM'));
  child.on('error', (error) => fail(new Stop(`${node} does not start: ${error.message}`)));
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(signal ? 1 : (code ?? 1));
  });
}

/** npm started by `npm start` does not pass a SIGTERM on, and a killed one cannot: its shell between us and it goes. */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === ancestors[0] && parentOf(ancestors[0]) === ancestors[1]) return;
    clearInterval(watch);
    gone();
  }, 500);
  return watch;
}

/** Linux tells; elsewhere only our own parent is watched. */
function parentOf(pid) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return undefined;
  }
}

function fail(error) {
  console.error(`\n${error instanceof Stop ? error.message : error.stack}`);
  process.exit(1);
}

async function main() {
  const [what, ...args] = process.argv.slice(2);
  if (!['start', 'check'].includes(what)) throw new Stop('Say what to run: node scripts/run.mjs start, or check.');
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Stop(`This is Node ${process.versions.node}; Fraisier needs Node 20 or newer.`);
  }
  if (process.platform === 'win32') throw new Stop('Fraisier runs on Linux and macOS; on Windows, run it in WSL.');
  hand(`${what}.ts`, args, await bringAll());
}

main().catch(fail);
