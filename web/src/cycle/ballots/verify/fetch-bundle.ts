import { downloadBundle } from '@fraisier/shared/contracts/ballots-log.ts';
import { addressOf } from '../../../platform/api.ts';

export type FetchedBundle =
  | { readonly ok: true; readonly blob: Blob; readonly name: string }
  | { readonly ok: false; readonly why: 'offline' | 'not_ready' };

/** Brings the published bundle of a round, telling how much of it is there. */
export async function fetchBundle(
  round: string,
  onBytes: (bytes: number, of: number | null) => void,
  signal: AbortSignal,
): Promise<FetchedBundle> {
  try {
    const answer = await fetch(addressOf(downloadBundle, { params: { round } }), { signal });
    if (!answer.ok || !answer.body) return { ok: false, why: answer.status < 500 ? 'not_ready' : 'offline' };
    const of = Number(answer.headers.get('content-length')) || null;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = answer.body.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value);
      bytes += value.length;
      onBytes(bytes, of);
    }
    return { ok: true, blob: new Blob(parts, { type: 'application/zip' }), name: `fraisier-${round}.zip` };
  } catch {
    return { ok: false, why: 'offline' };
  }
}
