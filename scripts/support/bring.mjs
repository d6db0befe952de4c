// Brings what the project needs beyond Node ≥ 20 and npm: pnpm, Node 24, the packages.
// Plain JavaScript without dependencies: it is what runs before anything is installed.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PNPM = '12.21.0';
const NODE = '24.21.0';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const data = join(root, '.data');
const tools = join(data, 'tools');
const run = promisify(execFile);

/** Without a network one is told within seconds, not after the minute that npm and pnpm keep trying. */
const RETRIES = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=3000'];

/** A failure that one sentence explains. */
export class Stop extends Error {}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** Says when a step that takes its time begins, goes on and is done. */
async function step(doing, done, work) {
  const since = Date.now();
  console.log(`  ${doing} …`);
  const reminder = setInterval(() => console.log(`  … still at it (${seconds(since)})`), 15_000);
  try {
    const result = await work();
    console.log(`  ${done} (${seconds(since)})`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

function explain(error, what) {
  if (error instanceof Stop) return error;
  const output = `${error.stderr ?? ''}${error.stdout ?? ''}${error.message ?? ''}`;
  if (/ENOSPC|No space left|os error 28/i.test(output)) return new Stop(`The disk is full: ${what} needs about 1 GB.`);
  if (/EACCES|EPERM|EROFS|os error 13|Permission denied/i.test(output)) {
    return new Stop(`${what} may not write here: the project’s folder or your home folder belongs to another user.`);
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|error sending request|dns error/i.test(output)
  ) {
    return new Stop(`${what} needs the npm registry once, and it cannot be reached: is there a network?`);
  }
  const log = join(data, 'install.log');
  try {
    writeFileSync(log, output);
  } catch (unwritable) {
    if (unwritable.code === 'ENOSPC') return new Stop(`The disk is full: ${what} needs about 1 GB.`);
  }
  const last = output.trim().split('\n').slice(-8).join('\n  ');
  return new Stop(`${what} did not work (all of it is in ${log}):\n  ${last}`);
}

/** npm and pnpm keep their caches under HOME; without one that may be written, they get a place here. */
function environment() {
  const env = { ...process.env };
  try {
    accessSync(homedir(), constants.W_OK);
  } catch {
    env.HOME = join(data, 'home');
    delete env.npm_config_cache;
    delete env.npm_config_userconfig;
    mkdirSync(env.HOME, { recursive: true });
  }
  // npm hands its own settings down to what it runs; the inner npm has its own folder.
  for (const name of ['npm_config_prefix', 'npm_config_local_prefix', 'npm_config_global_prefix', 'INIT_CWD']) {
    delete env[name];
  }
  return env;
}

async function versionOf(command, env) {
  try {
    const { stdout } = await run(command, ['--version'], { env, cwd: tools });
    return stdout.trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

/** A package of the registry in a folder of its own under .data/tools. */
async function bring(name, version, folder, env) {
  const prefix = join(tools, folder);
  rmSync(prefix, { recursive: true, force: true });
  mkdirSync(prefix, { recursive: true });
  const flags = ['--no-save', '--no-audit', '--no-fund', '--no-update-notifier', '--prefer-offline', '--silent'];
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...npm.slice(1), 'install', '--prefix', prefix, ...flags, ...RETRIES, `${name}@${version}`];
  // Silent also hides why it failed; then it is asked again, aloud.
  try {
    await run(npm[0], args, { env, cwd: prefix });
  } catch (error) {
    if (error.code === 'ENOENT') throw new Stop('npm is missing: install Node 20 or newer together with npm.');
    try {
      await run(npm[0], [...args.filter((arg) => arg !== '--silent'), '--loglevel=error'], { env, cwd: prefix });
    } catch (loud) {
      throw explain(loud, `Bringing ${name} ${version}`);
    }
  }
}

async function findPnpm(env) {
  const own = join(tools, 'pnpm', 'node_modules', '.bin', 'pnpm');
  if ((await versionOf(own, env)) === PNPM) return own;
  if ((await versionOf('pnpm', env)) === PNPM) return 'pnpm';
  await step(`Bringing pnpm ${PNPM}`, `pnpm ${PNPM} is here`, () => bring('pnpm', PNPM, 'pnpm', env));
  if ((await versionOf(own, env)) !== PNPM) throw new Stop(`pnpm ${PNPM} was brought but does not run on this system.`);
  return own;
}

async function findNode(env) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const own = join(tools, 'node', 'node_modules', name, 'bin', 'node');
  if ((await versionOf(own, env)) === NODE) return own;
  await step(`Bringing Node ${NODE}`, `Node ${NODE} is here`, () => bring(name, NODE, 'node', env));
  if ((await versionOf(own, env)) !== NODE) {
    throw new Stop(`Node ${NODE} was brought but does not run on this system: install Node 24 yourself.`);
  }
  return own;
}

const MANIFESTS = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];
const WORKSPACES = ['shared', 'server', 'web'];

/** Changes when what is to be installed, or for which system, changes. */
function installStamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${PNPM}`);
  for (const file of [...MANIFESTS, ...WORKSPACES.map((name) => join(name, 'package.json'))]) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

async function install(pnpm, env) {
  const stampFile = join(data, 'install.stamp');
  const stamp = installStamp();
  const installed = [root, ...WORKSPACES.map((name) => join(root, name))].every((folder) =>
    existsSync(join(folder, 'node_modules')),
  );
  if (installed && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await step('Installing the packages', 'The packages are installed', async () => {
    const args = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
    args.push('--config.fetchRetries=2', '--config.fetchRetryMintimeout=500', '--config.fetchRetryMaxtimeout=3000');
    // How old a release must be is weighed when the lockfile is written; to ask again at every clone costs 5 s.
    args.push('--config.minimumReleaseAge=0');
    try {
      // CI: pnpm then asks no questions, not even whether it may replace another installer's node_modules.
      await run(pnpm, args, { cwd: root, env: { ...env, CI: 'true' }, maxBuffer: 64 * 1024 * 1024 });
    } catch (error) {
      throw explain(error, 'Installing the packages');
    }
  });
  writeFileSync(stampFile, stamp);
}

const lockFile = join(data, 'bring.lock');

/** Two starts at once in a new clone would undo each other's work: the second waits. */
async function takeTurn() {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(lockFile, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isHeld()) rmSync(lockFile, { force: true });
    else if (!told) console.log('  Another start is bringing what is needed; waiting for it …');
    await new Promise((done) => setTimeout(done, 200));
  }
}

function isHeld() {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'));
    // Just created and not yet written.
    if (!pid) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Everything that is missing. Gives the commands and the environment to run the project with. */
export async function bringAll() {
  try {
    mkdirSync(tools, { recursive: true });
    await takeTurn();
  } catch (error) {
    throw explain(error, 'The start');
  }
  const env = environment();
  // Side by side: pnpm needs no Node 24 to install.
  const packages = findPnpm(env).then(async (pnpm) => {
    await install(pnpm, env);
    return pnpm;
  });
  const [pnpm, node] = await Promise.all([packages, findNode(env)]);
  rmSync(lockFile, { force: true });
  return { node, pnpm, env };
}
