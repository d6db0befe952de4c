import type { CloseLine, CutLine, Line } from './shapes.ts';

/** What became of a ballot line. A line counts when nothing did. */
export const REPLACED = 1;
export const ERASED = 2;
export const SET_ASIDE = 4;
/** Not a ballot line at all. */
export const ACT = 8;

export interface CutMoment {
  readonly index: number;
  readonly line: CutLine;
  /** What had become of each line before the cut. */
  readonly fates: readonly number[];
  /** Erasures before it. */
  readonly erasures: number;
}

export interface Replay {
  /** The place of each leaf. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly commitments: readonly string[];
  /** The place of the line that a ballot line replaces; -1 where it replaces none. */
  readonly replaces: readonly number[];
  readonly fates: readonly number[];
  readonly cut: CutMoment | null;
  readonly close: CloseLine | null;
  /** The first line that breaks a rule, and how. */
  readonly fault: { readonly index: number; readonly what: string } | null;
  readonly acts: Readonly<Record<string, number>>;
}

/** Follows a log line by line; a line that breaks a rule is remembered, and has no effect. */
export function createReplay() {
  const indexOf = new Map<string, number>();
  const commitments: string[] = [];
  const replaces: number[] = [];
  const fates: number[] = [];
  const acts: Record<string, number> = {};
  let cut: CutMoment | null = null;
  let close: CloseLine | null = null;
  let prolonged = false;
  let fault: Replay['fault'] = null;

  return {
    add(line: Line, leaf: string): void {
      const index = fates.length;
      const what = indexOf.has(leaf) ? 'the same line twice' : follow(line, index);
      if (what !== null && fault === null) fault = { index, what };
      if (!indexOf.has(leaf)) indexOf.set(leaf, index);
      commitments.push(line.kind === 'ballot' ? line.commitment : '');
      if (replaces.length === index) replaces.push(-1);
      fates.push(line.kind === 'ballot' ? 0 : ACT);
      acts[line.kind] = (acts[line.kind] ?? 0) + 1;
    },
    result: (): Replay => ({ indexOf, commitments, replaces, fates, cut, close, fault, acts }),
  };

  function follow(line: Line, index: number): string | null {
    if (close) return 'a line behind the close';
    switch (line.kind) {
      case 'ballot':
        return line.replaces === null ? null : replace(line.replaces, index);
      case 'dismiss':
        return ballotsOf(line.leaves) ? null : 'it names what is no earlier ballot line';
      case 'quarantine':
      case 'release':
      case 'erase': {
        const named = ballotsOf(line.leaves);
        if (!named) return 'it names what is no earlier ballot line';
        for (const at of named) {
          if (line.kind === 'erase') fates[at]! |= ERASED;
          else if (line.kind === 'quarantine') fates[at]! |= SET_ASIDE;
          else fates[at]! &= ~SET_ASIDE;
        }
        return null;
      }
      case 'prolong':
        if (!cut || prolonged) return 'the final is prolonged once, and not before the cut';
        prolonged = true;
        return null;
      case 'cut':
        if (cut) return 'a second cut';
        cut = { index, line, fates: fates.slice(), erasures: acts.erase ?? 0 };
        return line.size === index ? null : `it says that ${line.size} lines stand before it`;
      case 'close':
        close = line;
        return line.size === index ? null : `it says that ${line.size} lines stand before it`;
    }
  }

  function replace(leaf: string, index: number): string | null {
    const at = indexOf.get(leaf);
    if (at === undefined || fates[at]! & ACT) return 'it replaces what is no earlier ballot line';
    if (fates[at]! & REPLACED) return 'it replaces a line that was replaced already';
    fates[at]! |= REPLACED;
    replaces[index] = at;
    return null;
  }

  function ballotsOf(leaves: readonly string[]): number[] | null {
    const places = leaves.map((leaf) => indexOf.get(leaf));
    const all = places.every((at): at is number => at !== undefined && !(fates[at]! & ACT));
    return all ? places : null;
  }
}
