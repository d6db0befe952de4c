import type { Effect, Verdict } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';
import type { BankFiles, BankLines } from '../../../platform/db/schema.ts';

/** Answers are taken in one at a time: two copies of one answer are one, whoever hands them in. */
export async function lockImports(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('bank_files', 0))`.execute(trx);
}

export type BankFileRow = Selectable<BankFiles> & { readonly imported_by_name: string };

function selectFiles(db: Database | Trx) {
  return db
    .selectFrom('bank_files')
    .innerJoin('members', 'members.id', 'bank_files.imported_by')
    .selectAll('bank_files')
    .select('members.name as imported_by_name');
}

export function findBankFile(db: Database | Trx, by: { sha256: Buffer }): Promise<BankFileRow | undefined> {
  return selectFiles(db).where('bank_files.sha256', '=', by.sha256).executeTakeFirst();
}

export function listBankFiles(
  db: Database,
  page: { cursor?: string | undefined; limit: number },
): Promise<BankFileRow[]> {
  let query = selectFiles(db)
    .orderBy('bank_files.id', 'desc')
    .limit(page.limit + 1);
  if (page.cursor) query = query.where('bank_files.id', '<', page.cursor);
  return query.execute();
}

export async function insertBankFile(
  trx: Trx,
  row: Omit<Selectable<BankFiles>, 'id' | 'imported_at'>,
): Promise<string> {
  const { id } = await trx.insertInto('bank_files').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export type NewBankLine = Omit<
  Selectable<BankLines>,
  'id' | 'solved_at' | 'solved_by' | 'solution' | 'verdict' | 'effect'
> & {
  readonly verdict: Verdict;
  readonly effect: Effect | null;
};

/** With an id that is known before: what a line says of a payment names the line. */
export async function insertBankLine(trx: Trx, row: NewBankLine & { readonly id: string }): Promise<void> {
  await trx.insertInto('bank_lines').values(row).execute();
}

export async function nextLineId(trx: Trx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx);
  return rows[0]!.id;
}

/** Whether a line that moved nothing was said in these very words before. */
export async function isSaid(
  trx: Trx,
  line: Pick<NewBankLine, 'kind' | 'source' | 'reference' | 'end_to_end_id' | 'amount_cents' | 'currency' | 'verdict'>,
): Promise<boolean> {
  const found = await trx
    .selectFrom('bank_lines')
    .select('id')
    .where('kind', '=', line.kind)
    .where('source', '=', line.source)
    .where('reference', '=', line.reference)
    .where('end_to_end_id', 'is not distinct from', line.end_to_end_id)
    .where('amount_cents', 'is not distinct from', line.amount_cents)
    .where('currency', 'is not distinct from', line.currency)
    .where('verdict', '=', line.verdict)
    .executeTakeFirst();
  return found !== undefined;
}

/** What these payments are for. */
export function describePayments(db: Database, paymentIds: readonly string[]) {
  return db
    .selectFrom('payout_payments')
    .innerJoin('bounties', 'bounties.id', 'payout_payments.bounty_id')
    .innerJoin('designs', 'designs.id', 'bounties.design_id')
    .innerJoin('rounds', 'rounds.id', 'bounties.round_id')
    .select([
      'payout_payments.id as payment_id',
      'payout_payments.bounty_id',
      'payout_payments.payee',
      'payout_payments.amount_cents as payment_cents',
      'designs.title',
      'rounds.slug as round_slug',
      'rounds.number as round_number',
    ])
    .where((eb) => eb('payout_payments.id', '=', eb.fn.any(eb.val([...paymentIds]))))
    .execute();
}

function selectLines(db: Database | Trx) {
  return db
    .selectFrom('bank_lines')
    .leftJoin('payout_payments', 'payout_payments.id', 'bank_lines.payment_id')
    .leftJoin('bounties', 'bounties.id', 'payout_payments.bounty_id')
    .leftJoin('designs', 'designs.id', 'bounties.design_id')
    .leftJoin('rounds', 'rounds.id', 'bounties.round_id')
    .selectAll('bank_lines')
    .select([
      'payout_payments.bounty_id',
      'payout_payments.payee',
      'payout_payments.amount_cents as payment_cents',
      'designs.title',
      'rounds.slug as round_slug',
      'rounds.number as round_number',
    ]);
}

export type BankLineRow = Awaited<ReturnType<typeof listBankLines>>[number];

export function listBankLines(db: Database | Trx, fileIds: readonly string[]) {
  return selectLines(db)
    .where('bank_lines.file_id', 'in', [...fileIds])
    .orderBy('bank_lines.position')
    .execute();
}

/** What moved nothing and waits for a person, oldest first. */
export function listOpenBankLines(db: Database, page: { cursor?: string | undefined; limit: number }) {
  let query = selectLines(db)
    .innerJoin('bank_files', 'bank_files.id', 'bank_lines.file_id')
    .select(['bank_files.kind as file_kind', 'bank_files.file_name', 'bank_files.imported_at'])
    .where('bank_lines.verdict', 'not in', ['matched', 'known'])
    .where('bank_lines.solved_at', 'is', null)
    .orderBy('bank_lines.id')
    .limit(page.limit + 1);
  if (page.cursor) query = query.where('bank_lines.id', '>', page.cursor);
  return query.execute();
}

export function lockBankLine(trx: Trx, id: string) {
  return trx.selectFrom('bank_lines').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function markSolved(trx: Trx, id: string, row: { solved_by: string; solution: string }): Promise<void> {
  await trx
    .updateTable('bank_lines')
    .set((eb) => ({ ...row, solved_at: eb.fn<Date>('shop_now') }))
    .where('id', '=', id)
    .execute();
}

export interface NamedPayment {
  readonly id: string;
  readonly payout_id: string;
  readonly bounty_id: string;
  readonly end_to_end_id: string;
  readonly amount_cents: number;
  readonly state: string;
  readonly message_id: string;
}

/** The transfers that an answer may be about: those it names, all of the files it names, and all still on their way. */
export function findNamedPayments(
  trx: Trx,
  names: { readonly endToEndIds: readonly string[]; readonly messageIds: readonly string[] },
): Promise<NamedPayment[]> {
  return trx
    .selectFrom('payout_payments')
    .innerJoin('payouts', 'payouts.id', 'payout_payments.payout_id')
    .select([
      'payout_payments.id',
      'payout_id',
      'bounty_id',
      'end_to_end_id',
      'amount_cents',
      'payout_payments.state',
      'message_id',
    ])
    .where((eb) =>
      eb.or([
        eb('end_to_end_id', '=', eb.fn.any(eb.val([...names.endToEndIds]))),
        eb('message_id', '=', eb.fn.any(eb.val([...names.messageIds]))),
        eb('payout_payments.state', 'in', ['exported', 'stopped']),
      ]),
    )
    .orderBy('payout_payments.id')
    .execute();
}
