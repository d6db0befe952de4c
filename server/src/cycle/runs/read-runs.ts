import type { Run, RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { pageOf } from '../../platform/http/page.ts';
import { cardsOf } from '../submissions/cards.ts';
import { countPieces, findRunOnShow, listRunRows, readPieceLetters } from './runs.sql.ts';
import { runView } from './runs.view.ts';

const PAGE = 24;

export async function listRuns(
  { db }: Deps,
  cursor: string | null,
): Promise<{ items: Run[]; nextCursor: string | null }> {
  const rows = await listRunRows(db, { cursor, limit: PAGE });
  const [cards, counts] = await Promise.all([
    cardsOf(
      db,
      rows.map((row) => row.design_id),
      { withDesigner: true },
    ),
    countPieces(
      db,
      rows.map((row) => row.id),
    ),
  ]);
  return pageOf(rows, PAGE, (row) => runView(row, cards.get(row.design_id)!, counts.get(row.id)!));
}

export async function getRun({ db }: Deps, slug: string): Promise<RunDetail> {
  const run = await findRunOnShow(db, slug);
  if (!run) throw new Problem('not_found');
  const [cards, pieces] = await Promise.all([
    cardsOf(db, [run.design_id], { withDesigner: true }),
    readPieceLetters(db, run.id),
  ]);
  // The figures are counted from the very pieces shown: the two can never disagree.
  const count = (letter: string) => pieces.split(letter).length - 1;
  const next = pieces.indexOf('f') + 1 || null;
  const counts = { held: count('h'), sold: count('s'), free: count('f'), next };
  return { ...runView(run, cards.get(run.design_id)!, counts), pieces };
}
