import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '@fraisier/server/config.ts';
import { dataFolder, root } from './folders.ts';
import { PlainError } from './plain-error.ts';
import { secretsOfData } from './secrets.ts';

export interface Settings extends Record<string, string | undefined> {
  /** Without it the shop brings a Postgres of its own. */
  DATABASE_URL?: string;
  HOST?: string;
  PORT: string;
  APP_URL: string;
  DEMO: string;
}

/** The settings of the server: those of the environment, then of `.env`, then what .data keeps for a shop of its own. */
export function readSettings(): Settings {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const given = process.env;
  const own = !given.DATABASE_URL;
  const demo = given.DEMO || String(own);
  const port = given.PORT || '3000';
  const settings = {
    NODE_ENV: 'production',
    ...(own ? secretsOfData() : {}),
    // Anyone may sign in as anyone in the demo: it is for this machine alone, unless HOST says otherwise.
    ...(demo === 'true' ? { HOST: '127.0.0.1' } : {}),
    STORAGE: `file:${join(dataFolder, 'storage')}`,
    APP_URL: `http://localhost:${port}`,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    PORT: port,
    DEMO: demo,
  };
  refuseWrong(settings);
  return settings;
}

/** Wrong settings are said before any work is done. */
function refuseWrong(settings: Settings): void {
  try {
    readConfig({ ...settings, DATABASE_URL: settings.DATABASE_URL ?? 'postgres://embedded' });
  } catch (error) {
    throw new PlainError((error as Error).message);
  }
  if (Number(settings.PORT) > 65_535) throw new PlainError('Wrong settings: PORT is above 65535.');
}

export async function refuseTakenPort({ HOST, PORT }: Settings): Promise<void> {
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
    const probe = createServer();
    probe.on('error', done);
    probe.listen(Number(PORT), HOST ?? '0.0.0.0', () => probe.close(() => done(undefined)));
  });
  if (problem?.code === 'EADDRINUSE') {
    throw new PlainError(
      `Port ${PORT} is taken by another program: stop that, or choose another port, for example PORT=${Number(PORT) + 1} npm start`,
    );
  }
  if (problem) throw new PlainError(`Port ${PORT} cannot be used: ${problem.message}.`);
}
