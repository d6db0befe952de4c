import type { RatingInput } from '@fraisier/shared/contracts/ballots.ts';
import type { Size } from '@fraisier/shared/cycle/garments.ts';
import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import { reasonsNotToVote, type Stars, type VoteReasonCode } from '@fraisier/shared/cycle/voting-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import { LATER } from '../../platform/db/batcher.ts';
import type { Database } from '../../platform/db/database.ts';
import {
  type DealAnswer,
  type NewRating,
  type NoteChange,
  readProofs,
  readVotes,
  type VoteBy,
  type VoteRow,
  writeVotes,
} from './cast-ratings.sql.ts';
import { type SealedVote, sealVote, signReceipts } from './seal-vote.ts';

export type VoteAnswer = RatingInput | { readonly skip: true };

export type Vote = VoteBy & {
  readonly design: string;
  readonly answer: VoteAnswer;
};

/** A rating as it stands, and what proves it. */
export interface StandingRating extends SealedVote {
  /** The receipt's; null where nobody asked for it. */
  readonly signature: string | null;
  readonly design: string;
  readonly stars: Stars;
  readonly wouldWear: boolean;
  readonly size: Size | null;
  readonly note: string | null;
}

export type VoteProblemCode = VoteReasonCode | 'already_rated' | 'bad_input' | 'not_signed_in' | 'not_found';

/** A skip has no rating. */
export type VoteOutcome =
  | { readonly reasons: null; readonly rating: StandingRating | null; readonly sessionEndsAt: Date | null }
  | { readonly reasons: readonly Reason<VoteProblemCode>[] };

/** How often a vote that someone else got in the way of is looked at again. It is a voter's own other device. */
const TRIES = 20;

