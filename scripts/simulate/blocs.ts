/** How dishonest voters behave. What each answers stands in answers.ts. */
export const blocKinds = [
  /** 5 stars to their favourite, 1 to all others. */
  'blatant',
  /** 5 stars to their favourite, 1 or 2 to all others. */
  'sole',
  /** As `sole`, from accounts of the last days, in one network and within one day. */
  'newcomers',
  /** No favourite: 1 star to everything. */
  'saboteurs',
  /** 5 stars to their favourite, mostly 1 or 2 to what they honestly like, their honest answer to the rest. */
  'camouflaged',
  /** One person with many accounts: every one answers as the first does, who is `camouflaged`. */
  'copies',
  /** As `camouflaged`, in the final only, where they know all sixteen; they lift the weak ones to hide. */
  'finalOnly',
] as const;
export type BlocKind = (typeof blocKinds)[number];

/** What a bloc pushes. */
export const favourites = [
  /** Any design but the best, by lot. */
  'any',
  /** One of the best tenth (two at least), but not the best: the bloc has little left to do. */
  'strong',
] as const;
export type Favourite = (typeof favourites)[number];

export interface Bloc {
  readonly kind: BlocKind;
  /** Of all voters. */
  readonly percent: number;
  readonly favourite: Favourite;
}
