import type { getBallot, listMyBallots } from '@fraisier/shared/contracts/ballots.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { Deps } from '../../deps.ts';
import { findRound } from '../rounds/find-round.ts';
import { cardsOf } from '../submissions/cards.ts';
import { ratingRowView, receiptView } from './ballots.view.ts';
import { setAsideOf } from './desk/set-aside-of.ts';
import { listBallotRows, listOwnRatings } from './my-ballots.sql.ts';
import { standingOf, type Voter } from './standing.ts';

export async function readBallot(deps: Deps, slug: string, voter: Voter): Promise<ResponseOf<typeof getBallot>> {
  const round = await findRound(deps.db, slug);
  const { stage, dealt, skipped, left, canVote } = await standingOf(deps.db, round, voter);
  const rows = await listOwnRatings(deps.db, round.id, voter.id);
  const cards = await cardsOf(
    deps.db,
    rows.map((row) => row.design_id),
    { withDesigner: true },
  );
  return {
    round: round.slug,
    stage,
    dealt,
    skipped,
    left,
    canChange: canVote,
    setAside: await setAsideOf(deps.db, round, voter.id),
    ratings: rows.map((row) => ({
      ...ratingRowView(row),
      card: cards.get(row.design_id)!,
      receipt: receiptView(deps.keys, round.slug, row),
      index: row.tree_index,
      covered: row.covered,
    })),
  };
}

export async function readMyBallots(deps: Deps, voter: Voter): Promise<ResponseOf<typeof listMyBallots>> {
  const rows = await listBallotRows(deps.db, voter.id);
  return { items: rows.map(({ slug, ...row }) => ({ round: slug, ...row })) };
}
