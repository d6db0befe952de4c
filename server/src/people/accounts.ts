import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { passkey } from '@better-auth/passkey';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { sha256 } from '../platform/crypto/hash.ts';
import type { Database } from '../platform/db/database.ts';
import { findMemberBySession } from './members.sql.ts';
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
  /** Uses up a mail link's token; gives the cookies of the new session. Throws Problem('link_used'). */
  confirmSignIn(token: string, headers: IncomingHttpHeaders): Promise<{ cookies: string[] }>;
  /** A sign-in token for a person, without a mail. For demo mode's one-click sign-in. */
  issueToken(email: string): Promise<string>;
  /** better-auth's own routes under /api/auth. */
  handle(request: Request): Promise<Response>;
}

const LINK_SECONDS = 15 * 60;

export function createAccounts(config: Config, db: Database): Accounts {
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
      expiresIn: 60 * 60 * 24 * 60,
      updateAge: 60 * 60 * 24,
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
    advanced: { cookiePrefix: 'fraisier', database: { generateId: false } },
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

  return {
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
      return { cookies: answered.getSetCookie() };
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

    handle: (request) => auth.handler(request),
  };
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
