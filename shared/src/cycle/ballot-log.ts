import { lineProblem, payloadProblem } from './ballot-log-shapes.ts';
import { type CanonicalValue, canonicalJson, parseCanonicalJson } from './canonical-json.ts';

export { logLineKinds } from './ballot-log-shapes.ts';
export { commitmentPreimage, leafPreimage, readReceiptCode, receiptCode, receiptText } from './receipts.ts';

/**
 * The lines of a round's public log, in their final form: published heads cover these very bytes, so nothing here may
 * ever change for `v: 1`. A line is canonical JSON, has exactly the members given below, and is known by its leaf: the
 * lower-case hex of SHA-256(leafPreimage(line)). The order of the lines is the log's; no line holds its place or time.
 *
 * Which ballot lines count: those that no later line replaces, that no line erases, and that are not set aside. A line
 * is set aside when the last quarantine or release that names it is a quarantine; a line that replaces one set aside
 * stands on its own.
 */
export type LogLine =
  | BallotLine
  | QuarantineLine
  | DismissLine
  | ReleaseLine
  | EraseLine
  | CutLine
  | ProlongLine
  | CloseLine;

/** One rating, sealed. A changed mind is a new line that names the leaf it replaces. */
export interface BallotLine {
  readonly kind: 'ballot';
  readonly v: 1;
  readonly round: string;
  /** SHA-256(commitmentPreimage(salt, payload)), lower-case hex. */
  readonly commitment: string;
  /** The leaf of the older line about the same design by the same pseudonym. */
  readonly replaces: string | null;
}

interface NamesLeaves {
  readonly v: 1;
  readonly round: string;
  /** The leaves of ballot lines that stand earlier in the log: ascending, at least one, none twice. */
  readonly leaves: readonly string[];
}

interface NamesLeavesWithReason extends NamesLeaves {
  /** A word such as `flat_ballot`; see `quarantineReasons` and `releaseReasons` for those in use. */
  readonly reason: string;
}

/** These ratings are set aside: they stay in the log and are opened with the rest, but do not count. */
export interface QuarantineLine extends NamesLeavesWithReason {
  readonly kind: 'quarantine';
}

/** These ratings were looked at and left in the count. Changes nothing; it is there so that looking leaves a trace. */
export interface DismissLine extends NamesLeavesWithReason {
  readonly kind: 'dismiss';
}

/** These ratings were set aside and count again. */
export interface ReleaseLine extends NamesLeavesWithReason {
  readonly kind: 'release';
}

/**
 * A voter erased their account before the close: payload and salt of all their lines, replaced ones too, are gone, and
 * none counts. Says no reason: it is nobody's business.
 */
export interface EraseLine extends NamesLeaves {
  readonly kind: 'erase';
}

/** A design that was taken out of the running, and the published reason code. */
export interface PassedOver {
  readonly design: string;
  readonly reason: string;
}

interface Decision {
  readonly v: 1;
  readonly round: string;
  /** How many lines stand before this one. */
  readonly size: number;
  /** How many ratings count among those lines. */
  readonly ratings: number;
  /** Designs out of the running, by ascending id. */
  readonly passedOver: readonly PassedOver[];
}

/**
 * The voting phase ended and these designs went to the final; it is never redone. Ids ascend, so the line tells no
 * order, and it holds no score. Ratings erased later can no longer be opened: who recounts the cut then says how many
 * are missing.
 */
export interface CutLine extends Decision {
  readonly kind: 'cut';
  readonly finalists: readonly string[];
}

/** The final goes on, once. `due` is the new end in UTC with milliseconds, such as 2027-01-07T19:00:00.000Z. */
export interface ProlongLine {
  readonly kind: 'prolong';
  readonly v: 1;
  readonly round: string;
  readonly due: string;
  readonly reason: string;
}

/** The round is decided. The last line of its log. */
export interface CloseLine extends Decision {
  readonly kind: 'close';
  /** Ascending ids; more than one when the first place is shared, none when nobody voted. */
  readonly winners: readonly string[];
  /** Whether the quorum was met; if not, the shop chose from a shortlist. */
  readonly quorum: boolean;
  /** How many ratings are set aside among the lines before this one. */
  readonly setAside: number;
}

