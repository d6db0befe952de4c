import { type Kysely, sql } from 'kysely';

/**
 * New ratings and changed ones are counted one after the other, each in the order of the counters: two statements with
 * both could hold what the other wanted next, and stood still for a second. Whoever counts now holds the counters of
 * the round.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const checkAndHold = `
      if (select count(*) from added) <> (
        select count(*) from added,
          lateral (select from ballot_log as line where line.round_id = added.round_id and line.leaf = added.leaf limit 1),
          lateral (select from designs where id = added.design_id and round_id = added.round_id limit 1)
      ) then
        raise exception 'a rating has no line in the log, or is of no design of its round'
          using errcode = 'foreign_key_violation';
      end if;
      perform pg_advisory_xact_lock(hashtextextended('counters/' || round_id::text, 0))
      from (select distinct round_id from added order by 1) as counted;`;
  await sql`
    create or replace function keep_new_ratings() returns trigger language plpgsql as $$
    begin
      ${sql.raw(checkAndHold)}
      with counted as (
        insert into rating_counts as kept
        select round_id, design_id, stars, would_wear, count(*) from added group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (round_id, design_id, stars, would_wear) do update set ratings = kept.ratings + excluded.ratings
      ), first as (
        update pseudonyms set has_rated = true
        where id = any(array(select distinct pseudonym_id from added)) and not has_rated
        returning round_id
      )
      insert into ballot_totals as kept
      select round_id, sum(voter), sum(rating)
      from (select round_id, 0 as voter, 1 as rating from added union all select round_id, 1, 0 from first) as one
      group by 1 order by 1
      on conflict (round_id) do update
      set voters = kept.voters + excluded.voters, ratings = kept.ratings + excluded.ratings;
      return null;
    end
    $$`.execute(db);
  await sql`
    create or replace function keep_changed_ratings() returns trigger language plpgsql as $$
    begin
      if not exists (select from added) then return null; end if;
      ${sql.raw(checkAndHold)}
      insert into rating_counts as kept
      select round_id, design_id, stars, would_wear, sum(times) from (
        select round_id, design_id, stars, would_wear, 1 as times from added
        union all select round_id, design_id, stars, would_wear, -1 from removed
      ) as one
      group by 1, 2, 3, 4 having sum(times) <> 0 order by 1, 2, 3, 4
      on conflict (round_id, design_id, stars, would_wear) do update set ratings = kept.ratings + excluded.ratings;
      return null;
    end
    $$`.execute(db);
}
