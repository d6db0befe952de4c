import { createHash, createHmac } from 'node:crypto';
import type { createDatabase } from '@fraisier/server/platform/db/database.ts';

type Pool = ReturnType<typeof createDatabase>['pool'];

/** A round with people who may vote in it: all of it follows from the numbers, so that a load client can say it alone. */
export interface Crowd {
  readonly slug: string;
  readonly designs: number;
  readonly voters: number;
  /** Designs dealt to each voter. */
  readonly dealt: number;
  /** The first so many voters have been dealt; the others have not begun. All, if not given. */
  readonly begun?: number;
}

export interface Round {
  readonly id: string;
  readonly crowd: Crowd;
}

/** The same id here and in `md5(…)::uuid`. */
export function idOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const designId = (slug: string, design: number) => idOf(`design ${slug} ${design}`);

/** The nth design dealt to a voter; as in the statement below. */
export const dealtDesign = ({ designs }: Crowd, voter: number, nth: number) => (voter * 7 + nth) % designs;

export function cookieOf(slug: string, voter: number, secret: string): string {
  const token = `session ${slug} ${voter}`.replaceAll(' ', '-');
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `fraisier.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** Puts the round straight into the tables, with everyone signed in and `dealt` designs in front of each. */
export async function openRound(pool: Pool, crowd: Crowd): Promise<Round> {
  const { slug, designs, voters, dealt, begun = voters } = crowd;
  const client = await pool.connect();
  try {
    // Rows that follow from each other need no check, and checks would take most of the time.
    await client.query('set session_replication_role = replica');
    const ask = async (text: string, values: unknown[]) => (await client.query(text, values)).rows;
    const [round] = await ask(
      `insert into rounds (slug, number, phase, collecting_due_at, voting_due_at, final_due_at, freeze_due_at,
         collecting_at, voting_at, rules_version, bounty_cents, bounty_is_net, run_size, piece_price_cents,
         max_inks, print_width_mm, print_height_mm, expected_ratings, appeal_hours)
       select $1, (select count(*) + 1 from rounds)::int, 'voting', now - interval '30 days', now - interval '10 days',
         now + interval '5 days', now + interval '9 days', now - interval '30 days', now - interval '10 days',
         'bench', 100000, true, 300, 2400, 6, 300, 360, 6000, 48 from shop_now() as now
       returning id`,
      [slug],
    );
    const id = round!.id as string;
    await ask(
      `insert into members (id, email, email_verified, name)
       select md5('designer ' || $1)::uuid, 'designer-' || $1 || '@bench.test', true, 'Designer'`,
      [slug],
    );
    await ask(
      `insert into designs (id, round_id, designer_id, title, story, alt_text, fabric, sources, rights_declared_at,
         state, admitted_at)
       select md5('design ' || $1 || ' ' || nth)::uuid, $2, md5('designer ' || $1)::uuid, 'Design ' || nth, 'Why', 'What',
         'blanc', 'None', shop_now(), 'admitted', shop_now()
       from generate_series(0, $3::int - 1) as nth`,
      [slug, id, designs],
    );
    await ask(
      `with voters as materialized (
         select nth, md5('voter ' || $1 || ' ' || nth)::uuid as id from generate_series(0, $3::int - 1) as nth
       ), accounts as (
         insert into members (id, email, email_verified, name)
         select id, 'voter-' || $1 || '-' || nth || '@bench.test', true, 'Voter ' || nth from voters
       ), sessions as (
         insert into sessions (member_id, token, expires_at)
         select id, 'session-' || $1 || '-' || nth, clock_timestamp() + interval '60 days' from voters
       )
       insert into pseudonyms (id, round_id, member_id)
       select md5('pseudonym ' || $1 || ' ' || nth)::uuid, $2, id from voters where nth < $4`,
      [slug, id, voters, begun],
    );
    await ask(
      `insert into deals (round_id, pseudonym_id, design_id, stage, hand, place, expires_at)
       select $2, md5('pseudonym ' || $1 || ' ' || voter)::uuid,
         md5('design ' || $1 || ' ' || (voter * 7 + nth) % $4::int)::uuid, 'voting', 1 + nth / 10, 1 + nth % 10,
         shop_now() + interval '1 day'
       from generate_series(0, $3::int - 1) as voter, generate_series(0, $5::int - 1) as nth`,
      [slug, id, begun, designs, dealt],
    );
    await ask(
      `insert into exposures (round_id, stage, design_id, dealt)
       select $1, 'voting', designs.id, count(deals.id) from designs
       left join deals on deals.design_id = designs.id where designs.round_id = $1 group by designs.id`,
      [id],
    );
    await client.query('set session_replication_role = origin');
    // Not the tables that are still empty: Postgres would believe that they stay so.
    await client.query('vacuum analyze rounds, members, sessions, designs, pseudonyms, deals, exposures');
    return { id, crowd };
  } finally {
    client.release(true);
  }
}

/** Lets every voter have rated all that was dealt, straight into the tables: for what only reads ratings. */
export async function fillRatings(pool: Pool, { id, crowd }: Round): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into ratings (round_id, pseudonym_id, design_id, stars, would_wear, leaf)
       select $2, md5('pseudonym ' || $1 || ' ' || voter)::uuid,
         md5('design ' || $1 || ' ' || (voter * 7 + nth) % $4::int)::uuid, 1 + (voter + nth * 3) % 5,
         (voter + nth) % 3 = 0, sha256(convert_to($1 || ' ' || voter || ' ' || nth, 'UTF8'))
       from generate_series(0, $3::int - 1) as voter, generate_series(0, $5::int - 1) as nth`,
      [crowd.slug, id, crowd.voters, crowd.designs, crowd.dealt],
    );
    await client.query(
      `insert into rating_counts
       select round_id, design_id, stars, would_wear, count(*) from ratings where round_id = $1 group by 1, 2, 3, 4`,
      [id],
    );
    await client.query(
      `insert into ballot_totals
       select round_id, count(distinct pseudonym_id), count(*) from ratings where round_id = $1 group by 1`,
      [id],
    );
    await client.query('vacuum analyze ratings, rating_counts, ballot_totals');
  } finally {
    client.release(true);
  }
}
