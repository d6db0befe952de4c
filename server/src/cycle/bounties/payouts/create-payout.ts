import { ibanProblem, maskIban } from '@fraisier/shared/cycle/iban.ts';
import { sumCents } from '@fraisier/shared/cycle/money.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { sha256 } from '../../../platform/crypto/hash.ts';
import { isUniqueViolation, type Trx } from '../../../platform/db/database.ts';
import { markExported } from '../bounties.sql.ts';
import { book } from '../ledger/book.ts';
import { type PayoutOrder, payoutFile, type Transfer } from './payout-file.ts';
import { payoutFileFaults } from './payout-file-faults.ts';
import { insertPayment, insertPayout, insertSecretReading, nextPayoutId } from './payouts.sql.ts';
import { type PlannedTransfer, planPayout } from './plan-payout.ts';

interface Item {
  readonly planned: PlannedTransfer;
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
  const plan = await planPayout(trx, { actorId: actor.id, bountyIds });
  const payoutId = await nextPayoutId(trx);
  const messageId = `FRAISIER-${plan.createdAt.slice(0, 10).replaceAll('-', '')}-${crypto.randomUUID().slice(0, 8)}`;
  const items: Item[] = [];
  for (const planned of plan.transfers) {
    const transfer = openTransfer(deps, planned);
    await insertSecretReading(trx, {
      read_by: actor.id,
      subject_type: 'bounty',
      subject_id: planned.bounty.id,
      field: 'iban',
      purpose: `payout ${messageId}`,
    });
    items.push({ planned, transfer });
  }
  const order: PayoutOrder = {
    messageId,
    createdAt: plan.createdAt,
    requestedFor: plan.requestedFor,
    debtor: plan.debtor,
    transfers: items.map((item) => item.transfer),
  };
  await keep(deps, trx, { payoutId, order, items, actor });
  return payoutId;
}

function openTransfer(deps: Deps, { bounty, endToEndId, name, remittance }: PlannedTransfer): Transfer {
  if (!bounty.iban_sealed) throw new Error(`bounty ${bounty.id} has no account`);
  const iban = deps.keys.open(bounty.iban_sealed, `bounty:${bounty.id}:iban`);
  if (ibanProblem(iban)) {
    throw new Problem('nothing_to_pay', { reasons: [{ code: 'iban_invalid', field: bounty.id }] });
  }
  return { endToEndId, name, iban, amountCents: bounty.net_cents, remittance };
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
  for (const { planned, transfer } of items) {
    const paymentId = await insertPayment(trx, {
      payout_id: payoutId,
      bounty_id: planned.bounty.id,
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
    await markExported(trx, planned.bounty.id);
  }
  await audit(trx, {
    actor,
    act: 'create-payout',
    subjectType: 'payout',
    subjectId: payoutId,
    details: {
      messageId: order.messageId,
      bounties: items.map((item) => item.planned.bounty.id),
      totalCents,
      sha256: hash.toString('hex'),
    },
  });
}
