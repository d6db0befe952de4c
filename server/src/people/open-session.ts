import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { clientHeaders, type Member } from './accounts.ts';

/** Uses up a sign-in token, sets the session's cookies on the reply and gives who is signed in now. */
export async function openSession(
  deps: Deps,
  token: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Member> {
  const { cookies } = await deps.accounts.confirmSignIn(token, clientHeaders(request));
  for (const cookie of cookies) reply.header('set-cookie', cookie);
  const pairs = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  const member = await deps.accounts.memberOf({ cookie: pairs });
  if (!member) throw new Problem('link_used');
  return member;
}
