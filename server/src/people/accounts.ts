import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { passkey } from '@better-auth/passkey';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { sha256 } from '../platform/crypto/hash.ts';
import type { Database } from '../platform/db/database.ts';
import { findMemberBySession, renewSessions } from './members.sql.ts';
import { writeSignInMail } from './sign-in.mail.ts';

export interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: 'member' | 'operator' | 'admin';
  readonly locale: 'fr' | 'en';
  readonly joinedAt: Date;
}

/** Who is who: sessions, mail links and passkeys, kept by better-auth on our own tables. */
export interface Accounts {
  memberOf(headers: IncomingHttpHeaders): Promise<Member | null>;
  /** The session's token in a cookie that we signed. Whether that session is still there is for the caller to see. */
  sessionIn(headers: IncomingHttpHeaders): Promise<string | null>;
  /** Lets sessions that were seen last by their tokens last on, as `memberOf` does with those that it sees. */
  renew(seen: readonly SeenSession[]): Promise<void>;
  /** Uses up a mail link's token; gives the cookies of the new session. Throws Problem('link_used'). */
  confirmSignIn(token: string, headers: IncomingHttpHeaders): Promise<{ cookies: string[] }>;
  /** A sign-in token for a person, without a mail. For demo mode's one-click sign-in. */
  issueToken(email: string): Promise<string>;
  /** better-auth's own routes under /api/auth. */
  handle(request: Request): Promise<Response>;
}

export interface SeenSession {
  readonly token: string;
  readonly endsAt: Date;
}

const LINK_SECONDS = 15 * 60;
const DAY = 24 * 60 * 60;
const SESSION_SECONDS = 60 * DAY;
/** A session is made to last on once a day at most. */
const RENEW_AFTER_SECONDS = DAY;
/**
 * As long as browsers keep a cookie. The session ends in the database: who comes back within its time stays signed in,
 * however long ago the sign-in was.
 */
const COOKIE_SECONDS = 400 * DAY;
/** Cookies whose signature was found right. */
const MOST_VERIFIED = 10_000;

export function createAccounts(config: Config, db: Database): Accounts {
  const isSecure = config.appUrl.startsWith('https:');
  const auth = betterAuth({
    appName: 'Fraisier',
    baseURL: config.appUrl,
    basePath: '/api/auth',
    secret: config.secret,
    database: { db, type: 'postgres' },
    trustedOrigins: [config.appUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: config.rateLimits, window: 60, max: 60 },
    emailAndPassword: { enabled: false },
    user: {
      modelName: 'members',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_SECONDS,
      updateAge: RENEW_AFTER_SECONDS,
      fields: {
        userId: 'member_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'member_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      // A browser takes a cookie of that name only from this very host, over TLS: no other one can put its own there.
      cookiePrefix: isSecure ? '__Host-fraisier' : 'fraisier',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure },
      database: { generateId: false },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        rateLimit: { window: 600, max: 10 },
        sendMagicLink: ({ email, token, metadata }) => writeSignInMail(db, config, { email, token, metadata }),
      }),
      passkey({
        rpID: new URL(config.appUrl).hostname,
        rpName: 'Fraisier',
        origin: config.appUrl,
        schema: {
          passkey: {
            modelName: 'passkeys',
            fields: {
              userId: 'member_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  });

  const verified = new Map<string, string>();

  return {
    async sessionIn(headers) {
      if (!headers.cookie) return null;
      const { authCookies, secret } = await auth.$context;
      const cookie = valueIn(headers.cookie, authCookies.sessionToken.name);
      if (cookie === null) return null;
      const known = verified.get(cookie);
      if (known !== undefined) return known;
      const token = signedToken(cookie, secret);
      if (token === null) return null;
      if (verified.size >= MOST_VERIFIED) verified.delete(verified.keys().next().value!);
      verified.set(cookie, token);
      return token;
    },

    async renew(seen) {
      const old = Date.now() + (SESSION_SECONDS - RENEW_AFTER_SECONDS) * 1000;
      const tokens = new Set(seen.filter(({ endsAt }) => endsAt.getTime() <= old).map(({ token }) => token));
      if (tokens.size > 0) await renewSessions(db, [...tokens], SESSION_SECONDS);
    },

    async memberOf(headers) {
      if (!headers.cookie) return null;
      const found = await auth.api.getSession({ headers: toHeaders(headers), query: { disableCookieCache: true } });
      return found ? findMemberBySession(db, found.session.token) : null;
    },

    async confirmSignIn(token, headers) {
      const { headers: answered } = await auth.api
        .magicLinkVerify({ query: { token }, headers: toHeaders(headers), returnHeaders: true })
        .catch((error: { status?: string }) => {
          // better-auth answers a used or old token by a redirect to an error page.
          if (error.status === 'FOUND') throw new Problem('link_used');
          throw error;
        });
      return { cookies: answered.getSetCookie().map(lasting) };
    },

    async issueToken(email) {
      const token = randomBytes(32).toString('base64url');
      const { internalAdapter } = await auth.$context;
      // The form in which the magic-link plugin keeps a token it has mailed.
      await internalAdapter.createVerificationValue({
        identifier: sha256(token).toString('base64url'),
        value: JSON.stringify({ email }),
        expiresAt: new Date(Date.now() + LINK_SECONDS * 1000),
      });
      return token;
    },

    async handle(request) {
      const answer = await auth.handler(request);
      const headers = new Headers(answer.headers);
      headers.delete('set-cookie');
      for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', lasting(cookie));
      return new Response(answer.body, { status: answer.status, headers });
    },
  };
}

/** A session's cookie, to be kept longer than the session as it stands; others, such as its deletion, as they are. */
function lasting(cookie: string): string {
  return cookie.replace(`Max-Age=${SESSION_SECONDS}`, `Max-Age=${COOKIE_SECONDS}`);
}

/** What a Cookie header says first under a name. */
function valueIn(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** The token of a cookie as better-auth signs it, percent-encoded: `token.signature`, HMAC-SHA256 in base64. */
function signedToken(cookie: string, secret: string): string | null {
  const value = decoded(cookie);
  const at = value.lastIndexOf('.');
  if (at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1), 'base64');
  const right = createHmac('sha256', secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/**
 * The headers of a request, with the address it really came from. better-auth believes x-forwarded-for: as a client
 * sends it, it would be a way around the limits, and without it all clients would share them.
 */
export function clientHeaders(request: FastifyRequest): IncomingHttpHeaders {
  return { ...request.headers, 'x-forwarded-for': request.ip };
}

export function toHeaders(headers: IncomingHttpHeaders): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) result.append(name, one);
  }
  return result;
}
