import type { Deps } from '../../../deps.ts';
import { signNote } from '../../../platform/crypto/signed-note.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { sequenceLog } from '../append-log-line.ts';
import { growTree, rootOf } from './grow-tree.ts';
import { findNewestHead, type HeadRow, insertHead } from './heads.sql.ts';

/** The log is not the one that was signed before. Nothing mends this but a person; nothing may be signed over it. */
export class LogForkedError extends Error {
  override readonly name = 'LogForkedError';
}

/** The origin of a round's notes, and the name of the key that signs them. */
export function originOf(deps: Pick<Deps, 'config'>, slug: string): string {
  return `${new URL(deps.config.appUrl).host}/rounds/${slug}`;
}

/**
 * Places every committed line and signs a head over all of them; gives the newest head, which is the old one when
 * nothing was added. Before it signs, it makes sure that the lines under the last head are those that it signed then.
 * A round keeps the origin of its first head, whatever address the shop has since.
 */
export async function signHead(
  deps: Pick<Deps, 'config' | 'keys'>,
  trx: Trx,
  round: { readonly id: string; readonly slug: string },
): Promise<HeadRow | null> {
  const size = await sequenceLog(trx, round);
  const last = await findNewestHead(trx, round.id);
  if (last && size < last.size) {
    throw new LogForkedError(`the log of ${round.slug} has ${size} lines, and a head covers ${last.size}`);
  }
  if (last?.size === size || size === 0) return last ?? null;
  await growTree(trx, round.id, size);
  if (last && !(await rootOf(trx, round.id, last.size)).equals(last.root)) {
    throw new LogForkedError(`the first ${last.size} lines of ${round.slug} are not those that were signed`);
  }
  const root = await rootOf(trx, round.id, size);
  const origin = last?.origin ?? originOf(deps, round.slug);
  const note = signNote(deps.keys, origin, `${origin}\n${size}\n${root.toString('base64')}\n`);
  return insertHead(trx, { roundId: round.id, size, root, origin, note });
}
