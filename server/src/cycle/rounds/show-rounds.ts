import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { Member } from '../../people/accounts.ts';
import type { Database } from '../../platform/db/database.ts';
import { countBallots } from '../ballots/ballots.sql.ts';
import { standingOf } from '../ballots/standing.ts';
import { findRound } from './find-round.ts';
import { listSubmissionsOf, readFigures } from './round-figures.sql.ts';
import { listRoundRows, type RoundRow } from './rounds.sql.ts';
import { roundView } from './rounds.view.ts';

/** A year of rounds. */
const PAGE = 12;

/** Rounds, newest month first. The cursor is the name of the last one shown. */
export async function showRounds(
  db: Database,
  member: Member | null,
  cursor: string | undefined,
): Promise<{ items: Round[]; nextCursor: string | null }> {
  const rows = await listRoundRows(db, { before: cursor, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return {
    items: await viewsOf(db, shown, member),
    nextCursor: rows.length > PAGE ? (shown.at(-1)?.slug ?? null) : null,
  };
}

export async function showRound(db: Database, member: Member | null, slug: string): Promise<Round> {
  return viewOf(db, await findRound(db, slug), member);
}

export async function viewOf(db: Database, round: RoundRow, member: Member | null): Promise<Round> {
  const [view] = await viewsOf(db, [round], member);
  return view!;
}

async function viewsOf(db: Database, rounds: readonly RoundRow[], member: Member | null): Promise<Round[]> {
  if (rounds.length === 0) return [];
  const ids = rounds.map((round) => round.id);
  const figures = await readFigures(db, ids);
  const ballots = await countBallots(db, ids);
  const submissions = member ? await listSubmissionsOf(db, member.id, ids) : [];
  const views: Round[] = [];
  for (const round of rounds) {
    const standing = member && {
      ...(await standingOf(db, round, member)),
      submissions: submissions
        .filter((one) => one.roundId === round.id)
        .map(({ id, title, state }) => ({ id, title, state })),
    };
    views.push(roundView(round, { figures: figures.get(round.id)!, ballots: ballots.get(round.id)!, standing }));
  }
  return views;
}
