import type { Bank } from './bank.ts';
import type { Cast } from './people/cast.ts';
import type { Life } from './people/life.ts';
import type { ChaosShop } from './shop.ts';

/** Something that is wrong with the shop on purpose, so that the harness can show that it would notice. */
export interface Fault {
  readonly name: string;
  /** In one line, what is broken. */
  readonly what: string;
  /** The invariant that must be reported as broken. */
  readonly breaks: string;
  readonly sql?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly rewrite?: { readonly api?: (chunk: Buffer) => Buffer; readonly smtp?: (chunk: Buffer) => Buffer };
  readonly carry?: (xml: string) => string;
  readonly meanwhile?: (parts: { shop: ChaosShop; bank: Bank; life: Life; cast: Cast }) => Promise<void>;
}

export const noFault: Fault = { name: 'none', what: 'nothing is broken', breaks: '' };
