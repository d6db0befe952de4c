import { ApiProblem } from '../platform/api.ts';
import { noteLeaving } from '../platform/app/left.ts';

/** better-auth's own routes speak their own language; these are the two that the pages use. */
async function post(path: string, body: object): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
  } catch {
    throw new ApiProblem('offline');
  }
  if (answer.ok) return;
  throw new ApiProblem(answer.status === 429 ? 'too_many_requests' : answer.status < 500 ? 'bad_input' : 'internal', {
    status: answer.status,
  });
}

/** Asks for a sign-in mail. The answer is the same whether the account exists or not. */
export function askForLink(email: string, metadata: { locale: string; next: string }): Promise<void> {
  return post('sign-in/magic-link', { email, metadata });
}

/** Leaves after the account is gone, and its sessions with it: what is left of them is the cookie. */
export async function leaveErased(next: string): Promise<void> {
  await post('sign-out', {}).catch(() => {});
  noteLeaving();
  window.location.replace(next);
}

/** Ends the session and loads `next` anew, so that nothing of it stays in memory. */
export async function leave(next: string): Promise<void> {
  await post('sign-out', {});
  noteLeaving();
  window.location.assign(next);
}
