import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';

/** Why a text is not taken for receipts. */
export type ReceiptsRefusal = 'empty' | 'not_json' | 'not_receipts' | 'other_format' | 'none' | 'too_many';

export type ReceiptsRead =
  | { readonly ok: true; readonly receipts: readonly Receipt[] }
  | { readonly ok: false; readonly why: ReceiptsRefusal };

/** Far more than one ballot can hold. */
export const MOST_RECEIPTS = 1000;
export const MOST_RECEIPT_BYTES = 5_000_000;

const FORMAT = 'fraisier/receipts/v1';
const names = ['round', 'leaf', 'line', 'salt', 'payload', 'signature'] as const;

/** Reads what was pasted or opened: a file of receipts, a list of them, or one alone. Nothing in it is checked yet. */
export function readReceipts(text: string): ReceiptsRead {
  const refuse = (why: ReceiptsRefusal): ReceiptsRead => ({ ok: false, why });
  if (text.trim() === '') return refuse('empty');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('not_json');
  }
  const format = isObject(value) ? value.format : undefined;
  if (typeof format === 'string' && format.startsWith('fraisier/receipts/') && format !== FORMAT) {
    return refuse('other_format');
  }
  const all = isObject(value) && format === FORMAT ? value.receipts : Array.isArray(value) ? value : [value];
  if (!Array.isArray(all)) return refuse('not_receipts');
  if (all.length === 0) return refuse('none');
  if (all.length > MOST_RECEIPTS) return refuse('too_many');
  return all.every(isReceipt) ? { ok: true, receipts: all } : refuse('not_receipts');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isReceipt(value: unknown): value is Receipt {
  return isObject(value) && names.every((name) => typeof value[name] === 'string');
}
