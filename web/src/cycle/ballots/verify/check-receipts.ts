import { fromBase64, toHex } from '@fraisier/shared/verifier/bytes.ts';
import { hashLeaf } from '@fraisier/shared/verifier/merkle.ts';
import { type NoteKey, openCheckpoint, readVerifierKey, verifies } from '@fraisier/shared/verifier/notes.ts';
import { commit } from '@fraisier/shared/verifier/read-openings.ts';
import { type BallotLine, type Payload, readLine, readPayload } from '@fraisier/shared/verifier/shapes.ts';
import { checkInclusion, type InclusionProof, type Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';

/**
 * In their order. form: it is a ballot line of its round, and a vote. leaf: the line gives the receipt's fingerprint.
 * seal: vote and salt give what the line seals. signature: the shop signed the fingerprint. head: the newest head is
 * signed. inclusion: that head covers the line.
 */
export const receiptChecks = ['form', 'leaf', 'seal', 'signature', 'head', 'inclusion'] as const;
export type ReceiptCheckId = (typeof receiptChecks)[number];

/** Why a check stays open: nothing is wrong, and nothing is proved. */
export type OpenReason = 'no_ed25519' | 'no_answer' | 'no_round' | 'no_line' | 'next_head';

export interface CheckedReceipt {
  readonly receipt: Receipt;
  /** What the receipt says, once it has opened. */
  readonly vote: Payload | null;
  readonly failed: { readonly check: ReceiptCheckId; readonly detail: string } | null;
  /** Its line's place in the log, from 0, once that is proved. */
  readonly index: number | null;
  /** No head covers its line yet: when the next one comes at the latest. */
  readonly nextHeadAt: string | null;
}

export interface ReceiptCheck {
  readonly id: ReceiptCheckId;
  readonly passed: number;
  readonly failed: number;
  readonly open: number;
  readonly why: OpenReason | null;
  /** The head's, once it is opened. */
  readonly size: number | null;
  readonly receipts: readonly CheckedReceipt[];
}

/** What only the shop can answer; null when it knows no such round or line, a throw when no answer comes. */
export interface LogSource {
  key(round: string): Promise<string | null>;
  proof(receipt: Receipt): Promise<InclusionProof | { readonly nextHeadAt: string } | null>;
}

/** A check of one receipt: throws with what is wrong, or leaves it open. */
class Open extends Error {
  readonly why: OpenReason;

  constructor(why: OpenReason) {
    super(why);
    this.why = why;
  }
}

interface Working {
  readonly receipt: Receipt;
  line: BallotLine | null;
  vote: Payload | null;
  failed: CheckedReceipt['failed'];
  /** Null as long as none was answered; undefined where the log has no such line. */
  proof: InclusionProof | null | undefined;
  size: number | null;
  index: number | null;
  nextHeadAt: string | null;
}

/** Checks receipts together, one thing after the other; what has failed once is not asked again. */
export async function* checkReceipts(receipts: readonly Receipt[], source: LogSource): AsyncGenerator<ReceiptCheck> {
  const all = receipts.map((receipt): Working => {
    return { receipt, line: null, vote: null, failed: null, proof: null, size: null, index: null, nextHeadAt: null };
  });
  const key = once((round: string) => keyOf(round, source));
  const steps: Record<ReceiptCheckId, (one: Working) => Promise<void>> = {
    form: async (one) => {
      const line = readLine(one.receipt.line, one.receipt.round);
      if (line.kind !== 'ballot') throw new Error('its line is no ballot');
      readPayload(one.receipt.payload);
      one.line = line;
    },
    leaf: async ({ receipt }) => {
      if (toHex(await hashLeaf(receipt.line)) !== receipt.leaf) throw new Error('its leaf is not that of its line');
    },
    seal: async (one) => {
      const { salt, payload } = one.receipt;
      if ((await commit(salt, payload)) !== one.line?.commitment) {
        throw new Error('what it says is not what its line seals');
      }
      one.vote = readPayload(payload);
    },
    signature: async ({ receipt: { round, leaf, signature } }) => {
      const text = `fraisier/receipt/v1\n${round}\n${leaf}\n`;
      const signed = await verifies(await key(round), fromBase64(signature), text);
      if (signed === null) throw new Open('no_ed25519');
      if (!signed) throw new Error('it is not signed with the key of the round');
    },
    head: async (one) => {
      const proof = await answered(source.proof(one.receipt));
      if (!proof) {
        one.proof = undefined;
        throw new Open('no_line');
      }
      if ('nextHeadAt' in proof) {
        one.nextHeadAt = proof.nextHeadAt;
        throw new Open('next_head');
      }
      one.proof = proof;
      const noteKey = await key(one.receipt.round);
      one.size = (await openCheckpoint(proof.head.note, noteKey)).size;
      if (noteKey.key === null) throw new Open('no_ed25519');
    },
    inclusion: async (one) => {
      if (one.proof === undefined) throw new Error('the log holds no such line');
      if (!one.proof) throw new Open(one.nextHeadAt ? 'next_head' : 'no_answer');
      await checkInclusion(one.proof, one.receipt.leaf, await key(one.receipt.round));
      one.index = one.proof.index;
    },
  };

  for (const id of receiptChecks) {
    let [passed, failed, open] = [0, 0, 0];
    let why: OpenReason | null = null;
    for (const one of all) {
      if (one.failed) continue;
      try {
        await steps[id](one);
        passed += 1;
      } catch (error) {
        if (error instanceof Open) {
          open += 1;
          why ??= error.why;
          continue;
        }
        failed += 1;
        one.failed = { check: id, detail: error instanceof Error ? error.message : String(error) };
      }
    }
    const size = all.reduce<number | null>(
      (most, one) => (one.size === null ? most : Math.max(most ?? 0, one.size)),
      null,
    );
    yield { id, passed, failed, open, why, size, receipts: all.map(seen) };
  }
}

const seen = ({ receipt, vote, failed, index, nextHeadAt }: Working): CheckedReceipt => ({
  receipt,
  vote,
  failed,
  index,
  nextHeadAt,
});

async function keyOf(round: string, source: LogSource): Promise<NoteKey> {
  const key = await answered(source.key(round));
  if (key === null) throw new Open('no_round');
  return readVerifierKey(key);
}

/** No answer is no proof of anything. */
async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch {
    throw new Open('no_answer');
  }
}

function once<T>(ask: (of: string) => Promise<T>): (of: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (of) => {
    const found = known.get(of) ?? ask(of);
    known.set(of, found);
    return found;
  };
}
