import { ApiProblem } from '../platform/api.ts';

export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string | null;
  readonly backedUp: boolean;
}

/** better-auth lets nobody add keys more than a day after signing in. */
export class StaleSession extends Error {}

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

export function readPasskeys(): Promise<readonly Passkey[]> {
  return ask('passkey/list-user-passkeys');
}

export function renamePasskey(id: string, name: string): Promise<unknown> {
  return ask('passkey/update-passkey', { id, name });
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