/** Votes, in order, an outcome for each: a voter's second answer to a design sees what the first one did. */
export async function castRatings(deps: Deps, slug: string, votes: readonly Vote[]): Promise<VoteOutcome[]> {
  const outcomes = new Array<VoteOutcome>(votes.length);
  let left = [...votes.keys()];
  while (left.length > 0) {
    const batch = await castBatch(
      { votesDb: deps.votesDb },
      slug,
      left.map((index) => votes[index]!),
    );
    left = left.filter((index, nth) => {
      const outcome = batch[nth]!;
      if (outcome !== LATER) outcomes[index] = outcome;
      return outcome === LATER;
    });
  }
  return outcomes;
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
 * Votes of many voters, at most one of a voter and design: the next one, and all of that voter's after it, come later.
 * Whatever the votes write (rating, log line, opening, answered deal, note) is one transaction; a vote that the rules
 * refuse writes nothing and stops nobody. What was read before is checked again where it is written. With keys, the
 * receipts are signed while the database writes.
 */
export async function castBatch(
  { votesDb: db, keys }: Pick<Deps, 'votesDb'> & Partial<Pick<Deps, 'keys'>>,
  slug: string,
  votes: readonly Vote[],
): Promise<(VoteOutcome | typeof LATER)[]> {
  const asked = votes.map((vote) => ({ ...vote, design: vote.design.toLowerCase() }));
  for (let tries = 0; tries < TRIES; tries++) {
    const rows = await readVotes(db, slug, asked);
    const again = rows.flatMap((row, nth) => (saysAgain(row, asked[nth]!.answer) ? row.leaf : []));
    const proofs = again.length > 0 ? await readProofs(db, rows[0]!.round_id!, again) : noProofs;
    const batch = new Batch(slug, rows, proofs);
    const outcomes = asked.map((vote, nth) => batch.take(nth, vote));
    const [answers, written] = await Promise.all([keys ? signed(keys, slug, outcomes) : outcomes, batch.write(db)]);
    if (written) return answers;
  }
  throw new Problem('unavailable', { detail: 'The vote was changed from several sides at once.' });
}

async function signed(keys: Keys, slug: string, outcomes: readonly (VoteOutcome | typeof LATER)[]) {
  const rated = outcomes.filter(hasRating);
  if (rated.length === 0) return outcomes.slice();
  const signatures = (
    await signReceipts(
      keys,
      slug,
      rated.map(({ rating }) => rating),
    )
  ).values();
  return outcomes.map((outcome) =>
    hasRating(outcome)
      ? { ...outcome, rating: { ...outcome.rating, signature: signatures.next().value ?? null } }
      : outcome,
  );
}

type Rated = Extract<VoteOutcome, { readonly reasons: null }> & { readonly rating: StandingRating };

function hasRating(outcome: VoteOutcome | typeof LATER): outcome is Rated {
  return outcome !== LATER && outcome.reasons === null && outcome.rating !== null;
}

class Batch {
  private readonly ratings: NewRating[] = [];
  private readonly answers: DealAnswer[] = [];
  private readonly notes: NoteChange[] = [];
  /** The designs that a voter answers in this batch; null once something of theirs has to wait. */
  private readonly answered = new Map<string, Set<string> | null>();
  private readonly slug: string;
  private readonly rows: readonly VoteRow[];
  private readonly proofs: ReadonlyMap<string, SealedVote>;

  constructor(slug: string, rows: readonly VoteRow[], proofs: ReadonlyMap<string, SealedVote>) {
    this.slug = slug;
    this.rows = rows;
    this.proofs = proofs;
  }

  /** Judges a vote and notes what is to be written for it. */
  take(nth: number, vote: Vote): VoteOutcome | typeof LATER {
    const row = this.rows[nth]!;
    const { design, answer } = vote;
    if (row.member_id === null || isOfAnother(vote, row.member_id)) return { reasons: [{ code: 'not_signed_in' }] };
    if (row.round_id === null) return { reasons: [{ code: 'not_found' }] };
    if (this.mustWait(row.member_id, design)) return LATER;
    const reasons = [...answerProblems(answer), ...voteProblems(row, answer)];
    const { pseudonym_id: pseudonymId, deal_id: dealId, session_ends_at: sessionEndsAt } = row;
    if (reasons.length > 0 || pseudonymId === null || dealId === null) return { reasons };

    const state = 'skip' in answer ? 'skipped' : 'rated';
    const from = row.deal_state!;
    if (from !== state) this.answers.push({ dealId, pseudonymId, design, from, state });
    if ('skip' in answer) return { reasons: null, rating: null, sessionEndsAt };

    const note = answer.note?.trim() ?? row.note ?? '';
    if (note !== (row.note ?? '')) this.notes.push({ pseudonymId, design, body: note });
    const said = {
      design,
      stars: answer.stars as Stars,
      wouldWear: answer.wouldWear,
      size: answer.size ?? null,
      note: note || null,
      signature: null,
    };
    const standing = saysAgain(row, answer) ? this.proofs.get(row.leaf.toString('hex')) : undefined;
    if (standing) return { reasons: null, rating: { ...said, ...standing }, sessionEndsAt };
    const { stars, wouldWear, size } = said;
    const sealed = sealVote(this.slug, { design, pseudonym: pseudonymId, stars, wouldWear, size }, row.leaf);
    this.ratings.push({ pseudonymId, design, stars, wouldWear, size, replaces: row.leaf, ...sealed });
    return { reasons: null, rating: { ...said, ...sealed }, sessionEndsAt };
  }

  private mustWait(memberId: string, design: string): boolean {
    const designs = this.answered.get(memberId);
    if (designs === undefined) this.answered.set(memberId, new Set([design]));
    else if (designs === null || designs.has(design)) this.answered.set(memberId, null);
    else designs.add(design);
    return this.answered.get(memberId) === null;
  }

  /** False when what was read is no longer so. */
  async write(db: Database): Promise<boolean> {
    const { ratings, answers, notes } = this;
    if (ratings.length + answers.length + notes.length === 0) return true;
    const { round_id: id, phase } = this.rows[0]!;
    if (id === null || (phase !== 'voting' && phase !== 'final')) throw new Error('votes for a round that takes none');
    return writeVotes(db, { id, slug: this.slug, stage: phase }, { ratings, answers, notes });
  }
}

/** Who gave it is not who is signed in. */
function isOfAnother(vote: VoteBy, memberId: string): boolean {
  return 'session' in vote && vote.voter !== undefined && vote.voter.toLowerCase() !== memberId;
}

const noProofs: ReadonlyMap<string, SealedVote> = new Map();

/** The rating is the one that stands: its receipt is answered again. */
function saysAgain(row: VoteRow, answer: VoteAnswer): row is VoteRow & { readonly leaf: Buffer } {
  if (row.leaf === null || 'skip' in answer) return false;
  return row.stars === answer.stars && row.would_wear === answer.wouldWear && row.size === (answer.size ?? null);
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

function voteProblems(row: VoteRow, answer: VoteAnswer): Reason<VoteProblemCode>[] {
  const reasons: Reason<VoteProblemCode>[] = reasonsNotToVote({
    phase: row.phase!,
    late: row.late !== false,
    dealt: row.deal_id !== null,
    ownDesign: row.own,
    accountCreatedAt: row.joined_at!.getTime(),
    finalOpenedAt: row.final_at?.getTime() ?? null,
  });
  if ('skip' in answer && row.stars !== null) reasons.push({ code: 'already_rated' });
  return reasons;
}
