import { fromBase64, toHex } from './bytes.ts';
import { hashLeaf, isIncluded } from './merkle.ts';
import { type NoteKey, openCheckpoint, verifies } from './notes.ts';
import { commit } from './read-openings.ts';
import { type Payload, readLine, readPayload } from './shapes.ts';

/** As the shop answers a vote with it, and as the voter's page keeps it. */
export interface Receipt {
  readonly round: string;
  readonly leaf: string;
  readonly line: string;
  readonly salt: string;
  readonly payload: string;
  readonly signature: string;
}

/** Reads a file of receipts; throws with the reason when it is none. */
export function readReceiptsFile(text: string): Receipt[] {
  const file = JSON.parse(text) as { format?: unknown; receipts?: unknown };
  if (file?.format !== 'fraisier/receipts/v1' || !Array.isArray(file.receipts)) {
    throw new SyntaxError('not a file of receipts');
  }
  const names = ['round', 'leaf', 'line', 'salt', 'payload', 'signature'] as const;
  for (const receipt of file.receipts as Record<string, unknown>[]) {
    const missing = names.find((name) => typeof receipt?.[name] !== 'string');
    if (missing) throw new SyntaxError(`a receipt without its ${missing}`);
  }
  return file.receipts as Receipt[];
}

/** What is wrong with a receipt by itself, whatever the log says; and what it says of the vote. */
export async function openReceipt(
  receipt: Receipt,
  key: NoteKey,
): Promise<{ readonly ok: boolean; readonly what: string | null; readonly vote: Payload | null }> {
  try {
    const line = readLine(receipt.line, receipt.round);
    if (line.kind !== 'ballot') throw new Error('its line is no ballot');
    if (toHex(await hashLeaf(receipt.line)) !== receipt.leaf) throw new Error('its leaf is not that of its line');
    if ((await commit(receipt.salt, receipt.payload)) !== line.commitment) {
      throw new Error('what it says is not what its line seals');
    }
    const text = `fraisier/receipt/v1\n${receipt.round}\n${receipt.leaf}\n`;
    if ((await verifies(key, fromBase64(receipt.signature), text)) === false) {
      throw new Error('it is not signed with the key of the round');
    }
    return { ok: true, what: null, vote: readPayload(receipt.payload) };
  } catch (error) {
    return { ok: false, what: (error as Error).message, vote: null };
  }
}

/** As GET /api/rounds/{round}/proofs/{leaf} answers. */
export interface InclusionProof {
  readonly index: number;
  readonly leaf: string;
  readonly size: number;
  readonly path: readonly string[];
  readonly head: { readonly note: string };
}

/** Whether the shop has signed a head over the leaf: throws with the reason when it has not. */
export async function checkInclusion(proof: InclusionProof, leaf: string, key: NoteKey): Promise<void> {
  const head = await openCheckpoint(proof.head.note, key);
  if (proof.leaf !== leaf) throw new Error('the proof is that of another leaf');
  if (proof.size !== head.size) throw new Error('the proof is not for the head that came with it');
  if (!(await isIncluded({ ...proof, root: head.root }))) throw new Error('the head does not cover the leaf');
}
