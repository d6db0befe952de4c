import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Bounties } from '../../platform/db/schema.ts';

export type BountyRow = Selectable<Bounties>;

export interface NewBounty {
  readonly round_id: string;
  readonly design_id: string;
  readonly designer_id: string;
  readonly promised_cents: number;
  readonly promised_is_net: boolean;
  readonly gross_cents: number;
  readonly net_cents: number;
  readonly contribution_cents: number;
  readonly withholding: string;
  readonly owed_at: Date;
  /** Days of the shop's calendar until it is due: the same hour, also across a clock change. */
  readonly days: number;
}

export function insertBounty(trx: Trx, { days, ...row }: NewBounty): Promise<BountyRow> {
  return trx
    .insertInto('bounties')
    .values({
      ...row,
      due_at: sql<Date>`(${row.owed_at}::timestamptz at time zone (select time_zone from shop_settings)
        + make_interval(days => ${days}::int)) at time zone (select time_zone from shop_settings)`,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function findBountyOfDesign(trx: Trx, designId: string): Promise<BountyRow | undefined> {
  return trx.selectFrom('bounties').selectAll().where('design_id', '=', designId).executeTakeFirst();
}

export function lockBounty(trx: Trx, id: string): Promise<BountyRow | undefined> {
  return trx.selectFrom('bounties').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** In the order of their ids, so that two payouts wait for each other and never block each other. */
export function lockBounties(trx: Trx, ids: readonly string[]): Promise<BountyRow[]> {
  return trx
    .selectFrom('bounties')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** All that are still to be paid out, ready or not. */
export function lockUnpaidBounties(trx: Trx): Promise<BountyRow[]> {
  return trx
    .selectFrom('bounties')
    .selectAll()
    .where('state', 'in', ['owed', 'failed'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export interface Terms {
  readonly exempt: boolean;
  readonly gross_cents: number;
  readonly net_cents: number;
  readonly contribution_cents: number;
  readonly withholding: string;
}

export function updateTerms(trx: Trx, id: string, terms: Terms): Promise<BountyRow> {
  return trx.updateTable('bounties').set(terms).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

export interface PayeeChange {
  readonly legal_name: string;
  readonly iban_sealed: Buffer;
  readonly iban_country: string;
  readonly iban_last4: string;
}

export async function updatePayee(trx: Trx, id: string, payee: PayeeChange, contract: ContractColumns): Promise<void> {
  await trx
    .updateTable('bounties')
    .set((eb) => ({ ...payee, ...contract, payee_at: eb.fn('shop_now') }))
    .where('id', '=', id)
    .execute();
}

export interface ContractColumns {
  readonly contract_text: string;
  readonly contract_sha256: Buffer;
  readonly contract_terms: string;
  readonly contract_until: Date;
}

/** The change of account that the bounty waits for; null when it waits for none. */
export async function setWaitingChange(trx: Trx, id: string, changeId: string | null): Promise<void> {
  await trx.updateTable('bounties').set({ iban_change_id: changeId }).where('id', '=', id).execute();
}

/** Another account of the same payee, under the contract as it was accepted; the bounty waits for it no longer. */
export async function takeAccount(trx: Trx, id: string, account: Omit<PayeeChange, 'legal_name'>): Promise<void> {
  await trx
    .updateTable('bounties')
    .set((eb) => ({ ...account, iban_change_id: null, iban_changed_at: eb.fn('shop_now') }))
    .where('id', '=', id)
    .execute();
}

export async function setSocialSecurity(
  trx: Trx,
  id: string,
  number: { readonly social_security_sealed: Buffer; readonly social_security_last2: string },
): Promise<void> {
  await trx
    .updateTable('bounties')
    .set((eb) => ({ ...number, social_security_at: eb.fn('shop_now') }))
    .where('id', '=', id)
    .execute();
}

export async function markContractAccepted(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('bounties')
    .set((eb) => ({ contract_accepted_at: eb.fn('shop_now') }))
    .where('id', '=', id)
    .execute();
}

export async function markExported(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('bounties').set({ state: 'exported' }).where('id', '=', id).execute();
}

/** Keeps, for its statement, who paid: the shop may have another name later. */
export function markPaid(trx: Trx, id: string): Promise<BountyRow> {
  return trx
    .updateTable('bounties')
    .set((eb) => ({
      state: 'paid',
      paid_at: eb.fn<Date>('shop_now'),
      payer: sql`(select jsonb_build_object('shopName', shop_name, 'legalName', legal_name, 'legalForm', legal_form,
        'registration', registration, 'street', street, 'postalCode', postal_code, 'city', city, 'country', country,
        'email', email, 'timeZone', time_zone) from shop_settings)`,
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface Winner {
  readonly email: string;
  readonly name: string;
  readonly locale: 'fr' | 'en';
  readonly title: string;
}

/** Whom to write to about a bounty; undefined when the account was erased. */
export async function findWinner(trx: Trx, bountyId: string): Promise<Winner | undefined> {
  const row = await trx
    .selectFrom('bounties')
    .innerJoin('members', 'members.id', 'bounties.designer_id')
    .innerJoin('designs', 'designs.id', 'bounties.design_id')
    .select(['members.email', 'members.name', 'members.locale', 'designs.title'])
    .where('bounties.id', '=', bountyId)
    .where('members.erased_at', 'is', null)
    .executeTakeFirst();
  return row as Winner | undefined;
}

/** What a contract and a transfer say of the work. */
export function readWork(trx: Trx, bountyId: string) {
  return trx
    .selectFrom('bounties')
    .innerJoin('designs', 'designs.id', 'bounties.design_id')
    .innerJoin('artworks', 'artworks.id', 'designs.artwork_id')
    .innerJoin('rounds', 'rounds.id', 'bounties.round_id')
    .select(['designs.title', 'artworks.sha256', 'rounds.number', 'rounds.slug', 'rounds.run_size'])
    .where('bounties.id', '=', bountyId)
    .executeTakeFirstOrThrow();
}

function selectListed(db: Database) {
  return db
    .selectFrom('bounties')
    .innerJoin('designs', 'designs.id', 'bounties.design_id')
    .innerJoin('rounds', 'rounds.id', 'bounties.round_id')
    .innerJoin('members', 'members.id', 'bounties.designer_id')
    .leftJoin('runs', 'runs.design_id', 'bounties.design_id')
    .leftJoin('orders', (join) => join.onRef('orders.run_id', '=', 'runs.id').on('orders.kind', '=', 'author'))
    .leftJoin('pieces', 'pieces.order_id', 'orders.id')
    .selectAll('bounties')
    .select([
      'designs.title',
      'rounds.slug as round_slug',
      'rounds.number as round_number',
      'members.name as designer_name',
      'orders.id as shirt_order',
      'pieces.size as shirt_size',
      'pieces.cut as shirt_cut',
    ]);
}

export type ListedBounty = Awaited<ReturnType<typeof listBounties>>[number];

/** Newest first; of one designer, or of everyone when `designerId` is null. */
export function listBounties(
  db: Database,
  filter: { designerId: string | null; cursor?: string | undefined; limit: number },
) {
  let query = selectListed(db)
    .orderBy('bounties.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.designerId) query = query.where('bounties.designer_id', '=', filter.designerId);
  if (filter.cursor) query = query.where('bounties.id', '<', filter.cursor);
  return query.execute();
}

export function findBounty(db: Database, id: string): Promise<ListedBounty | undefined> {
  return selectListed(db).where('bounties.id', '=', id).executeTakeFirst();
}
