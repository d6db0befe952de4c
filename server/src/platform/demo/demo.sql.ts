import type { Database } from '../db/database.ts';

export function listDemoPeople(db: Database) {
  return db
    .selectFrom('demo_people')
    .innerJoin('members', 'members.id', 'demo_people.member_id')
    .select(['key', 'members.name', 'members.email', 'members.role', 'what_fr as whatFr', 'what_en as whatEn'])
    .where('erased_at', 'is', null)
    .orderBy('place')
    .execute();
}

export async function putDemoPerson(
  db: Database,
  person: { key: string; place: number; member_id: string; what_fr: string; what_en: string },
): Promise<void> {
  await db
    .insertInto('demo_people')
    .values(person)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(person))
    .execute();
}