export const quarantineReasons = ['flat_ballot', 'sole_favourite', 'twin_ballots', 'other'] as const;
export const releaseReasons = ['appeal_upheld', 'no_longer_flat', 'mistake', 'other'] as const;
export const dismissReasons = ['honest_pattern', 'shared_network', 'other'] as const;

/** What a ballot seals. `size` is the garment size of someone who would wear it, where they said so. */
export interface BallotPayload {
  readonly v: 1;
  readonly design: string;
  readonly pseudonym: string;
  readonly size: string | null;
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly wouldWear: boolean;
}

type Unstamped<Line> = Omit<Line, 'kind' | 'v'>;

export function ballotLine({ round, commitment, replaces }: Unstamped<BallotLine>): string {
  return seal({ kind: 'ballot', v: 1, round, commitment, replaces });
}

export function quarantineLine({ round, leaves, reason }: Unstamped<QuarantineLine>): string {
  return seal({ kind: 'quarantine', v: 1, round, leaves: ascending(leaves), reason });
}

export function dismissLine({ round, leaves, reason }: Unstamped<DismissLine>): string {
  return seal({ kind: 'dismiss', v: 1, round, leaves: ascending(leaves), reason });
}

export function releaseLine({ round, leaves, reason }: Unstamped<ReleaseLine>): string {
  return seal({ kind: 'release', v: 1, round, leaves: ascending(leaves), reason });
}

export function eraseLine({ round, leaves }: Unstamped<EraseLine>): string {
  return seal({ kind: 'erase', v: 1, round, leaves: ascending(leaves) });
}

export function cutLine({ round, size, ratings, finalists, passedOver }: Unstamped<CutLine>): string {
  return seal({
    kind: 'cut',
    v: 1,
    round,
    size,
    ratings,
    finalists: ascending(finalists),
    passedOver: byDesign(passedOver),
  });
}

export function prolongLine({ round, due, reason }: Unstamped<ProlongLine>): string {
  return seal({ kind: 'prolong', v: 1, round, due, reason });
}

export function closeLine(line: Unstamped<CloseLine>): string {
  return seal({
    kind: 'close',
    v: 1,
    round: line.round,
    size: line.size,
    ratings: line.ratings,
    setAside: line.setAside,
    quorum: line.quorum,
    winners: ascending(line.winners),
    passedOver: byDesign(line.passedOver),
  });
}

/** Reads a line; throws, with what is wrong, on anything that no builder above would have written. */
export function parseLogLine(text: string): LogLine {
  const value = parseCanonicalJson(text);
  const problem = lineProblem(value);
  if (problem !== null) throw new SyntaxError(`not a log line: ${problem}`);
  return value as unknown as LogLine;
}

export function ballotPayload({ design, pseudonym, size, stars, wouldWear }: Omit<BallotPayload, 'v'>): string {
  const payload = { v: 1, design, pseudonym, size, stars, wouldWear };
  const problem = payloadProblem(payload);
  if (problem !== null) throw new TypeError(`not a ballot: ${problem}`);
  return canonicalJson(payload);
}

export function parseBallotPayload(text: string): BallotPayload {
  const value = parseCanonicalJson(text);
  const problem = payloadProblem(value);
  if (problem !== null) throw new SyntaxError(`not a ballot: ${problem}`);
  return value as unknown as BallotPayload;
}

function seal(line: { readonly [key: string]: CanonicalValue }): string {
  const problem = lineProblem(line);
  if (problem !== null) throw new TypeError(`not a log line: ${problem}`);
  return canonicalJson(line);
}

function ascending(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

function byDesign(passedOver: readonly PassedOver[]): { design: string; reason: string }[] {
  return passedOver
    .map(({ design, reason }) => ({ design, reason }))
    .sort((a, b) => (a.design < b.design ? -1 : a.design > b.design ? 1 : 0));
}
