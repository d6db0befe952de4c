import type { ShopSettings } from '@fraisier/shared/contracts/settings.ts';
import { ibanProblem, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../audit/audit.sql.ts';
import { isTimeZone, readSettings, writeSettings } from './settings.sql.ts';
import { settingsRow, settingsView } from './settings.view.ts';

/** Sets the shop's settings and logs which ones changed; values of the bank account stay out of the log. */
export async function putSettings(deps: Deps, actor: Member, wanted: ShopSettings): Promise<ShopSettings> {
  const debtorIban = normalizeIban(wanted.debtorIban);
  const problem = debtorIban === '' ? null : ibanProblem(debtorIban);
  if (problem) throw new Problem('iban_invalid', { reasons: [{ code: problem, field: '/debtorIban' }] });
  return deps.db.transaction().execute(async (trx) => {
    if (!isWritable(wanted.timeZone) || !(await isTimeZone(trx, wanted.timeZone))) {
      throw new Problem('settings_invalid', { reasons: [{ code: 'time_zone', field: '/timeZone' }] });
    }
    if (wanted.leastDpi > wanted.goodDpi) {
      throw new Problem('settings_invalid', { reasons: [{ code: 'above_good_dpi', field: '/leastDpi' }] });
    }
    const before = settingsView(await readSettings(trx));
    const after = settingsView({ ...settingsRow({ ...wanted, debtorIban }), updated_at: new Date() });
    await writeSettings(trx, settingsRow(after));
    const changed = (Object.keys(after) as (keyof ShopSettings)[]).filter((key) => before[key] !== after[key]);
    if (changed.length > 0) {
      await audit(trx, { actor, act: 'set-settings', subjectType: 'shop', subjectId: 'shop', details: { changed } });
    }
    return after;
  });
}

/** Postgres knows names, such as `Factory`, in which no date can be written. */
function isWritable(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone });
    return true;
  } catch {
    return false;
  }
}
