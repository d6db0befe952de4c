import type { Deps } from '../../../deps.ts';
import { findRoundById, type RoundRow } from '../../rounds/find-round.ts';
import { findBundle, insertBundle } from './bundle.sql.ts';
import { smallFiles } from './bundle-files.ts';
import type { HeadRow } from './heads.sql.ts';
import { packBundle } from './pack-bundle.ts';
import { LogForkedError, signHead } from './sign-head.ts';

/**
 * The job: publishes all that recounts a decided round. Made again it is the same file, and the first one stands. The
 * head over the close line is signed first, and the lines that go into the file must give its root.
 */
export async function makeBundle(deps: Deps, { roundId }: { roundId: string }): Promise<void> {
  const round = await findRoundById(deps.db, roundId);
  if (round.phase !== 'decided' || (await findBundle(deps.db, roundId))) return;
  const head = await deps.db.transaction().execute((trx) => signHead(deps, trx, round));
  if (!head) throw new Error(`${round.slug} is decided, and its log is empty`);
  await publish(deps, round, head);
}

async function publish(deps: Deps, round: RoundRow, head: HeadRow): Promise<void> {
  const { db, storage } = deps;
  const { file, root } = await packBundle(deps, {
    roundId: round.id,
    lines: head.size,
    at: round.decided_at!,
    files: await smallFiles(deps, round, head),
  });
  if (!root.equals(head.root)) {
    await storage.remove(file.key);
    const error = new LogForkedError(`the lines of ${round.slug} do not give the root that was signed`);
    deps.log.fatal({ round: round.slug, err: error }, error.message);
    throw error;
  }
  const storageKey = `bundles/${file.sha256.toString('hex')}.zip`;
  await storage.promote(file.key, storageKey);
  await insertBundle(db, { roundId: round.id, storageKey, sha256: file.sha256, bytes: file.bytes });
}
