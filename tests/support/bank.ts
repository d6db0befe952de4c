import type { BankFile, BankFilePreview, BankLine, Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import type supertest from 'supertest';
import type { SignedIn, TestShop } from './shop.ts';

export { FakeBank } from '@fraisier/server/platform/payments/bank-double/fake-bank.ts';

const FILES = '/api/bounties/bank-files';

/** Hands in what the bank wrote, as the console does. */
export function handIn(operator: SignedIn, xml: string | Buffer, fields: object = {}, path = FILES): supertest.Test {
  const request = operator.post(path).attach('file', Buffer.from(xml), 'reponse.xml');
  for (const [name, value] of Object.entries(fields)) request.field(name, value);
  return request;
}

export async function takeIn(operator: SignedIn, xml: string): Promise<BankFile> {
  return (await handIn(operator, xml).expect(200)).body;
}

export async function previewOf(operator: SignedIn, xml: string): Promise<BankFilePreview> {
  return (await handIn(operator, xml, {}, `${FILES}/preview`).expect(200)).body;
}

/** Of each line: its verdict, what it did, and whose transfer. */
export function told(lines: readonly BankLine[]): string[] {
  return lines.map(({ verdict, effect }) => (effect ? `${verdict}: ${effect}` : verdict));
}

/** The file as the bank gets it. */
export async function fileOf(operator: SignedIn, payout: Pick<Payout, 'id'>): Promise<string> {
  return textOf(operator.get(`/api/bounties/payouts/${payout.id}/file`));
}

/** What a download holds. */
export async function textOf(download: supertest.Test): Promise<string> {
  const { body } = await download.buffer(true).parse(readAll).expect(200);
  return (body as Buffer).toString();
}

function readAll(answer: supertest.Response, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  const stream = answer as unknown as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
}

/** All that a bank's answers may move, in an order that is always the same. */
export async function moneyOf(shop: TestShop): Promise<object> {
  const { db } = shop.deps;
  const payments = await db
    .selectFrom('payout_payments')
    .select(['end_to_end_id', 'state'])
    .orderBy('end_to_end_id')
    .execute();
  const bounties = await db.selectFrom('bounties').select(['id', 'state']).orderBy('id').execute();
  const accounts = await db
    .selectFrom('ledger_entries')
    .select((eb) => ['account', eb.fn.sum<number>('amount_cents').as('cents')])
    .groupBy('account')
    .orderBy('account')
    .execute();
  return { payments, bounties, accounts: accounts.filter(({ cents }) => Number(cents) !== 0) };
}
