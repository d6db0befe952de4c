import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import { createStore } from 'zustand/vanilla';
import type { CheckedReceipt, LogSource, ReceiptCheck } from './check-receipts.ts';
import { MOST_RECEIPT_BYTES, type ReceiptsRefusal, readReceipts } from './read-receipts.ts';

export type ReceiptsState =
  | { readonly at: 'empty'; readonly refusal: ReceiptsRefusal | 'too_large' | 'a_bundle' | 'broke' | null }
  | {
      readonly at: 'checking' | 'done';
      readonly receipts: readonly CheckedReceipt[];
      readonly checks: readonly ReceiptCheck[];
    };

export type ReceiptsCheck = ReturnType<typeof createReceiptsCheck>;

const nothing: ReceiptsState = { at: 'empty', refusal: null };
/** The checker and its hashes come when they are wanted, and not with the first screen. */
const checker = () => import('./check-receipts.ts');

/** The check of receipts, pasted, opened or one's own. */
export function createReceiptsCheck(sourceFor: (waiting: ReadonlySet<string>) => LogSource) {
  const store = createStore<ReceiptsState>(() => nothing);
  const set = (state: ReceiptsState) => store.setState(state, true);
  let turn = 0;

  const verify = async (receipts: readonly Receipt[], waiting: ReadonlySet<string> = new Set()) => {
    const mine = ++turn;
    const start = receipts.map((receipt) => ({ receipt, vote: null, failed: null, index: null, nextHeadAt: null }));
    set({ at: 'checking', receipts: start, checks: [] });
    try {
      const { checkReceipts } = await checker();
      const checks: ReceiptCheck[] = [];
      for await (const check of checkReceipts(receipts, sourceFor(waiting))) {
        if (mine !== turn) return;
        checks.push(check);
        set({ at: 'checking', receipts: check.receipts, checks: [...checks] });
      }
      set({ at: 'done', receipts: checks.at(-1)!.receipts, checks });
    } catch {
      if (mine === turn) set({ at: 'empty', refusal: 'broke' });
    }
  };

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    verify,
    /** Brings the checker now, so that receipts can be looked at without a network later. */
    prepare: () => void checker().catch(() => {}),
    async read(text: string): Promise<void> {
      const found = readReceipts(text);
      if (found.ok) await verify(found.receipts);
      else set({ at: 'empty', refusal: found.why });
    },
    async open(file: File): Promise<void> {
      if (file.size > MOST_RECEIPT_BYTES) return set({ at: 'empty', refusal: 'too_large' });
      if (await isZip(file)) return set({ at: 'empty', refusal: 'a_bundle' });
      await this.read(await file.text());
    },
    stop(): void {
      turn += 1;
      set(nothing);
    },
  };
}

export async function isZip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
}
