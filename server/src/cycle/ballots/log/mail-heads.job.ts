import type { Deps } from '../../../deps.ts';
import { readSettings } from '../../../platform/settings/settings.sql.ts';
import { findHead } from './heads.sql.ts';
import { type HeadOccasion, mailHead } from './mail-head.ts';
import { listUnsentHeads } from './mailings.sql.ts';

/** Nobody wants it at night. */
const FROM_HOUR = 8;

/** The job: once a day, while a round is voted on, its newest head goes to its designers if they do not have it yet. */
export async function mailHeads(deps: Deps): Promise<void> {
  const { time_zone: timeZone } = await readSettings(deps.db);
  for (const { roundId, size, day } of await listUnsentHeads(deps.db, { timeZone, fromHour: FROM_HOUR })) {
    await deps.db.transaction().execute(async (trx) => {
      const head = await findHead(trx, roundId, size);
      if (head) await mailHead(deps, trx, { roundId, head, occasion: day as HeadOccasion });
    });
  }
}
