import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { readSettings } from '../platform/settings/settings.sql.ts';
import { isSessionYoung } from './sessions.sql.ts';

/**
 * Lets through who signed in a few minutes ago: what moves money is not for whoever finds a device left open. A session
 * keeps the moment of its sign-in, however often it is made to last on. Gives its token.
 */
export async function assertFreshSignIn(deps: Deps, headers: FastifyRequest['headers']): Promise<string> {
  const { fresh_sign_in_minutes: minutes } = await readSettings(deps.db);
  const token = await deps.accounts.sessionIn(headers);
  if (token !== null && (await isSessionYoung(deps.db, token, minutes))) return token;
  throw new Problem('sign_in_again', { reasons: [{ code: 'sign_in_again', detail: String(minutes) }] });
}
