import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { handCap, reasonsNotToVote, type VoteReasonCode } from '@fraisier/shared/cycle/voting-rules.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import type { Stage } from './ballots.sql.ts';
import { countExposed } from './deals.sql.ts';
import { readProgress, readWholeBallot } from './progress.sql.ts';

export type VotingRound = Pick<RoundRow, 'id' | 'slug' | 'phase' | 'final_at' | 'hand_cap'>;

export interface Voter {
  readonly id: string;
  readonly joinedAt: Date;
}

/** The contract's standing, without the submissions, which are another folder's. */
export type BallotStanding = Omit<NonNullable<Round['standing']>, 'submissions'>;

export function stageOf(round: Pick<VotingRound, 'phase'>): Stage | null {
  return round.phase === 'voting' || round.phase === 'final' ? round.phase : null;
}

/** No cap in the final: all finalists are dealt. */
const ALL = 2 ** 31 - 1;

/** How many designs a voter is shown at most in a stage. */
export async function capOf(db: Database | Trx, round: VotingRound, stage: Stage): Promise<number> {
  if (stage === 'final') return ALL;
  return round.hand_cap ?? handCap(await countExposed(db, round.id, 'voting'));
}

/** Whether the round's end has passed in the database, although no job has frozen it yet. */
export async function isLate(db: Database | Trx, round: Pick<VotingRound, 'id'>): Promise<boolean> {
  const row = await db
    .selectFrom('rounds')
    .select(sql<boolean>`freeze_due_at <= shop_now()`.as('late'))
    .where('id', '=', round.id)
    .executeTakeFirstOrThrow();
  return row.late;
}

/** Why this member cannot vote in the round at all; none when they can. */
export function reasonsNotToBegin(round: VotingRound, voter: Voter, late: boolean) {
  return reasonsNotToVote({
    phase: round.phase,
    late,
    dealt: true,
    ownDesign: false,
    accountCreatedAt: voter.joinedAt.getTime(),
    finalOpenedAt: round.final_at?.getTime() ?? null,
  });
}

/** Where a member stands in a round's vote. */
export async function standingOf(db: Database | Trx, round: VotingRound, voter: Voter): Promise<BallotStanding> {
  const reason: VoteReasonCode | null = reasonsNotToBegin(round, voter, await isLate(db, round))[0]?.code ?? null;
  const stage = stageOf(round);
  const said = { canVote: reason === null, cannotVoteReason: reason, stage };
  if (stage === null) {
    const { dealt, rated, skipped } = await readWholeBallot(db, round.id, voter.id);
    return { ...said, dealt, rated, skipped, left: 0, done: dealt > 0 };
  }
  const cap = await capOf(db, round, stage);
  const { dealt, rated, skipped, open, left } = await readProgress(db, {
    roundId: round.id,
    stage,
    memberId: voter.id,
    cap,
  });
  if (reason !== null) return { ...said, dealt, rated, skipped, left: 0, done: dealt > 0 };
  return { ...said, dealt, rated, skipped, left, done: open === 0 && left === 0 };
}
