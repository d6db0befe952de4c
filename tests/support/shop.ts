import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '@fraisier/server/app.ts';
import type { Config } from '@fraisier/server/config.ts';
import { createDeps } from '@fraisier/server/create-deps.ts';
import type { Deps } from '@fraisier/server/deps.ts';
import { jobHandlers } from '@fraisier/server/jobs.ts';
import { ensureMember } from '@fraisier/server/people/members.sql.ts';
import { setShopClock, shopNow } from '@fraisier/server/platform/clock/clock.sql.ts';
import { runDueJobs } from '@fraisier/server/platform/jobs/worker.ts';
import { createLog } from '@fraisier/server/platform/log.ts';
import type { Pool } from 'pg';
import supertest from 'supertest';
import { cloneDatabase } from './database.ts';

const signingKey = generateKeyPairSync('ed25519')
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64');

type App = Awaited<ReturnType<typeof buildApp>>;

/** A whole shop on a database and a folder of its own: the real application, without a port. */
export interface TestShop {
  readonly app: App;
  readonly deps: Deps;
  readonly pool: Pool;
  /** Someone signed out. */
  readonly visitor: Client;
  /** Someone signed in; a new account unless the e-mail is known. */
  member(person?: Partial<Person>): Promise<SignedIn>;
  operator(person?: Partial<Person>): Promise<SignedIn>;
  admin(): Promise<SignedIn>;
  /** Sets the shop's clock to a moment; it goes on from there. */
  setClock(moment: string | Date): Promise<void>;
  now(): Promise<Date>;
  /** Runs every job that is due until none is left; throws the first error of a job. */
  runJobs(): Promise<void>;
  /** All but the drawing of pictures, which takes seconds: for tests that look at none. */
  runJobsUndrawn(): Promise<void>;
  close(): Promise<void>;
}

export interface Person {
  email: string;
  name: string;
  role: 'member' | 'operator' | 'admin';
  locale: 'fr' | 'en';
}

export interface Client {
  get(path: string): supertest.Test;
  post(path: string, body?: object): supertest.Test;
  put(path: string, body?: object): supertest.Test;
  patch(path: string, body?: object): supertest.Test;
  delete(path: string): supertest.Test;
}

export interface SignedIn extends Client {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** The Cookie header, for requests made otherwise. */
  readonly cookie: string;
}

export async function openShop(overrides: Partial<Config> = {}): Promise<TestShop> {
  const database = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'fraisier-shop-'));
  const config: Config = {
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    appUrl: 'http://localhost:3000',
    storage: `file:${folder}`,
    smtpUrl: null,
    mailFrom: 'Fraisier <bonjour@fraisier.test>',
    secret: randomBytes(32).toString('hex'),
    encryptionKey: randomBytes(32).toString('base64'),
    oldEncryptionKeys: [],
    signingKey,
    demo: true,
    logLevel: 'error',
    workerConcurrency: 0,
    trustProxy: false,
    rateLimits: false,
    ...overrides,
  };
  const { deps, pool, close } = createDeps(config, createLog(config.logLevel));
  const app = await buildApp(deps);
  await app.ready();
  let people = 0;

  const signIn = async (person: Partial<Person>): Promise<SignedIn> => {
    people += 1;
    const known: Person = {
      email: `person-${people}@fraisier.test`,
      name: `Person ${people}`,
      role: 'member',
      locale: 'fr',
      ...person,
    };
    const id = await ensureMember(deps.db, known);
    const { cookies } = await deps.accounts.confirmSignIn(await deps.accounts.issueToken(known.email), {});
    const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
    return { id, email: known.email, name: known.name, cookie, ...client(app, cookie) };
  };

  return {
    app,
    deps,
    pool,
    visitor: client(app),
    member: (person = {}) => signIn(person),
    operator: (person = {}) => signIn({ role: 'operator', ...person }),
    admin: () => signIn({ role: 'admin' }),
    setClock: (moment) => setShopClock(deps.db, new Date(moment)),
    now: () => shopNow(deps.db),
    runJobs: () => runDueJobs(deps, pool, jobHandlers),
    runJobsUndrawn: () => runDueJobs(deps, pool, { ...jobHandlers, 'render-pictures': async () => {} }),
    async close() {
      await app.close();
      await close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function client(app: App, cookie?: string): Client {
  const agent = supertest(app.server);
  const dress = (test: supertest.Test, body?: object) => {
    if (cookie) test.set('cookie', cookie);
    return body === undefined ? test : test.send(body);
  };
  return {
    get: (path) => dress(agent.get(path)),
    post: (path, body) => dress(agent.post(path), body),
    put: (path, body) => dress(agent.put(path), body),
    patch: (path, body) => dress(agent.patch(path), body),
    delete: (path) => dress(agent.delete(path)),
  };
}
