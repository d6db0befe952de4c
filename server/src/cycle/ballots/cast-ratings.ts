import type { RatingInput } from '@fraisier/shared/contracts/ballots.ts';
import type { Size } from '@fraisier/shared/cycle/garments.ts';
import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import { reasonsNotToVote, type Stars, type VoteReasonCode } from '@fraisier/shared/cycle/voting-rules.ts';
import type { Deps } from '../../deps.ts';
import type { Trx } from '../../platform/db/database.ts';
import { lockRound } from '../rounds/find-round.ts';
import type { Stage } from './ballots.sql.ts';
import {
  countShownAfterAll,
  type DealAnswer,
  lockDeals,
  type NewRating,
  type NoteChange,
  readVotes,
  type VoteRow,
  writeVotes,
} from './cast-ratings.sql.ts';
import { lockDealing } from './deals.sql.ts';
import { type SealedVote, sealVote } from './seal-vote.ts';
import { stageOf, type VotingRound } from './standing.ts';

export type VoteAnswer = RatingInput | { readonly skip: true };

export interface Vote {
  readonly memberId: string;
  readonly design: string;
  readonly answer: VoteAnswer;
}

/** A rating as it stands, and what proves it. */
export interface StandingRating extends SealedVote {
  readonly design: string;
  readonly stars: Stars;
  readonly wouldWear: boolean;
  readonly size: Size | null;
  readonly note: string | null;
}

export type VoteProblemCode = VoteReasonCode | 'already_rated' | 'bad_input';

/** A skip has no rating. */
export type VoteOutcome =
  | { readonly reasons: null; readonly rating: StandingRating | null }
  | { readonly reasons: readonly Reason<VoteProblemCode>[] };

/** Votes of one request: in order, an outcome for each, in one transaction. */
export function castRatings(deps: Deps, slug: string, votes: readonly Vote[]): Promise<VoteOutcome[]> {
  return deps.db.transaction().execute(async (trx) => castMany(trx, await lockRound(trx, slug, 'share'), votes));
}

/** Any number of votes of any number of voters, a thousand to a transaction. For the seed. */
export async function castForMany(deps: Deps, slug: string, votes: readonly Vote[]): Promise<VoteOutcome[]> {
  const outcomes: VoteOutcome[] = [];
  for (let start = 0; start < votes.length; start += 1000) {
    outcomes.push(...(await castRatings(deps, slug, votes.slice(start, start + 1000))));
  }
  return outcomes;
}

/**
 * Casts votes under the round's lock. Whatever one vote writes (rating, log line, opening, answered deal, note) is
 * written with the others' in the caller's transaction; a vote that the rules refuse writes nothing and stops nobody.
 */
export async function castMany(trx: Trx, round: VotingRound, votes: readonly Vote[]): Promise<VoteOutcome[]> {
  const all = votes.map((vote) => ({ ...vote, design: vote.design.toLowerCase() }));
  // A phase without votes has no deals either; the rule then says that it is closed.
  const stage = stageOf(round) ?? 'voting';
  await lockDeals(trx, { roundId: round.id, stage }, all);
  const outcomes = new Array<VoteOutcome>(all.length);
  for (const indexes of passesOf(all)) {
    const pass = await castPass(
      trx,
      { round, stage },
      indexes.map((index) => all[index]!),
    );
    for (const [nth, index] of indexes.entries()) outcomes[index] = pass[nth]!;
  }
  return outcomes;
}

/** The votes in passes, by their indexes: a voter's second answer to a design sees what the first one did. */
function passesOf(votes: readonly Vote[]): number[][] {
  const seen = new Map<string, number>();
  const passes = Map.groupBy(votes.keys(), (index) => {
    const { memberId, design } = votes[index]!;
    const pass = seen.get(`${memberId} ${design}`) ?? 0;
    seen.set(`${memberId} ${design}`, pass + 1);
    return pass;
  });
  return [...passes].sort(([a], [b]) => a - b).map(([, indexes]) => indexes);
}

interface Place {
  readonly round: VotingRound;
  readonly stage: Stage;
}

/** At most one vote per voter and design. */
async function castPass(trx: Trx, place: Place, votes: readonly Vote[]): Promise<VoteOutcome[]> {
  const { round, stage } = place;
  const rows = await readVotes(trx, { roundId: round.id, stage }, votes);
  const ratings: NewRating[] = [];
  const notes: NoteChange[] = [];
  const answers: DealAnswer[] = [];
  const shownAfterAll: string[] = [];

  const outcomes = votes.map(({ design, answer }, index): VoteOutcome => {
    const row = rows[index]!;
    const reasons = [...answerProblems(answer), ...voteProblems(round, row, answer)];
    const { pseudonym_id: pseudonymId, deal_id: dealId } = row;
    if (reasons.length > 0 || pseudonymId === null || dealId === null) return { reasons };

    const state = 'skip' in answer ? 'skipped' : 'rated';
    if (row.deal_state !== state) answers.push({ dealId, state });
    if (row.deal_state === 'expired') shownAfterAll.push(design);
    if ('skip' in answer) return { reasons: null, rating: null };

    const note = answer.note?.trim() ?? row.note ?? '';
    if (note !== (row.note ?? '')) notes.push({ pseudonymId, design, body: note });
    const said = {
      design,
      stars: answer.stars as Stars,
      wouldWear: answer.wouldWear,
      size: answer.size ?? null,
      note: note || null,
    };
    const standing = standingProof(row);
    if (standing && row.stars === said.stars && row.would_wear === said.wouldWear && row.size === said.size) {
      return { reasons: null, rating: { ...said, ...standing } };
    }
    const { stars, wouldWear, size } = said;
    const sealed = sealVote(round, { design, pseudonym: pseudonymId, stars, wouldWear, size }, row.leaf);
    ratings.push({ pseudonymId, design, stars, wouldWear, size, ...sealed });
    return { reasons: null, rating: { ...said, ...sealed } };
  });

  if (shownAfterAll.length > 0) {
    await lockDealing(trx, round.id, stage);
    await countShownAfterAll(trx, { roundId: round.id, stage }, shownAfterAll);
  }
  await writeVotes(trx, round.id, { ratings, answers, notes });
  return outcomes;
}

function standingProof({ line, leaf, salt, payload }: VoteRow): SealedVote | null {
  return line !== null && leaf !== null && salt !== null && payload !== null ? { line, leaf, salt, payload } : null;
}

/** What is wrong with the form of an answer, beyond what the contract can say. */
function answerProblems(answer: VoteAnswer): Reason<VoteProblemCode>[] {
  if ('skip' in answer) return [];
  const reasons: Reason<VoteProblemCode>[] = [];
  if (answer.size !== undefined && !answer.wouldWear) reasons.push({ code: 'bad_input', field: '/size' });
  // Postgres has no NUL in a text: here it costs one vote, there it would cost all that come with it.
  if (answer.note?.includes('\0')) reasons.push({ code: 'bad_input', field: '/note' });
  return reasons;
}

function voteProblems(round: VotingRound, row: VoteRow, answer: VoteAnswer): Reason<VoteProblemCode>[] {
  const reasons: Reason<VoteProblemCode>[] = reasonsNotToVote({
    phase: round.phase,
    late: row.late,
    dealt: row.deal_id !== null,
    ownDesign: row.own,
    accountCreatedAt: row.joined_at.getTime(),
    finalOpenedAt: round.final_at?.getTime() ?? null,
  });
  if ('skip' in answer && row.stars !== null) reasons.push({ code: 'already_rated' });
  return reasons;
}
