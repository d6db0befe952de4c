import { inspect } from 'node:util';
import { buildApp } from '@fraisier/server/app.ts';
import type { Deps } from '@fraisier/server/deps.ts';
import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { liveToDecided, type Month, type MonthOptions } from './month.ts';
import type { SignedIn, TestShop } from './shop.ts';

/** Well-known examples of registries; none is anybody's account. */
export const ibans = {
  shop: 'FR7630006000011234567890189',
  fr: 'FR7630001007941234567890185',
  de: 'DE89370400440532013000',
  be: 'BE68539007547034',
  nl: 'NL91ABNA0417164300',
} as const;

export interface Won {
  readonly winner: SignedIn;
  readonly bounty: string;
  readonly month: Month;
}

/** A month whose `places` first designs share the first place: each has a bounty. */
export async function winTogether(shop: TestShop, places: number, options: MonthOptions = {}): Promise<Won[]> {
  const month = await liveToDecided(shop, {
    designs: Math.max(places, 5),
    taste: (design) => (design < places ? { stars: 5, wouldWear: true, size: 'M' } : { stars: 1, wouldWear: false }),
    ...options,
  });
  if (month.closing.bounties.length !== places) throw new Error(`${month.closing.bounties.length} bounties`);
  return month.closing.bounties.map(({ id, design }) => ({
    winner: month.designs.find((one) => one.id === design)!.designer,
    bounty: id,
    month,
  }));
}

export const payeeOf = (change: object = {}) => ({ legalName: 'Camille Œuvrard', iban: ibans.fr, ...change });

/** Gives the payee and accepts the contract, as the winner does. */
export async function makeReady({ winner, bounty }: Won, payee: object = {}): Promise<Bounty> {
  const { body } = await winner.put(`/api/bounties/${bounty}/payee`, payeeOf(payee)).expect(200);
  const accepted = await winner.post(`/api/bounties/${bounty}/contract`, { sha256: body.contract.sha256 }).expect(200);
  return accepted.body;
}

export async function setDebtor(shop: TestShop, debtor: object = {}): Promise<void> {
  const admin = await shop.admin();
  const { body } = await admin.get('/api/settings').expect(200);
  const wanted = {
    ...body,
    debtorName: 'Société du Fraisier',
    debtorIban: ibans.shop,
    debtorBic: 'AGRIFRPP',
    ...debtor,
  };
  await admin.put('/api/settings', wanted).expect(200);
}

export async function exportAll(operator: SignedIn, bounties?: readonly string[]): Promise<Payout> {
  return (await operator.post('/api/bounties/payouts', bounties ? { bounties } : {}).expect(201)).body;
}

export function settle(operator: SignedIn, payout: Payout, outcome: object, nth = 0) {
  return operator.post(`/api/bounties/payouts/${payout.id}/payments/${payout.payments[nth]!.id}/settlement`, outcome);
}

/** Balances that are not zero, by account; throws when the books do not balance. */
export async function balances(shop: TestShop): Promise<Record<string, number>> {
  const operator = await shop.operator({ email: 'books@fraisier.test', name: 'Books' });
  const { body } = await operator.get('/api/ledger').expect(200);
  const rows = body.balances as { account: string; balance: { amount: number } }[];
  const sum = rows.reduce((total, row) => total + row.balance.amount, 0);
  if (sum !== 0) throw new Error(`the trial balance is ${sum}`);
  return Object.fromEntries(
    rows.flatMap((row) => (row.balance.amount === 0 ? [] : [[row.account, row.balance.amount]])),
  );
}

/** The same shop behind an application that writes its log, from `trace` on, into `lines`. */
export async function listenTo(shop: TestShop): Promise<{ app: TestShop['app']; lines: string[] }> {
  const lines: string[] = [];
  const note = (...entry: unknown[]) => void lines.push(inspect(entry, { depth: 8 }));
  const log = { level: 'trace', trace: note, debug: note, info: note, warn: note, error: note, fatal: note };
  const logger = { ...log, silent: () => {}, child: () => logger } as unknown as Deps['log'];
  const app = await buildApp({ ...shop.deps, log: logger });
  await app.ready();
  return { app, lines };
}
