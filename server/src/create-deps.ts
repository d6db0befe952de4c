import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { createAccounts } from './people/accounts.ts';
import { createKeys } from './platform/crypto/keys.ts';
import { createDatabase, createKeyedDatabase } from './platform/db/database.ts';
import { createImages } from './platform/images/create-images.ts';
import { createOutboxOnlyMailer, createSmtpMailer } from './platform/mail/smtp-mailer.ts';
import { createPayments } from './platform/payments/create-payments.ts';
import { createStorage } from './platform/storage/create-storage.ts';

/** Each round that is voted on uses one. */
const VOTING_CONNECTIONS = 3;

/** The real parts, as the settings choose them. `close` ends what they hold of the database. */
export function createDeps(
  config: Config,
  log: FastifyBaseLogger,
): { deps: Deps; pool: Pool; close: () => Promise<void> } {
  const { db, pool } = createDatabase(config.databaseUrl);
  const deps: Deps = {
    config,
    db,
    votesDb: createKeyedDatabase(config.databaseUrl, VOTING_CONNECTIONS),
    log,
    storage: createStorage(config.storage),
    images: createImages(),
    mailer: config.smtpUrl
      ? createSmtpMailer(config.smtpUrl, config.mailFrom, config.appUrl)
      : createOutboxOnlyMailer(),
    payments: createPayments(config),
    keys: createKeys([config.encryptionKey, ...config.oldEncryptionKeys], config.signingKey),
    accounts: createAccounts(config, db),
  };
  const close = async () => {
    await Promise.all([deps.db.destroy(), deps.votesDb.destroy()]);
  };
  return { deps, pool, close };
}
