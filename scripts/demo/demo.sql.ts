import type { Deps } from '@fraisier/server/deps.ts';

type Db = Deps['db'];

/** Everything dealt in the voting of a round, and to whom. */
export function listDealt(db: Db, roundId: string) {
  return db
    .selectFrom('deals')
    .innerJoin('pseudonyms', 'pseudonyms.id', 'deals.pseudonym_id')
    .select(['pseudonyms.member_id as memberId', 'deals.design_id as designId'])
    .where('deals.round_id', '=', roundId)
    .where('deals.stage', '=', 'voting')
    .orderBy('deals.pseudonym_id')
    .orderBy('deals.hand')
    .orderBy('deals.place')
    .execute();
}

export function listTitles(db: Db, roundId: string) {
  return db.selectFrom('designs').select(['id', 'title']).where('round_id', '=', roundId).execute();
}

/** The designs of a round, by slug, with their current artwork. */
export function listSubmitted(db: Db, slug: string) {
  return db
    .selectFrom('designs')
    .innerJoin('rounds', 'rounds.id', 'designs.round_id')
    .select(['designs.id', 'designs.title', 'designs.artwork_id as artworkId'])
    .where('rounds.slug', '=', slug)
    .execute();
}

export async function listArtworksOfRound(db: Db, slug: string): Promise<string[]> {
  const rows = await db
    .selectFrom('designs')
    .innerJoin('rounds', 'rounds.id', 'designs.round_id')
    .select('designs.artwork_id as artworkId')
    .where('rounds.slug', '=', slug)
    .where('designs.state', '=', 'admitted')
    .execute();
  return rows.flatMap((row) => row.artworkId ?? []);
}

/** What waits for an operator, and what it is compared with. */
export async function listArtworksAtDesk(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('designs')
    .leftJoin('likenesses', 'likenesses.artwork_id', 'designs.artwork_id')
    .select(['designs.artwork_id as own', 'likenesses.older_id as older'])
    .where('designs.state', '=', 'checked')
    .execute();
  return [...new Set(rows.flatMap(({ own, older }) => [own ?? [], older ?? []].flat()))];
}

export async function listArtworksOnSale(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('runs').select('artwork_id as artworkId').execute();
  return rows.map((row) => row.artworkId);
}

export async function countSold(db: Db, runId: string): Promise<number> {
  const row = await db
    .selectFrom('pieces')
    .select((select) => select.fn.countAll<number>().as('sold'))
    .where('run_id', '=', runId)
    .where('state', '=', 'sold')
    .executeTakeFirstOrThrow();
  return row.sold;
}

export function listUnsignedBounties(db: Db, slug: string) {
  return db
    .selectFrom('bounties')
    .innerJoin('rounds', 'rounds.id', 'bounties.round_id')
    .innerJoin('designs', 'designs.id', 'bounties.design_id')
    .select(['bounties.id as bountyId', 'designs.designer_id as designerId', 'bounties.contract_sha256 as sha256'])
    .where('rounds.slug', '=', slug)
    .where('bounties.contract_accepted_at', 'is', null)
    .execute();
}
