import * as Type from 'typebox';
import { Value } from 'typebox/value';

const Flag = Type.String({ pattern: '^(true|false)$' });

/** The settings as the environment gives them. `.env.example` explains each. */
const Environment = Type.Object({
  DATABASE_URL: Type.String({ pattern: '^postgres(ql)?://' }),
  PORT: Type.String({ pattern: '^[0-9]{1,5}$', default: '3000' }),
  HOST: Type.String({ default: '0.0.0.0' }),
  APP_URL: Type.String({ pattern: '^https?://[^/]+$' }),
  STORAGE: Type.String({ pattern: '^(file:/|s3://).+' }),
  SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://' })),
  MAIL_FROM: Type.String({ pattern: '@', default: 'Fraisier <bonjour@fraisier.test>' }),
  SHOP_SECRET: Type.String({ minLength: 32 }),
  ENCRYPTION_KEY: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
  OLD_ENCRYPTION_KEYS: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=([, ]+[A-Za-z0-9+/]{43}=)*$' })),
  SIGNING_KEY: Type.String({ minLength: 40 }),
  DEMO: Type.Optional(Flag),
  LOG_LEVEL: Type.String({ pattern: '^(fatal|error|warn|info|debug|silent)$', default: 'info' }),
  WORKER_CONCURRENCY: Type.String({ pattern: '^[0-9]{1,2}$', default: '2' }),
  TRUST_PROXY: Type.Optional(Flag),
});

export interface Config {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port under which people reach the shop; no trailing slash. */
  readonly appUrl: string;
  readonly storage: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly secret: string;
  /** 32 bytes, base64: seals what is encrypted at rest. */
  readonly encryptionKey: string;
  /** Those that still open what was sealed under them. */
  readonly oldEncryptionKeys: readonly string[];
  /** Ed25519 private key, PKCS 8 DER, base64: signs receipts. */
  readonly signingKey: string;
  readonly demo: boolean;
  readonly logLevel: string;
  /** Jobs at once in this process; 0 leaves the jobs to another process. */
  readonly workerConcurrency: number;
  readonly trustProxy: boolean;
  /** Off only in tests, which make many requests from one address. */
  readonly rateLimits: boolean;
}

/** Reads the settings; throws one line that names each wrong one, without its value. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (name in Environment.properties && value !== undefined && value !== '') given[name] = value;
  }
  const settings = Value.Default(Environment, given);
  if (!Value.Check(Environment, settings)) {
    const wrong = Value.Errors(Environment, settings).map((error) => {
      const missing = 'requiredProperties' in error.params ? (error.params.requiredProperties as string[]) : [];
      return missing.length > 0 ? `${missing.join(', ')} missing` : `${error.instancePath.slice(1)} ${error.message}`;
    });
    throw new Error(`Wrong settings: ${[...new Set(wrong)].join('; ')}. See .env.example.`);
  }
  if (!settings.SMTP_URL && settings.DEMO !== 'true') {
    throw new Error('Wrong settings: SMTP_URL missing; only the demo does without. See .env.example.');
  }
  return {
    databaseUrl: settings.DATABASE_URL,
    host: settings.HOST,
    port: Number(settings.PORT),
    appUrl: settings.APP_URL,
    storage: settings.STORAGE,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM,
    secret: settings.SHOP_SECRET,
    encryptionKey: settings.ENCRYPTION_KEY,
    oldEncryptionKeys: readKeyList(settings.OLD_ENCRYPTION_KEYS),
    signingKey: settings.SIGNING_KEY,
    demo: settings.DEMO === 'true',
    logLevel: settings.LOG_LEVEL,
    workerConcurrency: Number(settings.WORKER_CONCURRENCY),
    trustProxy: settings.TRUST_PROXY === 'true',
    rateLimits: true,
  };
}

/** Keys as OLD_ENCRYPTION_KEYS lists them, by commas or spaces. */
export function readKeyList(list: string | undefined): string[] {
  return (list ?? '').split(/[, ]+/).filter((key) => key !== '');
}
