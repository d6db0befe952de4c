import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { hideIbans } from '../payouts/hide-ibans.ts';
import { lockBankLine, markSolved } from './bank-files.sql.ts';

/** Notes what a line that moved nothing was about, once. It moves no money: only files of the bank and payouts do. */
export function solveBankLine(
  deps: Deps,
  { lineId, actor, solution }: { lineId: string; actor: Member; solution: string },
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const line = await lockBankLine(trx, lineId);
    if (!line || line.verdict === 'matched' || line.verdict === 'known') throw new Problem('not_found');
    const words = hideIbans(solution.trim());
    if (line.solution === words) return;
    if (line.solved_at) throw new Problem('bank_line_solved');
    await markSolved(trx, lineId, { solved_by: actor.id, solution: words });
    await audit(trx, {
      actor,
      act: 'solve-bank-line',
      subjectType: 'bank-line',
      subjectId: lineId,
      details: { verdict: line.verdict, endToEndId: line.end_to_end_id, solution: words },
    });
  });
}
