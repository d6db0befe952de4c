import {
  BURST,
  designOf,
  favouriteClusters,
  isFlatBallot,
  type Marks,
  starsOf,
  twinClusters,
} from '@fraisier/shared/cycle/signals.ts';
import type { Crowd } from './crowd.ts';

/** The signals of the desk; `burst` only supports another one. */
export const signals = ['flat', 'sole', 'twins', 'burst'] as const;
export type Signal = (typeof signals)[number];

/** For each signal, 1 for every voter whose ballot shows it. */
export type Suspects = Readonly<Record<Signal, Uint8Array>>;

export function flatBallots(marks: readonly Marks[]): Uint8Array {
  return Uint8Array.from(marks, (ballot) => (isFlatBallot(ballot) ? 1 : 0));
}

/** The shop's signals on ballots in memory. As in its desk, flat ballots are left to their own rule. */
export function findSuspects(crowd: Crowd, marks: readonly Marks[]): Suspects {
  const flat = flatBallots(marks);
  const voters = [...marks.keys()].filter((voter) => flat[voter] === 0 && marks[voter]!.length > 0);
  const ballots = voters.map((voter) => marks[voter]!);
  const flags = (found: Iterable<number>) => {
    const set = new Uint8Array(marks.length);
    for (const voter of found) set[voter] = 1;
    return set;
  };
  const votersOf = (clusters: readonly { readonly members: readonly number[] }[]) =>
    flags(clusters.flatMap((cluster) => cluster.members.map((member) => voters[member]!)));
  return {
    flat,
    sole: votersOf(favouriteClusters(ballots, crowd.designs)),
    twins: votersOf(toEnd(twinClusters(ballots))),
    burst: flags(bursts(crowd, marks)),
  };
}

function toEnd<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Young accounts of one network that gave one design its stars within a day, where there are enough of them. The
 * shop's own is a query (server/src/cycle/ballots/desk/signals.sql.ts); this one reads the same constants.
 */
function bursts(crowd: Crowd, marks: readonly Marks[]): Set<number> {
  const keen = new Map<string, number[]>();
  for (const voter of crowd.arrival) {
    if (crowd.young[voter] === 0) continue;
    for (const mark of marks[voter]!) {
      if (starsOf(mark) < BURST.stars) continue;
      const together = `${crowd.network[voter]}/${designOf(mark)}`;
      keen.set(together, [...(keen.get(together) ?? []), voter]);
    }
  }
  const found = new Set<number>();
  for (const voters of keen.values()) {
    for (const [first, voter] of voters.entries()) {
      const within = voters.slice(first).filter((other) => crowd.hour[other]! - crowd.hour[voter]! <= BURST.hours);
      if (within.length >= BURST.accounts) for (const member of within) found.add(member);
    }
  }
  return found;
}
