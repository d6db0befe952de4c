import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import type { FileAnswer } from '../../platform/http/route.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { packetFileName } from './packet-papers.ts';
import { findPrintOrder, lockPrintOrder, markPacketFailed, markPacketPreparing } from './prints.sql.ts';
import { showPrintOrder } from './read-prints.ts';

/** The packet of a print order, once it is made, and only as it was made: its bytes are looked at before they go out. */
export async function readPacket(deps: Deps, id: string): Promise<FileAnswer> {
  const row = await findPrintOrder(deps.db, id);
  if (!row) throw new Problem('not_found');
  if (row.packet_state !== 'ready' || !row.packet_key || row.packet_bytes === null || !row.packet_sha256) {
    throw notReady(row.packet_state);
  }
  const { packet_key: key, packet_sha256: sha256 } = row;
  const hash = createHash('sha256');
  await pipeline(await deps.storage.read(key), hash);
  const found = hash.digest();
  if (!found.equals(sha256)) {
    deps.log.error({ printOrder: id, key }, 'the stored packet is not the one that was made');
    await deps.db.transaction().execute(async (trx) => {
      await markPacketFailed(trx, id, 'packet_changed', { evenReady: true });
      await audit(trx, {
        actor: null,
        act: 'refuse-packet',
        subjectType: 'print-order',
        subjectId: id,
        details: { run: row.run_slug, expectedSha256: sha256.toString('hex'), foundSha256: found.toString('hex') },
      });
    });
    throw notReady('failed');
  }
  return {
    body: () => deps.storage.read(key),
    bytes: row.packet_bytes,
    fileName: packetFileName(row),
  };
}

function notReady(state: string): Problem {
  return new Problem('packet_not_ready', {
    detail: state === 'failed' ? 'The packet could not be made.' : 'The packet is being made; ask again soon.',
    reasons: [{ code: `packet_${state}` }],
  });
}

/** Has a packet made again that could not be made. Nothing is done to one that is made, or on its way. */
export async function retryPacket(deps: Deps, operator: Member, id: string): Promise<PrintOrder> {
  await deps.db.transaction().execute(async (trx) => {
    const order = await lockPrintOrder(trx, id);
    if (!order) throw new Problem('not_found');
    if (!(await markPacketPreparing(trx, id))) return;
    await enqueue(trx, 'make-packet', { printOrderId: id }, { key: `make-packet:${id}` });
    await audit(trx, {
      actor: operator,
      act: 'retry-packet',
      subjectType: 'print-order',
      subjectId: id,
      details: { problem: order.packet_problem },
    });
  });
  return showPrintOrder(deps, id);
}
