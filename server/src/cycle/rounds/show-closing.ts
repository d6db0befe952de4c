import type { getClosing } from '@fraisier/shared/contracts/rounds-close.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../platform/db/database.ts';
import { listBountiesOf, listRunsOf, listWinners, readClosing, readWhatFollowed } from './closings.sql.ts';
import { listPassedOver } from './counts.sql.ts';
import { findRound } from './find-round.ts';
import { entriesOf, winnerViews } from './plan-close.ts';

/** What the close of a round did, and how far what it set going is. */
export async function showClosing(db: Database, slug: string): Promise<ResponseOf<typeof getClosing>> {
  const round = await findRound(db, slug);
  const closing = await readClosing(db, round.id);
  if (!closing) throw new Problem('not_closed', { reasons: [{ code: 'not_closed', detail: round.phase }] });
  const { states, sold } = await readWhatFollowed(db, round.id);
  return {
    closedAt: closing.closedAt.toISOString(),
    closedBy: closing.closedBy ?? '',
    countId: closing.countId,
    sha256: closing.sha256.toString('hex'),
    winners: winnerViews(await entriesOf(db, await listWinners(db, round.id))),
    bounties: (await listBountiesOf(db, round.id)).map(({ id, design, netCents, dueAt }) => ({
      id,
      design,
      net: eur(netCents),
      dueAt: dueAt.toISOString(),
      state: states.get(id) ?? '',
    })),
    runs: (await listRunsOf(db, round.id)).map((run) => ({ ...run, sold: sold.get(run.slug) ?? 0 })),
    passedOver: await listPassedOver(db, round.id),
    letters: { written: closing.lettersWritten, of: closing.lettersOf },
    bundle: closing.bundle && { ...closing.bundle, madeAt: new Date(closing.bundle.madeAt).toISOString() },
  };
}
