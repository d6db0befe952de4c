import { toSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import { shopNow } from '../../../platform/clock/clock.sql.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { readSettings } from '../../../platform/settings/settings.sql.ts';
import { type BountyRow, lockBounties, lockUnpaidBounties, readWork } from '../bounties.sql.ts';
import { SEPA_NAME } from '../put-payee.ts';
import { reasonsNotToExport } from '../readiness.ts';
import { repriceBounty } from '../reprice-bounty.ts';
import { nextBankingDay } from './banking-day.ts';
import { debtorOf } from './debtor.ts';
import type { PayoutOrder } from './payout-file.ts';
import { countAttempts } from './payouts.sql.ts';

const REMITTANCE = 140;

export interface PlannedTransfer {
  readonly bounty: BountyRow;
  readonly legalName: string;
  readonly roundNumber: number;
  readonly title: string;
  readonly attempt: number;
  readonly endToEndId: string;
  readonly name: string;
  readonly remittance: string;
}

export interface PayoutPlan {
  readonly debtor: PayoutOrder['debtor'];
  /** By the shop's wall clock. */
  readonly createdAt: string;
  readonly requestedFor: string;
  readonly transfers: readonly PlannedTransfer[];
  /** Why the others stay out. */
  readonly left: readonly ProblemReason[];
}

/**
 * Locks and prices what is to be paid, those asked for or all that are ready, and says what the file will hold. Nobody's
 * account is opened for it. Throws with the reasons of every bounty that keeps the file from being made.
 */
export async function planPayout(
  trx: Trx,
  { actorId, bountyIds }: { actorId: string; bountyIds: readonly string[] | undefined },
): Promise<PayoutPlan> {
  const settings = await readSettings(trx);
  const debtor = debtorOf(settings);
  const now = await shopNow(trx);
  const { ready, left } = await takeReady(trx, bountyIds);
  const createdAt = wallClock(now, settings.time_zone);
  const requestedFor = nextBankingDay(createdAt.slice(0, 10));
  const attempts = await countAttempts(
    trx,
    ready.map((bounty) => bounty.id),
  );
  const transfers: PlannedTransfer[] = [];
  for (const row of ready) {
    // Contributions are due at the rates of the day of the transfer.
    const on = new Date(`${requestedFor}T12:00:00Z`);
    const bounty = await repriceBounty(trx, row, { exempt: row.exempt, on, actorId });
    transfers.push(await planTransfer(trx, bounty, (attempts.get(row.id) ?? 0) + 1));
  }
  return { debtor, createdAt, requestedFor, transfers, left };
}

async function planTransfer(trx: Trx, bounty: BountyRow, attempt: number): Promise<PlannedTransfer> {
  if (!bounty.legal_name) throw new Error(`bounty ${bounty.id} has no payee`);
  const work = await readWork(trx, bounty.id);
  return {
    bounty,
    legalName: bounty.legal_name,
    roundNumber: work.number,
    title: work.title,
    attempt,
    // A bounty and its attempt: the same pair cannot stand in two files.
    endToEndId: `${work.slug}-${bounty.id.slice(-12)}-${attempt}`,
    name: toSepaText(bounty.legal_name, SEPA_NAME),
    remittance: toSepaText(`Dotation ${work.slug} ${work.title}`, REMITTANCE),
  };
}

async function takeReady(
  trx: Trx,
  bountyIds: readonly string[] | undefined,
): Promise<{ ready: BountyRow[]; left: ProblemReason[] }> {
  const named = bountyIds !== undefined;
  const rows = bountyIds ? await lockBounties(trx, bountyIds) : await lockUnpaidBounties(trx);
  const judged = rows.map((row) => ({ row, reasons: reasonsNotToExport(row) }));
  const ready = judged.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  const found = new Set(rows.map((row) => row.id));
  const reasons = [
    ...(bountyIds ?? [])
      .map((id) => id.toLowerCase())
      .filter((id) => !found.has(id))
      .map((id) => ({ code: 'not_found', field: id })),
    ...judged.flatMap((one) => one.reasons),
  ];
  if (ready.length === 0 || (named && reasons.length > 0)) throw new Problem('nothing_to_pay', { reasons });
  return { ready, left: reasons };
}

/** `2026-12-01T20:00:00` as the clock on the shop's wall shows it. */
function wallClock(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(moment)
    .replace(' ', 'T');
}
