import { ibanProblem, maskIban } from '@fraisier/shared/cycle/iban.ts';
import { sumCents } from '@fraisier/shared/cycle/money.ts';
import { toSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import { isUniqueViolation, type Trx } from '../../platform/db/database.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { nextBankingDay } from './banking-day.ts';
import { book } from './book.ts';
import { type BountyRow, lockBounties, lockUnpaidBounties, markExported, readWork } from './bounties.sql.ts';
import { debtorOf } from './debtor.ts';
import { type PayoutOrder, payoutFile, type Transfer } from './payout-file.ts';
import { payoutFileFaults } from './payout-file-faults.ts';
import { countAttempts, insertPayment, insertPayout, insertSecretReading, nextPayoutId } from './payouts.sql.ts';
import { SEPA_NAME } from './put-payee.ts';
import { reasonsNotToExport } from './readiness.ts';
import { repriceBounty } from './reprice-bounty.ts';

const REMITTANCE = 140;

interface Item {
  readonly bounty: BountyRow;
  readonly transfer: Transfer;
}

/**
 * Exports bounties as one bank file: those asked for, or all that are ready. A bounty goes into one file at a time: who
 * comes second finds it exported. Gives the id of the payout.
 */
export async function createPayout(
  deps: Deps,
  { actor, bountyIds }: { actor: Member; bountyIds: readonly string[] | undefined },
): Promise<string> {
  try {
    return await deps.db.transaction().execute((trx) => exportBounties(deps, trx, actor, bountyIds));
  } catch (error) {
    // The locks above keep two exports apart; the database refuses a second one all the same.
    const twice = ['payout_payments_once', 'payout_payments_end_to_end_id_key'];
    if (twice.some((constraint) => isUniqueViolation(error, constraint))) throw new Problem('nothing_to_pay');
    throw error;
  }
}

async function exportBounties(
  deps: Deps,
  trx: Trx,
  actor: Member,
  bountyIds: readonly string[] | undefined,
): Promise<string> {
  const settings = await readSettings(trx);
  const debtor = debtorOf(settings);
  const now = await shopNow(trx);
  const ready = await takeReady(trx, { actorId: actor.id, now, bountyIds });
  const local = wallClock(now, settings.time_zone);
  const requestedFor = nextBankingDay(local.slice(0, 10));
  const payoutId = await nextPayoutId(trx);
  const messageId = `FRAISIER-${local.slice(0, 10).replaceAll('-', '')}-${crypto.randomUUID().slice(0, 8)}`;

  const attempts = await countAttempts(
    trx,
    ready.map((bounty) => bounty.id),
  );
  const items: Item[] = [];
  for (const row of ready) {
    // Contributions are due at the rates of the day of the transfer.
    const on = new Date(`${requestedFor}T12:00:00Z`);
    const bounty = await repriceBounty(trx, row, { exempt: row.exempt, on, actorId: actor.id });
    const transfer = await transferOf(deps, trx, { bounty, attempt: (attempts.get(row.id) ?? 0) + 1 });
    await insertSecretReading(trx, {
      read_by: actor.id,
      subject_type: 'bounty',
      subject_id: bounty.id,
      field: 'iban',
      purpose: `payout ${messageId}`,
    });
    items.push({ bounty, transfer });
  }
  const order: PayoutOrder = {
    messageId,
    createdAt: local,
    requestedFor,
    debtor,
    transfers: items.map((item) => item.transfer),
  };
  await keep(deps, trx, { payoutId, order, items, actor });
  return payoutId;
}

/** Locks what is to be exported; throws with the reasons of every bounty that keeps the file from being made. */
async function takeReady(
  trx: Trx,
  asked: { actorId: string; now: Date; bountyIds: readonly string[] | undefined },
): Promise<BountyRow[]> {
  const named = asked.bountyIds !== undefined;
  const rows = asked.bountyIds ? await lockBounties(trx, asked.bountyIds) : await lockUnpaidBounties(trx);
  const judged = rows.map((row) => ({ row, reasons: reasonsNotToExport(row, { ...asked, named }) }));
  const ready = judged.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  const found = new Set(rows.map((row) => row.id));
  const reasons = [
    ...(asked.bountyIds ?? [])
      .map((id) => id.toLowerCase())
      .filter((id) => !found.has(id))
      .map((id) => ({ code: 'not_found', field: id })),
    ...judged.flatMap((one) => one.reasons),
  ];
  if (ready.length === 0 || (named && reasons.length > 0)) throw new Problem('nothing_to_pay', { reasons });
  return ready;
}

async function transferOf(
  deps: Deps,
  trx: Trx,
  { bounty, attempt }: { bounty: BountyRow; attempt: number },
): Promise<Transfer> {
  if (!bounty.iban_sealed || !bounty.legal_name) throw new Error(`bounty ${bounty.id} has no payee`);
  const iban = deps.keys.open(bounty.iban_sealed, `bounty:${bounty.id}:iban`);
  if (ibanProblem(iban)) {
    throw new Problem('nothing_to_pay', { reasons: [{ code: 'iban_invalid', field: bounty.id }] });
  }
  const work = await readWork(trx, bounty.id);
  return {
    // A bounty and its attempt: the same pair cannot stand in two files.
    endToEndId: `${work.slug}-${bounty.id.slice(-12)}-${attempt}`,
    name: toSepaText(bounty.legal_name, SEPA_NAME),
    iban,
    amountCents: bounty.net_cents,
    remittance: toSepaText(`Dotation ${work.slug} ${work.title}`, REMITTANCE),
  };
}

async function keep(
  deps: Deps,
  trx: Trx,
  { payoutId, order, items, actor }: { payoutId: string; order: PayoutOrder; items: readonly Item[]; actor: Member },
): Promise<void> {
  const xml = payoutFile(order);
  const faults = payoutFileFaults(xml, order);
  if (faults.length > 0) throw new Error(`the bank file is wrong: ${faults.join(', ')}`);
  const hash = sha256(xml);
  const totalCents = sumCents(order.transfers.map((transfer) => transfer.amountCents));
  await insertPayout(trx, {
    id: payoutId,
    message_id: order.messageId,
    file_sealed: deps.keys.seal(xml, `payout:${payoutId}:file`),
    sha256: hash,
    total_cents: totalCents,
    requested_for: order.requestedFor,
    created_by: actor.id,
  });
  for (const { bounty, transfer } of items) {
    const paymentId = await insertPayment(trx, {
      payout_id: payoutId,
      bounty_id: bounty.id,
      end_to_end_id: transfer.endToEndId,
      amount_cents: transfer.amountCents,
      payee: transfer.name,
      iban_masked: maskIban(transfer.iban),
    });
    await book(trx, {
      cause: `payment:${paymentId}:export`,
      description: `Virement remis à la banque, ${transfer.endToEndId}`,
      entries: [
        { account: 'bounty_payable', amountCents: transfer.amountCents },
        { account: 'bounty_in_transit', amountCents: -transfer.amountCents },
      ],
      actorId: actor.id,
    });
    await markExported(trx, bounty.id);
  }
  await audit(trx, {
    actor,
    act: 'create-payout',
    subjectType: 'payout',
    subjectId: payoutId,
    details: {
      messageId: order.messageId,
      bounties: items.map((item) => item.bounty.id),
      totalCents,
      sha256: hash.toString('hex'),
    },
  });
}

/** `2026-12-01T20:00:00` as the clock on the shop's wall shows it. */
function wallClock(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(moment)
    .replace(' ', 'T');
}
