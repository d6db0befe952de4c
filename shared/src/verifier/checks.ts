/**
 * The checks of a bundle, in their order; then one of each receipt and each kept head that came with it.
 *
 * archive: the file holds all its parts. key: the round's key is whole, and the one that was given. manifest: the short
 * files are those that the shop signed. heads: every head is signed by it, sizes ascend. log: every line is well-formed.
 * tree: the lines give the root of every head, so no line under a head was changed, dropped or moved. rules: each line
 * may stand where it stands. last_head: the log ends with the close, under a head. openings: what opens a line is what
 * was sealed in it. unopened: only erased lines stay sealed, and all of them do. ballots: one voter, one rating for a
 * design. histograms, sizes, totals, ranking, cut, quorum, set_aside, winners: the result, part by part.
 */
export const bundleChecks = [
  'archive',
  'key',
  'manifest',
  'heads',
  'log',
  'tree',
  'rules',
  'last_head',
  'openings',
  'unopened',
  'ballots',
  'histograms',
  'sizes',
  'totals',
  'ranking',
  'cut',
  'quorum',
  'set_aside',
  'winners',
] as const;

export type BundleCheckId = (typeof bundleChecks)[number];
export type CheckId = BundleCheckId | 'receipt' | 'kept_head';

export interface Check {
  readonly id: CheckId;
  /** Null when an earlier failure, or an erasure, leaves nothing to check it by. */
  readonly ok: boolean | null;
  /** What to name in the sentence about it. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** In English, for who looks closer: what is wrong, or what could not be checked. */
  readonly detail: string | null;
}
