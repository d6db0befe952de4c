import { ApiProblem } from '../platform/api.ts';

/** A signed-in device, as better-auth tells it. */
export interface Session {
  readonly id: string;
  readonly token: string;
  readonly userAgent?: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string | null;
  readonly backedUp: boolean;
}

/** better-auth lets nobody look at sessions or add keys more than a day after signing in. */
export class StaleSession extends Error {}

const FRESH = 24 * 3_600_000;

/** better-auth's own routes speak their own language; its refusals become ours. */
async function ask<T>(path: string, body?: object): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api/auth/${path}`, {
      credentials: 'same-origin',
      ...(body
        ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
        : { method: 'GET' }),
    });
  } catch {
    throw new ApiProblem('offline');
  }
  const said = (await answer.json().catch(() => null)) as { code?: string } | null;
  if (answer.ok) return said as T;
  if (said?.code === 'SESSION_NOT_FRESH') throw new StaleSession();
  const code =
    answer.status === 429
      ? 'too_many_requests'
      : answer.status === 401
        ? 'not_signed_in'
        : answer.status < 500
          ? 'bad_input'
          : 'internal';
  throw new ApiProblem(code, { status: answer.status });
}

/** All sessions, this one first; throws StaleSession when this one is too old to be told. */
export async function readSessions(): Promise<{ here: string; sessions: readonly Session[] }> {
  const mine = await ask<{ session: Session } | null>('get-session');
  if (mine && Date.now() - Date.parse(mine.session.createdAt) > FRESH) throw new StaleSession();
  const sessions = await ask<Session[]>('list-sessions');
  const here = mine?.session.token ?? '';
  const sorted = sessions.toSorted(
    (a, b) => Number(b.token === here) - Number(a.token === here) || b.updatedAt.localeCompare(a.updatedAt),
  );
  return { here, sessions: sorted };
}

export function endSession(token: string): Promise<unknown> {
  return ask('revoke-session', { token });
}

export function endOtherSessions(): Promise<unknown> {
  return ask('revoke-other-sessions', {});
}

export function readPasskeys(): Promise<readonly Passkey[]> {
  return ask('passkey/list-user-passkeys');
}

export function removePasskey(id: string): Promise<unknown> {
  return ask('passkey/delete-passkey', { id });
}

/** Whether this browser makes passkeys and speaks of them in JSON, as all have since 2025. */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
  );
}

/** Makes a passkey on this device. Rejects with a DOMException when its owner does not want it after all. */
export async function addPasskey(name: string): Promise<void> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('passkey/generate-register-options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
  if (!made) throw new DOMException('', 'NotAllowedError');
  await ask('passkey/verify-registration', { response: made.toJSON(), name });
}

/** Signs in with a passkey of this device. */
export async function enterWithPasskey(): Promise<void> {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('passkey/generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const given = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
  if (!given) throw new DOMException('', 'NotAllowedError');
  await ask('passkey/verify-authentication', { response: given.toJSON() });
}
