import type { LedgerCheck } from '@fraisier/shared/contracts/bounties-ledger.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import type { Database } from '../../../platform/db/database.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { writeMail } from '../../../platform/mail/outbox.ts';
import { readSettings } from '../../../platform/settings/settings.sql.ts';
import { checkLedger } from './check-ledger.ts';
import { type CheckRow, findCheck, findNightDue, insertCheck, listAdmins, listChecks } from './checks.sql.ts';
import { ledgerDiffersMail } from './ledger-differs.mail.ts';

const PAGE = 20;
/** Of what differs so many are kept: more say no more. */
const MOST_FINDINGS = 100;

/** The job: checks the night's books once, as soon as someone is there to do it, and writes to the admins if they differ. */
export async function checkLedgerNightly(deps: Deps): Promise<void> {
  const night = await findNightDue(deps.db);
  if (night !== null) await keepCheck(deps, { night, actor: null });
}

/** Checks the books because someone asks. */
export async function checkLedgerNow(deps: Deps, actor: Member): Promise<LedgerCheck> {
  const id = await keepCheck(deps, { night: null, actor });
  return checkView(await findCheck(deps.db, id!));
}

/** Looks at one snapshot of everything, so that no act under way is seen by halves, and keeps what it found with it. */
function keepCheck(deps: Deps, { night, actor }: { night: string | null; actor: Member | null }) {
  return deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const { rules, findings } = await checkLedger(trx);
      const id = await insertCheck(trx, {
        night,
        asked_by: actor?.id ?? null,
        rules: JSON.stringify(rules),
        findings: JSON.stringify(findings.slice(0, MOST_FINDINGS)),
        findings_count: findings.length,
      });
      // Who asked sees it on the page; at night nobody looks.
      if (id !== null && night !== null && findings.length > 0) {
        const { time_zone: timeZone } = await readSettings(trx);
        for (const admin of await listAdmins(trx)) {
          const locale = admin.locale as 'fr' | 'en';
          await writeMail(trx, {
            cause: `ledger-differs:${id}:${admin.id}`,
            to: admin.email,
            locale,
            template: 'ledger-differs',
            content: ledgerDiffersMail(
              { rules, findings, night, timeZone, url: `${deps.config.appUrl}/${locale}/ops/ledger` },
              locale,
            ),
          });
        }
      }
      return id;
    });
}

export async function readChecks(db: Database, cursor: string | undefined) {
  return pageOf(await listChecks(db, { cursor, limit: PAGE }), PAGE, checkView);
}

function checkView(row: CheckRow): LedgerCheck {
  return {
    id: row.id,
    checkedAt: row.checked_at.toISOString(),
    isNightly: row.night !== null,
    askedBy: row.asked_by_name,
    rules: row.rules as LedgerCheck['rules'],
    findingsCount: row.findings_count,
    findings: row.findings as LedgerCheck['findings'],
  };
}
