import { type LogLine, leafPreimage, parseLogLine } from '@fraisier/shared/cycle/ballot-log.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Trx } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { giveTreeIndexes, insertSequencedLine, lockLog, takesVotes } from './log.sql.ts';

/**
 * Gives every committed line of the round its place in the tree, and tells how many lines there are. Under the round's
 * lock for update no vote is in flight, so the answer is the `size` that a cut or close line holds.
 */
export async function sequenceLog(trx: Trx, round: { readonly id: string }): Promise<number> {
  await lockLog(trx, round.id);
  return giveTreeIndexes(trx, round.id);
}

/**
 * Writes an act's line (a cut, a close, a quarantine …) behind all lines so far, at its place in the tree at once. Its
 * head follows the commit; while people vote it waits for the hour, so that it tells nothing of when they did.
 */
export async function appendLogLine(
  trx: Trx,
  round: { readonly id: string; readonly slug: string },
  line: string,
  kind: Exclude<LogLine['kind'], 'ballot'>,
): Promise<{ leaf: string; treeIndex: number }> {
  const parsed = parseLogLine(line);
  if (parsed.kind !== kind || parsed.round !== round.slug) throw new TypeError(`not a ${kind} line of ${round.slug}`);
  const treeIndex = await sequenceLog(trx, round);
  const leaf = sha256(leafPreimage(line));
  await insertSequencedLine(trx, round.id, { kind, line, leaf, treeIndex });
  await wantHead(trx, round.id, kind);
  return { leaf: leaf.toString('hex'), treeIndex };
}

async function wantHead(trx: Trx, roundId: string, kind: LogLine['kind']): Promise<void> {
  if (kind === 'cut') {
    await enqueue(trx, 'sign-heads', { roundId, occasion: 'cut' }, { key: `sign-heads:${roundId}:cut` });
  } else if (kind === 'prolong' || kind === 'close' || !(await takesVotes(trx, roundId))) {
    await enqueue(trx, 'sign-heads', { roundId }, { key: `sign-heads:${roundId}` });
  }
}
