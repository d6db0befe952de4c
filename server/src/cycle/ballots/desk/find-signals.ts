import { setImmediate } from 'node:timers/promises';
import {
  favouriteClusters,
  isFlatBallot,
  type Marks,
  soleFavourite,
  type TwinCluster,
  twinClusters,
} from '@fraisier/shared/cycle/signals.ts';
import type { Database, Trx } from '../../../platform/db/database.ts';
import { admittedIds } from '../ballots.sql.ts';
import { listUpheld } from './appeals.sql.ts';
import { listMembers, type SignalRow } from './clusters.sql.ts';
import { listBallots } from './signals.sql.ts';

/** Ballots that people should look at together. */
export interface Finding {
  readonly signal: 'sole_favourite' | 'twin_ballots';
  readonly designId: string | null;
  readonly voters: readonly string[];
  readonly found: SignalRow;
}

interface Ballot {
  readonly voter: string;
  readonly marks: Marks;
}

const AT_ONCE = 5000;

/**
 * What the review signals see in a round now. Ballots that were decided about are left out of the signal they were
 * decided for, and those whose appeal was upheld out of all: only new ballots make a new cluster. Flat ones have a rule
 * of their own, and are one another's twins by nature.
 */
export async function findSignals(db: Database | Trx, roundId: string): Promise<Finding[]> {
  const designIds = await admittedIds(db, roundId);
  const upheld = await listUpheld(db, roundId);
  const decided = (await listMembers(db, roundId)).filter((cluster) => cluster.state !== 'open');
  const twinsDecided = new Set(
    decided.filter(({ signal }) => signal === 'twin_ballots').flatMap((cluster) => cluster.voters),
  );
  const favouriteDecided = new Set(
    decided.flatMap(({ signal, design_id, voters }) =>
      signal === 'sole_favourite' ? voters.map((voter) => `${voter} ${design_id}`) : [],
    ),
  );
  const ballots: Ballot[] = [];
  for await (const ballot of readBallots(db, roundId, designIds)) {
    if (!upheld.has(ballot.voter) && !isFlatBallot(ballot.marks)) ballots.push(ballot);
  }
  const keen = ballots.filter(({ voter, marks }) => {
    const favourite = soleFavourite(marks);
    return favourite === null || !favouriteDecided.has(`${voter} ${designIds[favourite]}`);
  });
  const favourites = favouriteClusters(
    keen.map((ballot) => ballot.marks),
    designIds.length,
  );
  const alike = ballots.filter((ballot) => !twinsDecided.has(ballot.voter));
  const twins = await twinsAmong(alike);
  return [
    ...favourites.map(({ design, members, of }) => ({
      signal: 'sole_favourite' as const,
      designId: designIds[design]!,
      voters: members.map((member) => keen[member]!.voter),
      found: { code: 'sole_favourite' as const, counts: { ballots: members.length, of } },
    })),
    ...twins.map(({ members, ...counts }) => ({
      signal: 'twin_ballots' as const,
      designId: null,
      voters: members.map((member) => alike[member]!.voter),
      found: { code: 'twin_ballots' as const, counts },
    })),
  ];
}

async function* readBallots(db: Database | Trx, roundId: string, designIds: readonly string[]): AsyncGenerator<Ballot> {
  let after: string | null = null;
  do {
    const page = await listBallots(db, roundId, { designIds, after, limit: AT_ONCE });
    for (const { voter, marks } of page.ballots) yield { voter, marks: Int32Array.from(marks) };
    after = page.last;
  } while (after !== null);
}

async function twinsAmong(ballots: readonly Ballot[]): Promise<TwinCluster[]> {
  const search = twinClusters(ballots.map((ballot) => ballot.marks));
  let step = search.next();
  for (; !step.done; step = search.next()) await setImmediate();
  return step.value;
}
