import { type Kysely, sql } from 'kysely';

/** What a vote costs beyond what it says: half of its time went into keys nobody asks for and into doing things twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A line is known by its round and leaf. Its random id was one more index that every vote had to find its place in;
  // leaves are hashes over a salt, so their order tells as little of when a line came.
  await sql`alter table set_aside drop constraint set_aside_round_id_leaf_fkey`.execute(db);
  await sql`alter table ballot_log drop constraint ballot_log_round_id_leaf_key`.execute(db);
  await sql`drop trigger ballot_log_append_only on ballot_log`.execute(db);
  await sql`alter table ballot_log drop column id`.execute(db);
  await sql`alter table ballot_log add primary key (round_id, leaf)`.execute(db);
  await sql`
    alter table set_aside add constraint set_aside_round_id_leaf_fkey
    foreign key (round_id, leaf) references ballot_log (round_id, leaf)`.execute(db);
  await sql`
    create or replace function refuse_ballot_log_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.tree_index is null
         and (new.round_id, new.kind, new.line, new.leaf) = (old.round_id, old.kind, old.line, old.leaf)
      then return new; end if;
      raise exception 'ballot_log is append-only' using errcode = 'restrict_violation';
    end
    $$`.execute(db);
  await sql`
    create trigger ballot_log_append_only before update or delete on ballot_log
    for each row execute function refuse_ballot_log_change()`.execute(db);

  // A check of a table is read from its text anew by every statement that writes there, and all of them at each change of
  // a row. A domain's is read once a connection, and only where its column is written. They say the same.
  for (const [domain, check] of [
    ['deal_stage as text', `value in ('voting', 'final')`],
    ['deal_state as text', `value in ('open', 'rated', 'skipped', 'expired')`],
    ['counted_from_1 as int', 'value > 0'],
    [
      'log_line_kind as text',
      `value in ('ballot', 'quarantine', 'dismiss', 'release', 'erase', 'cut', 'prolong', 'close')`,
    ],
    ['log_leaf as bytea', 'octet_length(value) = 32'],
    ['log_index as bigint', 'value >= 0'],
    ['ballot_salt as bytea', 'octet_length(value) = 16'],
    ['rating_stars as smallint', 'value between 1 and 5'],
    ['garment_size as text', `value in ('XS', 'S', 'M', 'L', 'XL', '2XL', '3XL')`],
  ]) {
    await sql`create domain ${sql.raw(`${domain} check (${check})`)}`.execute(db);
  }
  await sql`
    alter table deals
      drop constraint deals_stage_check, alter column stage type deal_stage,
      drop constraint deals_state_check, alter column state type deal_state,
      drop constraint deals_hand_check, alter column hand type counted_from_1,
      drop constraint deals_place_check, alter column place type counted_from_1`.execute(db);
  await sql`
    alter table ballot_log
      drop constraint ballot_log_kind_check, alter column kind type log_line_kind,
      drop constraint ballot_log_leaf_check, alter column leaf type log_leaf,
      drop constraint ballot_log_tree_index_check, alter column tree_index type log_index`.execute(db);
  await sql`
    alter table ballot_openings drop constraint ballot_openings_salt_check, alter column salt type ballot_salt
  `.execute(db);
  await sql`
    alter table ratings
      drop constraint ratings_stars_check, alter column stars type rating_stars,
      drop constraint ratings_size_check, alter column size type garment_size`.execute(db);

  // With the design in them, these indexes answered for a voter's own row too as long as the shop was young, by going
  // through all rounds (a skip scan); a connection that votes kept that way. By round alone they cannot, and every vote
  // finds its place in the one of the ratings sooner.
  await sql`drop index ratings_round`.execute(db);
  await sql`create index ratings_round on ratings (round_id)`.execute(db);
  await sql`drop index deals_round`.execute(db);
  await sql`create index deals_round on deals (round_id)`.execute(db);

  // A foreign key looks at the round once more for each line, and locks what the vote holds already. A round that people
  // vote in is never deleted, so it is enough to look once for all lines of a statement.
  await sql`alter table ballot_log drop constraint ballot_log_round_id_fkey`.execute(db);
  await sql`
    create function require_logged_rounds() returns trigger language plpgsql as $$
    begin
      if exists (
        select from (select distinct round_id from added) as one
        where not exists (select from rounds where id = one.round_id limit 1)
      ) then
        raise exception 'a line is of no round' using errcode = 'foreign_key_violation';
      end if;
      return null;
    end
    $$`.execute(db);
  await sql`
    create trigger ballot_log_has_rounds after insert on ballot_log referencing new table as added
    for each statement execute function require_logged_rounds()`.execute(db);

  // Checking new ratings and counting them is one function, so that the rows are gathered and a function is entered once.
  // New ones and changed ones are counted one after the other, each in the order of the counters: two statements with both
  // could hold what the other wanted next, and stood still for a second. Whoever counts holds the counters of the round.
  for (const old of ['insert_has_lines', 'update_has_lines', 'added', 'changed']) {
    await sql`drop trigger ${sql.raw(`ratings_${old}`)} on ratings`.execute(db);
  }
  for (const old of ['require_rated_lines', 'count_new_ratings', 'count_changed_ratings']) {
    await sql`drop function ${sql.raw(old)}()`.execute(db);
  }
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
    create function keep_new_ratings() returns trigger language plpgsql as $$
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
    create function keep_changed_ratings() returns trigger language plpgsql as $$
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
  await sql`
    create trigger ratings_added after insert on ratings referencing new table as added
    for each statement execute function keep_new_ratings()`.execute(db);
  await sql`
    create trigger ratings_changed after update on ratings referencing old table as removed new table as added
    for each statement execute function keep_changed_ratings()`.execute(db);
}
