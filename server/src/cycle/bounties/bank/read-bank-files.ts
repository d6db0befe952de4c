import type { BankFile, BankFilePreview } from '@fraisier/shared/contracts/bounties-payouts.ts';
import type { Database } from '../../../platform/db/database.ts';
import { pageOf } from '../../../platform/http/page.ts';
import {
  type BankFileRow,
  describePayments,
  findBankFile,
  listBankFiles,
  listBankLines,
  listOpenBankLines,
} from './bank-files.sql.ts';
import { aboutOf, bankFileView, lineView, openLineView } from './bank-files.view.ts';
import type { Taken } from './import-bank-file.ts';

const PAGE = 20;
const LINES = 50;

export async function readBankFiles(db: Database, cursor: string | undefined) {
  const rows = await listBankFiles(db, { cursor, limit: PAGE });
  const linesOf = await readLines(db, rows);
  return pageOf(rows, PAGE, (row) => bankFileView(row, linesOf.get(row.id) ?? []));
}

export async function readBankFile(db: Database, sha256: Buffer): Promise<BankFile> {
  const row = await findBankFile(db, { sha256 });
  if (!row) throw new Error(`there is no bank file ${sha256.toString('hex')}`);
  return bankFileView(row, await listBankLines(db, [row.id]));
}

async function readLines(db: Database, rows: readonly BankFileRow[]) {
  if (rows.length === 0) return new Map<string, never>();
  const lines = await listBankLines(
    db,
    rows.map((row) => row.id),
  );
  return Map.groupBy(lines, (line) => line.file_id);
}

export async function readOpenBankLines(db: Database, cursor: string | undefined) {
  return pageOf(await listOpenBankLines(db, { cursor, limit: LINES }), LINES, openLineView);
}

/** A rehearsal left nothing in the database but what was there: the payments that it is about. */
export async function readPreview(db: Database, taken: Taken): Promise<BankFilePreview> {
  const ids = [...new Set(taken.lines.flatMap((line) => line.payment_id ?? []))];
  const payments = new Map((await describePayments(db, ids)).map((row) => [row.payment_id, row]));
  const row = await findBankFile(db, { sha256: taken.sha256 });
  return {
    kind: taken.answer.kind,
    version: taken.answer.version,
    messageId: taken.answer.messageId,
    sha256: taken.sha256.toString('hex'),
    fileName: taken.fileName,
    saidAt: taken.answer.saidAt,
    others: taken.others,
    lines: taken.lines.map((line) => {
      const payment = payments.get(line.payment_id ?? '');
      return lineView(line, payment ? aboutOf(payment) : null);
    }),
    importedAt: row?.imported_at.toISOString() ?? null,
    plan: taken.plan,
  };
}
