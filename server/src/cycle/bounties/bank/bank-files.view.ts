import type { BankFile, BankFilePreview, BankLine, OpenBankLine } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { BankFileRow, BankLineRow } from './bank-files.sql.ts';
import type { TakenLine } from './import-bank-file.ts';

type About = BankLine['payment'];

export function bankFileView(row: BankFileRow, lines: readonly BankLineRow[]): BankFile {
  return {
    id: row.id,
    ...said(row),
    lines: lines.map((line) => lineView(line, aboutOf(line))),
    importedAt: row.imported_at.toISOString(),
    importedBy: row.imported_by_name,
  };
}

/** What the bank's file says of itself. */
function said(row: BankFileRow) {
  return {
    kind: row.kind as BankFile['kind'],
    version: row.version,
    messageId: row.message_id,
    sha256: row.sha256.toString('hex'),
    fileName: row.file_name,
    saidAt: row.said_at,
    others: row.others,
  };
}

export function lineView(
  line: Omit<TakenLine, 'verdict' | 'effect' | 'kind'> & Pick<BankLineRow, 'verdict' | 'effect' | 'kind'>,
  payment: About,
): BankLine {
  return {
    position: line.position,
    kind: line.kind as BankLine['kind'],
    reference: line.reference,
    endToEndId: line.end_to_end_id,
    amount: line.amount_cents === null ? null : { amount: line.amount_cents, currency: line.currency ?? 'EUR' },
    ibanMasked: line.iban_masked,
    status: line.status,
    reasonCode: line.reason_code,
    reason: line.reason,
    bookedOn: line.booked_on,
    verdict: line.verdict as BankLine['verdict'],
    effect: line.effect as BankLine['effect'],
    payment,
  };
}

export function aboutOf(
  row: Pick<
    BankLineRow,
    'payment_id' | 'bounty_id' | 'payee' | 'payment_cents' | 'title' | 'round_slug' | 'round_number'
  >,
): About {
  if (!row.payment_id || !row.bounty_id || !row.round_slug || row.round_number === null) return null;
  return {
    id: row.payment_id,
    bounty: row.bounty_id,
    round: row.round_slug,
    roundNumber: row.round_number,
    title: row.title ?? '',
    payee: row.payee ?? '',
    amount: eur(row.payment_cents ?? 0),
  };
}

export function openLineView(
  row: BankLineRow & { readonly file_kind: string; readonly file_name: string; readonly imported_at: Date },
): OpenBankLine {
  return {
    id: row.id,
    ...lineView(row, aboutOf(row)),
    file: {
      kind: row.file_kind as OpenBankLine['file']['kind'],
      fileName: row.file_name,
      importedAt: row.imported_at.toISOString(),
    },
  };
}

export type { BankFilePreview };
