import { Readable } from 'node:stream';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { shopNow } from '../../../platform/clock/clock.sql.ts';
import type { FileAnswer } from '../../../platform/http/route.ts';
import { csvText } from '../../../platform/print-shop/csv.ts';
import { readSettings } from '../../../platform/settings/settings.sql.ts';
import { type ExportedEntry, listEntriesAfter, readBalances } from './ledger.sql.ts';

const BATCH = 1000;

const words = {
  fr: {
    balance: ['Compte', 'Nom', 'Nature', 'Débit', 'Crédit', 'Solde'],
    entries: ['Date', 'Écriture', 'Cause', 'Libellé', 'Compte', 'Nom du compte', 'Débit', 'Crédit', 'Passée par'],
    total: 'Total',
    kinds: { asset: 'actif', liability: 'passif', income: 'produit', expense: 'charge' },
    balanceFile: 'balance',
    entriesFile: 'ecritures',
  },
  en: {
    balance: ['Account', 'Name', 'Kind', 'Debit', 'Credit', 'Balance'],
    entries: ['Date', 'Transaction', 'Cause', 'Description', 'Account', 'Account name', 'Debit', 'Credit', 'Booked by'],
    total: 'Total',
    kinds: { asset: 'asset', liability: 'liability', income: 'income', expense: 'expense' },
    balanceFile: 'trial-balance',
    entriesFile: 'entries',
  },
} as const;

/** Euros with two decimals, as spreadsheets of every country can be told to read them. A number, never a formula. */
const euros = (cents: number) => {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const part = String(Math.abs(cents) % 100).padStart(2, '0');
  return Number(`${cents < 0 ? '-' : ''}${whole}.${part}`);
};

/** The trial balance at the end of a day. */
export async function exportBalance(deps: Deps, reader: Member, on: string | null): Promise<FileAnswer> {
  const text = words[reader.locale];
  const balances = await readBalances(deps.db, on);
  const rows = balances.map((row) => [
    row.code,
    reader.locale === 'fr' ? row.name_fr : row.name_en,
    text.kinds[row.kind],
    euros(row.debit_cents),
    euros(row.credit_cents),
    euros(row.debit_cents - row.credit_cents),
  ]);
  const debit = balances.reduce((sum, row) => sum + row.debit_cents, 0);
  const credit = balances.reduce((sum, row) => sum + row.credit_cents, 0);
  const total = [text.total, '', '', euros(debit), euros(credit), euros(debit - credit)];
  const body = Buffer.from(csvText([text.balance, ...rows, total]));
  return { body, bytes: body.length, fileName: `${text.balanceFile}-${on ?? (await today(deps))}.csv` };
}

/** All entries until the end of a day, batch by batch: the books may be long. */
export async function exportEntries(
  deps: Deps,
  reader: Member,
  { on, account }: { on: string | null; account: string | null },
): Promise<FileAnswer> {
  const text = words[reader.locale];
  const row = (entry: ExportedEntry) => [
    entry.booked_on,
    entry.transaction_id,
    entry.cause,
    entry.description,
    entry.account,
    reader.locale === 'fr' ? entry.name_fr : entry.name_en,
    entry.amount_cents > 0 ? euros(entry.amount_cents) : '',
    entry.amount_cents < 0 ? euros(-entry.amount_cents) : '',
    entry.booked_by ?? 'Fraisier',
  ];
  async function* lines(): AsyncGenerator<string> {
    yield csvText([text.entries]);
    for (let after: string | null = null; ; ) {
      const entries = await listEntriesAfter(deps.db, { on, account, after, limit: BATCH });
      // The mark of UTF-8 stands before the first line only.
      if (entries.length > 0) yield csvText(entries.map(row)).slice(1);
      if (entries.length < BATCH) return;
      after = entries.at(-1)!.id;
    }
  }
  const of = account ? `-${account}` : '';
  const fileName = `${text.entriesFile}${of}-${on ?? (await today(deps))}.csv`;
  return { body: async () => Readable.from(lines()), fileName };
}

async function today({ db }: Deps): Promise<string> {
  const [now, { time_zone: timeZone }] = await Promise.all([shopNow(db), readSettings(db)]);
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}
