import type { FastifyBaseLogger } from 'fastify';
import type { Config } from './config.ts';
import type { Accounts } from './people/accounts.ts';
import type { Keys } from './platform/crypto/keys.ts';
import type { Database } from './platform/db/database.ts';
import type { Images } from './platform/images/images.ts';
import type { Mailer } from './platform/mail/mailer.ts';
import type { Payments } from './platform/payments/payments.ts';
import type { Storage } from './platform/storage/storage.ts';

/** All that a use case may reach for. Made once in main.ts, and by the tests. */
export interface Deps {
  readonly config: Config;
  readonly db: Database;
  /** The same database over a few connections of their own: for votes, which wait for no other work. */
  readonly votesDb: Database;
  readonly storage: Storage;
  readonly images: Images;
  readonly mailer: Mailer;
  readonly payments: Payments;
  readonly keys: Keys;
  readonly accounts: Accounts;
  readonly log: FastifyBaseLogger;
}
