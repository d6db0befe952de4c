export type Language = 'fr' | 'en';

export const pageIds = ['rules', 'method', 'bounty', 'terms', 'privacy', 'imprint', 'sizes', 'designers'] as const;
export type PageId = (typeof pageIds)[number];

/**
 * Parts of the product that a section describes and that may not be there yet. A section with `since` is shown only
 * where its feature is named (see `readyPage`), so that no page promises what does not exist.
 */
export type Feature =
  /** Signed tree heads, inclusion proofs, the published bundle and its verifier. */
  | 'verification'
  /** Clusters of suspicious votes, quarantine, appeals. */
  | 'review'
  /** "Withdraw from the contract here", in two steps. */
  | 'withdrawal';

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** Shown in the order of the fields. */
export interface Section {
  /** The fragment of its address, the same in both languages. */
  readonly id: string;
  readonly title: string;
  /** Beside the section: a number that it gives, and of what. */
  readonly figure?: { readonly value: string; readonly of: string };
  readonly paragraphs: readonly string[];
  readonly list?: readonly string[];
  readonly table?: Table;
  /** Pages that say more, and the one that does what the section says. */
  readonly see?: readonly (PageId | 'verify' | 'account' | 'contact')[];
  readonly since?: Feature;
}

/** A legal or editorial page. `{token}` stands for a value of the shop, see values.ts. */
export interface Page {
  readonly title: string;
  readonly lead: string;
  /** Only where a version is binding: a round keeps the version of the rules under which it opened. */
  readonly version?: string;
  readonly sections: readonly Section[];
}
