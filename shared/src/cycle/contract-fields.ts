/** The words that a rights contract is put together from (article L131-3): what is not named stays with the author. */

/** Printing the pieces, copying their pictures to sell them, showing these to the public. */
export const contractRights = ['print', 'copy', 'show'] as const;
export type ContractRight = (typeof contractRights)[number];

/** What the design is put on. */
export const contractSupports = ['t_shirt', 'shop_pages', 'mails', 'announcements'] as const;
export type ContractSupport = (typeof contractSupports)[number];

export const contractTerritories = ['world', 'european_union', 'france'] as const;
export type ContractTerritory = (typeof contractTerritories)[number];

export interface ContractFields {
  readonly rights: readonly ContractRight[];
  readonly supports: readonly ContractSupport[];
  readonly pieces: number;
  readonly territory: ContractTerritory;
  /** ISO moments. */
  readonly from: string;
  readonly to: string;
  readonly lumpSumCents: number;
  readonly isNet: boolean;
  /** The author's share of sales, in basis points. */
  readonly shareBp: number;
}
