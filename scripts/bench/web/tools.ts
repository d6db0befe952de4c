import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runToEnd } from '../../support/children.ts';
import { dataFolder } from '../../support/folders.ts';
import { PlainError } from '../../support/plain-error.ts';

/**
 * Lighthouse and what it brings are 176 MB in 114 packages (Sentry alone is 47): too much for everyone who only wants
 * to run the tests. It is brought once, at this version, when it is first asked for.
 */
const LIGHTHOUSE = '13.5.0';
const LEAST_NODE = [22, 19] as const;
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** As the journeys find it, then on the PATH. */
export function findChromium(): string {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM) {
    if (existsSync(CHROMIUM)) return CHROMIUM;
    throw new PlainError(`CHROMIUM says ${CHROMIUM}, which is not there.`);
  }
  const places = ['/usr/bin', ...PATH.split(delimiter)];
  const found = places.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
  if (found) return found;
  throw new PlainError(
    `This bench opens pages in a Chromium, and there is none on the PATH (${names.join(', ')}): apt-get install chromium, or set CHROMIUM.`,
  );
}

/** Gives Lighthouse's command line, from .data/tools. */
export async function findLighthouse(note: (line: string) => void): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    throw new PlainError(
      `Lighthouse ${LIGHTHOUSE} needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
    );
  }
  const folder = join(dataFolder, 'tools', 'lighthouse');
  const home = join(folder, 'node_modules', 'lighthouse');
  const cli = join(home, 'cli', 'index.js');
  if (versionIn(home) === LIGHTHOUSE && existsSync(cli)) return cli;
  note(`Bringing Lighthouse ${LIGHTHOUSE} into ${folder}, once (176 MB) …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { code, output } = await runToEnd(
    'npm',
    [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      `lighthouse@${LIGHTHOUSE}`,
    ],
    { cwd: folder, env: process.env },
  ).catch((error: Error) => ({ code: 1, output: error.message }));
  if (code === 0 && existsSync(cli)) return cli;
  rmSync(folder, { recursive: true, force: true });
  throw new PlainError(`Lighthouse ${LIGHTHOUSE} could not be brought by npm into ${folder}:\n${output.trim()}`);
}

function versionIn(folder: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}
