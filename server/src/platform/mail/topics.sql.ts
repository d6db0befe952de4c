import { sql } from 'kysely';
import type { Database, Trx } from '../db/database.ts';

export async function listUnwantedTopics(db: Database, recipient: string): Promise<string[]> {
  const rows = await db.selectFrom('unwanted_topics').select('topic').where('recipient', '=', recipient).execute();
  return rows.map(({ topic }) => topic);
}

/** The same wish twice is one wish, and the first one's date stays. */
export async function putTopic(db: Database, recipient: string, topic: string, wanted: boolean): Promise<void> {
  if (wanted) {
    await db.deleteFrom('unwanted_topics').where('recipient', '=', recipient).where('topic', '=', topic).execute();
    return;
  }
  await sql`
    insert into unwanted_topics (recipient, topic) values (${recipient}, ${topic})
    on conflict do nothing`.execute(db);
}

/** What someone does not want to hear of follows them to another address. */
export async function moveTopics(trx: Trx, from: string, to: string): Promise<void> {
  await sql`delete from unwanted_topics where recipient = ${to}`.execute(trx);
  await sql`update unwanted_topics set recipient = ${to} where recipient = ${from}`.execute(trx);
}

export async function forgetTopics(trx: Trx, recipient: string): Promise<void> {
  await trx.deleteFrom('unwanted_topics').where('recipient', '=', recipient).execute();
}
