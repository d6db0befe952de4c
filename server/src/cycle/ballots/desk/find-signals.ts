import { setImmediate } from 'node:timers/promises';
import {
  BURST,
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
import { listBallots, readAccountAge, readBurst } from './signals.sql.ts';

/** Ballots that people should look at together. */
export interface Finding {
  readonly signal: 'sole_favourite' | 'twin_ballots';
  readonly designId: string | null;
  readonly voters: readonly string[];
  /** What found them, first, then what supports it. */
  readonly evidence: readonly SignalRow[];
}

export interface Findings {
  /** Whose ballots are flat. */
  readonly flat: readonly string[];
  readonly clusters: readonly Finding[];
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
export async function findSignals(db: Database | Trx, roundId: string): Promise<Findings> {
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
  const flat: string[] = [];
  for await (const ballot of readBallots(db, roundId, designIds)) {
    if (isFlatBallot(ballot.marks)) flat.push(ballot.voter);
    else if (!upheld.has(ballot.voter)) ballots.push(ballot);
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
  const clusters: Finding[] = twins.map(({ members, ...counts }) => ({
    signal: 'twin_ballots',
    designId: null,
    voters: members.map((member) => alike[member]!.voter),
    evidence: [{ code: 'twin_ballots', counts }],
  }));
  for (const { design, members, of } of favourites) {
    const designId = designIds[design]!;
    const found: SignalRow = { code: 'sole_favourite', counts: { ballots: members.length, of } };
    clusters.push({
      signal: 'sole_favourite',
      designId,
      voters: members.map((member) => keen[member]!.voter),
      evidence: [found, ...(await support(db, roundId, designId))],
    });
  }
  return { flat, clusters };
}

/** What makes a cluster likelier, and is none by itself: offices and schools share addresses, and accounts are new once. */
async function support(db: Database | Trx, roundId: string, designId: string): Promise<SignalRow[]> {
  const rows: SignalRow[] = [];
  const accounts = await readBurst(db, roundId, designId);
  if (accounts >= BURST.accounts) rows.push({ code: 'burst', counts: { accounts, hours: BURST.hours } });
  const { young, roundYoung } = await readAccountAge(db, roundId, designId);
  if (young > roundYoung) {
    rows.push({ code: 'account_age', counts: { youngPercent: young, roundYoungPercent: roundYoung } });
  }
  return rows;
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
