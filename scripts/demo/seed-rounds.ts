import { countRatings } from '@fraisier/server/cycle/ballots/ballots.sql.ts';
import { castForMany, type Vote } from '@fraisier/server/cycle/ballots/cast-ratings.ts';
import { dealForMany } from '@fraisier/server/cycle/ballots/deal-hand.ts';
import { findClusters } from '@fraisier/server/cycle/ballots/desk/find-clusters.job.ts';
import { makeBundle } from '@fraisier/server/cycle/ballots/log/make-bundle.job.ts';
import { signHeads } from '@fraisier/server/cycle/ballots/log/sign-heads.job.ts';
import { moderateNote } from '@fraisier/server/cycle/ballots/moderate-note.ts';
import { listPendingNotes } from '@fraisier/server/cycle/ballots/notes.sql.ts';
import { mailLetters } from '@fraisier/server/cycle/feedback/mail-letters.job.ts';
import { type AdvanceTo, advanceRound } from '@fraisier/server/cycle/rounds/advance-round.ts';
import { closeRound } from '@fraisier/server/cycle/rounds/close-round.ts';
import { findRound } from '@fraisier/server/cycle/rounds/find-round.ts';
import { planRound } from '@fraisier/server/cycle/rounds/plan-round.ts';
import type { Deps } from '@fraisier/server/deps.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { designs as demoDesigns } from './art.ts';
import { listDealt, listTitles } from './demo.sql.ts';
import { notes } from './notes.ts';
import type { DemoPeople } from './seed-people.ts';
import { ratingOf, skips } from './voter-model.ts';

const order = ['planned', 'collecting', 'voting', 'final', 'frozen', 'counted', 'decided'];

interface Opening {
  /** `collecting` unless said otherwise; planned first where it is not. */
  readonly to?: AdvanceTo;
  readonly appealHours?: number;
  readonly finalAt?: Date;
}

/** Plans a round as Noé and moves it on; where it is there already, leaves it. */
export async function openDemoRound(deps: Deps, people: DemoPeople, slug: string, opening: Opening): Promise<void> {
  const actor = people.cast.get('noe')!;
  const round = await findRound(deps.db, slug).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') return null;
    throw error;
  });
  if (!round) {
    const { appealHours, finalAt } = opening;
    await planRound(deps, actor, {
      slug,
      // A demo has hundreds of voters, not thousands.
      quorumFinal: 30,
      quorumMedian: 20,
      ...(appealHours === undefined ? {} : { appealHours }),
      ...(finalAt ? { finalAt: finalAt.toISOString() } : {}),
    });
  }
  const to = opening.to ?? 'collecting';
  if (order.indexOf(round?.phase ?? 'planned') >= order.indexOf(to)) return;
  await advanceRound(deps, { slug, to, actor });
  // No worker runs while the months go by: what must be signed in its time is signed here.
  const occasion = to === 'final' ? 'cut' : to === 'frozen' ? 'freeze' : undefined;
  if (occasion) await signHeads(deps, { roundId: (await findRound(deps.db, slug)).id, occasion });
}

/**
 * Deals hands to the first voters of the crowd and casts what the voter model says, with the words that go with it; an
 * operator lets the words of the decided round pass. The same again changes nothing. Gives the ratings of the round.
 */
export async function vote(
  deps: Deps,
  people: DemoPeople,
  slug: string,
  { voters, hands }: { voters: number; hands: (voter: number) => number },
): Promise<number> {
  const round = await findRound(deps.db, slug);
  if (round.phase === 'voting') {
    const codes = await codesOf(deps.db, round.id);
    const crowd = people.voters.slice(0, voters);
    const indexes = new Map(crowd.map((member, index) => [member.id, index]));
    let dealt = await listDealt(deps.db, round.id);
    if (dealt.length === 0) {
      for (const [count, members] of Map.groupBy(crowd, (_, index) => hands(index))) {
        await dealForMany(deps, slug, members, { hands: count });
      }
      dealt = await listDealt(deps.db, round.id);
    }
    const votes = dealt.flatMap(({ memberId, designId }): Vote[] => {
      const voter = indexes.get(memberId);
      if (voter === undefined) return [];
      return [{ memberId, design: designId, answer: answerOf(voter, codes.get(designId)!) }];
    });
    await castForMany(deps, slug, votes);
    await signHeads(deps, {});
    await findClusters(deps);
    await letWordsPass(deps, people, codes);
  }
  return countRatings(deps.db, round.id);
}

function answerOf(voter: number, code: string): Vote['answer'] {
  const word = notes.find((note) => note.design === code && note.voter === voter);
  if (!word && skips(voter, code)) return { skip: true };
  return { ...ratingOf(voter, code), ...(word ? { note: word.text } : {}) };
}

/** The demo's own code of each design of a round. */
async function codesOf(db: Deps['db'], roundId: string): Promise<Map<string, string>> {
  const codes = new Map(demoDesigns.map((design) => [design.title, design.id]));
  return new Map((await listTitles(db, roundId)).map((row) => [row.id, codes.get(row.title)!]));
}

async function letWordsPass(deps: Deps, people: DemoPeople, designIds: ReadonlyMap<string, string>): Promise<void> {
  const pending = (await listPendingNotes(deps.db, { limit: 200 })).filter((note) => designIds.has(note.design));
  // Two are left, so that the desk has something to do.
  for (const note of pending.slice(0, -2)) {
    await moderateNote(deps, note.id, 'approved', people.cast.get('lea')!);
  }
}

/** Closes the counted round as Léa, and writes the letters. */
export async function closeDemoRound(deps: Deps, people: DemoPeople, slug: string): Promise<void> {
  const round = await findRound(deps.db, slug);
  if (round.phase === 'counted') await closeRound(deps, people.cast.get('lea')!, slug, {});
  await makeBundle(deps, { roundId: round.id });
  await mailLetters(deps, { roundId: round.id });
}
