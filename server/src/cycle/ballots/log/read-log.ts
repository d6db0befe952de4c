import type { getConsistency, getProof, Head, listHeads } from '@fraisier/shared/contracts/ballots-log.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import { verifierKey } from '../../../platform/crypto/signed-note.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { FileAnswer } from '../../../platform/http/route.ts';
import { findRound, type RoundRow } from '../../rounds/find-round.ts';
import { findBundle } from './bundle.sql.ts';
import { hashesOf } from './grow-tree.ts';
import {
  findHead,
  findLineByIndex,
  findLineByLeaf,
  findNewestHead,
  type HeadRow,
  listHeads as readHeads,
} from './heads.sql.ts';
import { nextHeadAt } from './next-head.ts';
import { originOf } from './sign-head.ts';
import { consistencySpans, inclusionSpans, type Span } from './tree.ts';

const HEADS_A_PAGE = 100;

export async function listRoundHeads(
  deps: Deps,
  slug: string,
  below: number | null,
): Promise<ResponseOf<typeof listHeads>> {
  const round = await findRound(deps.db, slug);
  const rows = await readHeads(deps.db, round.id, { below, limit: HEADS_A_PAGE + 1 });
  const shown = rows.slice(0, HEADS_A_PAGE);
  const origin = rows[0]?.origin ?? originOf(deps, slug);
  const bundle = await findBundle(deps.db, round.id);
  return {
    round: slug,
    origin,
    publicKey: deps.keys.publicKey,
    verifierKey: verifierKey(deps.keys, origin),
    bundle: bundle ? { bytes: bundle.bytes, sha256: bundle.sha256.toString('hex') } : null,
    items: shown.map(headView),
    nextCursor: rows.length > HEADS_A_PAGE ? String(shown.at(-1)!.size) : null,
  };
}

/** A line by its index or its leaf, proved under the head of that size, or under the newest one. */
export async function proveLine(
  { db }: Deps,
  slug: string,
  { seq, size }: { seq: string; size: number | undefined },
): Promise<ResponseOf<typeof getProof>> {
  const round = await findRound(db, slug);
  const head = size === undefined ? await findNewestHead(db, round.id) : await headOf(db, round.id, size);
  const isLeaf = seq.length === 64;
  const row = isLeaf
    ? await findLineByLeaf(db, round.id, Buffer.from(seq, 'hex'))
    : await findLineByIndex(db, round.id, Number(seq));
  if (!row) throw new Problem('not_found', { detail: 'The log has no such line.' });
  if (!head || row.tree_index === null || row.tree_index >= head.size) throw await notCovered(db, round, size);
  const index = row.tree_index;
  return {
    round: slug,
    index,
    leaf: row.leaf.toString('hex'),
    line: row.line,
    size: head.size,
    path: await pathOf(db, round.id, inclusionSpans(index, head.size)),
    head: headView(head),
  };
}

export async function proveConsistency(
  { db }: Deps,
  slug: string,
  { from, to }: { from: number; to: number },
): Promise<ResponseOf<typeof getConsistency>> {
  if (from > to) throw new Problem('bad_input', { reasons: [{ code: 'order', field: 'querystring/from' }] });
  const round = await findRound(db, slug);
  const [first, second] = [await headOf(db, round.id, from), await headOf(db, round.id, to)];
  const path = await pathOf(db, round.id, consistencySpans(from, to));
  return { round: slug, from: headView(first), to: headView(second), path };
}

export async function readBundle({ db, storage }: Deps, slug: string): Promise<FileAnswer> {
  const round = await findRound(db, slug);
  const bundle = await findBundle(db, round.id);
  if (!bundle) {
    const code = round.phase === 'decided' ? 'being_made' : round.phase === 'cancelled' ? 'cancelled' : 'not_decided';
    throw new Problem('bundle_not_ready', { reasons: [{ code, detail: round.phase }] });
  }
  return {
    body: () => storage.read(bundle.storage_key),
    fileName: `fraisier-${slug}.zip`,
    bytes: bundle.bytes,
  };
}

async function headOf(db: Database, roundId: string, size: number): Promise<HeadRow> {
  const head = await findHead(db, roundId, size);
  if (!head) throw new Problem('not_found', { detail: `No head of ${size} lines was signed.` });
  return head;
}

async function notCovered(db: Database, round: RoundRow, size: number | undefined): Promise<Problem> {
  if (size !== undefined) {
    return new Problem('not_covered', { reasons: [{ code: 'later_than_head', field: 'querystring/size' }] });
  }
  const at = (await nextHeadAt(db, round.id)).toISOString();
  return new Problem('not_covered', {
    detail: `The next head is signed by ${at} at the latest.`,
    reasons: [{ code: 'next_head', detail: at }],
  });
}

async function pathOf(db: Database, roundId: string, spans: readonly Span[]): Promise<string[]> {
  return (await hashesOf(db, roundId, spans)).map((hash) => hash.toString('hex'));
}

function headView({ size, root, note, signed_at }: HeadRow): Head {
  return { size, root: root.toString('hex'), note, signedAt: signed_at.toISOString() };
}
