import type { addRate as addContract, listRates } from '@fraisier/shared/contracts/bounties-papers.ts';
import type { BodyOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import type { Database } from '../../../platform/db/database.ts';
import { insertRate, lastRateDay, listRateLines } from '../rates.sql.ts';

export async function readRateTable(db: Database): Promise<ResponseOf<typeof listRates>> {
  const { today, lines } = await listRateLines(db);
  return {
    today,
    items: lines.map((line) => ({
      validFrom: line.valid_from,
      code: line.code,
      payer: line.payer,
      labelFr: line.label_fr,
      labelEn: line.label_en,
      rateBp: line.rate_bp,
      baseBp: line.base_bp,
      addedAt: line.added_at?.toISOString() ?? null,
      addedBy: line.added_by,
      standing: line.standing,
    })),
  };
}

/** A rate begins on a day to come, after every other of its contribution: what was worked out before can be worked out again. */
export function addRate(deps: Deps, actor: Member, rate: BodyOf<typeof addContract>): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const { today, last } = await lastRateDay(trx, rate.code);
    const after = last !== null && last > today ? last : today;
    const tooEarly = () =>
      new Problem('rate_too_early', { reasons: [{ code: 'rate_too_early', field: '/validFrom', detail: after }] });
    if (rate.validFrom <= after) throw tooEarly();
    const isNew = await insertRate(trx, {
      valid_from: rate.validFrom,
      code: rate.code,
      payer: rate.payer,
      label_fr: rate.labelFr.trim(),
      label_en: rate.labelEn.trim(),
      rate_bp: rate.rateBp,
      base_bp: rate.baseBp,
      added_by: actor.id,
    });
    if (!isNew) throw tooEarly();
    await audit(trx, { actor, act: 'add-rate', subjectType: 'rate', subjectId: rate.code, details: { ...rate } });
  });
}
