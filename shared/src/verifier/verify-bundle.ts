import { type Bundle, openBundle } from './bundle.ts';
import type { Bytes } from './bytes.ts';
import { countFindings } from './check-count.ts';
import {
  ballotsFinding,
  lastHeadFinding,
  logFinding,
  rulesFinding,
  treeFinding,
  unopenedFinding,
} from './check-log.ts';
import { checkHeads, checkManifest, keptWrong, keyOf, openKept } from './check-signed.ts';
import { bundleChecks, type Check } from './checks.ts';
import { type Finding, finding, messageOf } from './findings.ts';
import type { Checkpoint, NoteKey } from './notes.ts';
import { type LogRead, readLog } from './read-log.ts';
import { readOpenings } from './read-openings.ts';
import { ERASED, REPLACED, SET_ASIDE } from './replay.ts';
import { openReceipt, type Receipt } from './verify-receipt.ts';

export interface ToVerify {
  readonly bundle: Blob | Bytes;
  /** The key as it is known from elsewhere: a vkey, or SPKI in base64. Without one the bundle vouches for itself. */
  readonly key?: string | undefined;
  readonly receipts?: readonly Receipt[];
  /** Texts with heads that were kept: mails, notes. */
  readonly kept?: readonly string[];
  /** Told now and then of how many lines of the two long files were read: their sum. */
  readonly onLines?: (lines: number) => void;
}

type Tell = (id: Check['id'], finding: Finding) => Check;

/** Checks a bundle, one thing after the other, and tells of each as soon as it is known. */
export async function* verifyBundle(input: ToVerify): AsyncGenerator<Check> {
  const told = new Set<string>();
  const tell: Tell = (id, { figures = {}, wrong = null, unsure = null }) => {
    told.add(id);
    return { id, ok: wrong !== null ? false : unsure !== null ? null : true, figures, detail: wrong ?? unsure };
  };
  try {
    yield* checksOf(input, tell);
  } catch (error) {
    // What is too broken to be looked at fails the check that would have looked at it.
    const next = bundleChecks.find((id) => !told.has(id));
    if (next === undefined) throw error;
    yield tell(next, { wrong: messageOf(error) });
    yield* untold(told);
  }
}

async function* checksOf(input: ToVerify, tell: Tell): AsyncGenerator<Check> {
  const bundle = await openBundle(input.bundle);
  yield tell('archive', { figures: { round: bundle.round, bytes: bundle.bytes, files: bundle.archive.names.length } });
  const key = await keyOf(bundle, input.key);
  yield tell('key', { figures: { key: bundle.verifierKey, given: input.key === undefined ? 0 : 1 } });
  const signed = (found: Finding): Finding =>
    key.key || found.wrong
      ? found
      : { ...found, unsure: 'Ed25519 is not in this WebCrypto: signatures were not checked' };
  yield tell('manifest', signed(await finding(() => checkManifest(bundle, key))));

  const heads: Checkpoint[] = [];
  yield tell('heads', signed(await finding(() => checkHeads(bundle, key, heads))));
  const kept = await openKept(input.kept ?? [], key);
  const sizes = [...heads, ...kept.flatMap((one) => one.head ?? [])].map((head) => head.size);
  const log = await readLog(bundle, sizes, (lines) => input.onLines?.(lines));
  yield tell('log', logFinding(log));
  yield tell('tree', treeFinding(log, heads));
  yield tell('rules', rulesFinding(log));
  yield tell('last_head', lastHeadFinding(log, heads));

  const openings = await readOpenings(bundle, log.replay, (lines) => input.onLines?.(log.size + lines));
  yield tell('openings', { figures: { openings: openings.count }, wrong: openings.fault });
  yield tell('unopened', unopenedFinding(log, openings));
  yield tell('ballots', ballotsFinding(bundle, log, openings));
  for (const [id, found] of countFindings(bundle, log, openings)) yield tell(id, found);

  for (const [nth, { head, ...none }] of kept.entries()) {
    const figures = { nth: nth + 1, size: head?.size ?? 0 };
    yield tell('kept_head', head ? signed({ figures, wrong: keptWrong(log, head) }) : { figures, ...none });
  }
  for (const [nth, receipt] of (input.receipts ?? []).entries()) {
    yield tell('receipt', signed(await receiptFinding(bundle, key, log, receipt, nth + 1)));
  }
}

/** What an early end left unchecked. */
function* untold(told: ReadonlySet<string>): Generator<Check> {
  for (const id of bundleChecks) {
    if (!told.has(id)) yield { id, ok: null, figures: {}, detail: 'not checked' };
  }
}

async function receiptFinding(
  bundle: Bundle,
  key: NoteKey,
  { replay }: LogRead,
  receipt: Receipt,
  nth: number,
): Promise<Finding> {
  const figures = { nth, leaf: receipt.leaf };
  if (receipt.round !== bundle.round) return { figures, wrong: `it is a receipt of ${receipt.round}` };
  const { what } = await openReceipt(receipt, key);
  if (what !== null) return { figures, wrong: what };
  const at = replay.indexOf.get(receipt.leaf);
  if (at === undefined) return { figures, wrong: 'the log does not hold its line' };
  const fate = replay.fates[at]!;
  const standing = fate & ERASED ? 'erased' : fate & REPLACED ? 'replaced' : fate & SET_ASIDE ? 'set_aside' : 'counted';
  return { figures: { ...figures, index: at, standing } };
}
