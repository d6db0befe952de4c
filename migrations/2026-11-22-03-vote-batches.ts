import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Ends a statement that wrote on what it had read before, when that is no longer so: nothing of it stays.
  await sql`
    create function require_unchanged(unchanged boolean) returns void language plpgsql as $$
    begin
      if unchanged is not true then
        raise exception 'what was read has changed since' using errcode = 'serialization_failure';
      end if;
    end
    $$`.execute(db);

  // An answer changes the state of a deal and nothing that an index holds, and finds room beside it: so it costs one
  // page and no index. What is due is found by time alone, from where the last search ended.
  await sql`drop index deals_open`.execute(db);
  await sql`create index deals_due on deals (expires_at)`.execute(db);
  await sql`alter table deals set (fillfactor = 80)`.execute(db);
  await sql`
    create table deal_searches (
      only_one boolean primary key default true check (only_one),
      searched_to timestamptz not null default '-infinity'
    )`.execute(db);
  await sql`insert into deal_searches default values`.execute(db);

  // How many ratings stand, by design and cell, and by how many voters: always what a count of the rows would give, for
  // the rows' own triggers keep it, whoever writes them. By design it is for the count alone, as the ratings are.
  await sql`
    create table rating_counts (
      round_id uuid not null references rounds (id),
      design_id uuid not null references designs (id),
      stars smallint not null,
      would_wear boolean not null,
      ratings int not null,
      primary key (round_id, design_id, stars, would_wear)
    ) with (fillfactor = 50)`.execute(db);
  await sql`
    create table ballot_totals (
      round_id uuid primary key references rounds (id),
      voters int not null,
      ratings int not null
    ) with (fillfactor = 50)`.execute(db);
  await sql`alter table pseudonyms add column has_rated boolean not null default false`.execute(db);

  await sql`
    create function count_new_ratings() returns trigger language plpgsql as $$
    begin
      insert into rating_counts as kept
      select round_id, design_id, stars, would_wear, count(*) from added group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (round_id, design_id, stars, would_wear) do update set ratings = kept.ratings + excluded.ratings;
      with first as (
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
    create function count_changed_ratings() returns trigger language plpgsql as $$
    begin
      if exists (select from removed) then
        insert into rating_counts as kept
        select round_id, design_id, stars, would_wear, sum(times) from (
          select round_id, design_id, stars, would_wear, 1 as times from added
          union all select round_id, design_id, stars, would_wear, -1 from removed
        ) as one
        group by 1, 2, 3, 4 having sum(times) <> 0 order by 1, 2, 3, 4
        on conflict (round_id, design_id, stars, would_wear) do update set ratings = kept.ratings + excluded.ratings;
      end if;
      return null;
    end
    $$`.execute(db);
  await sql`
    create function count_removed_ratings() returns trigger language plpgsql as $$
    begin
      insert into rating_counts as kept
      select round_id, design_id, stars, would_wear, -count(*) from removed group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (round_id, design_id, stars, would_wear) do update set ratings = kept.ratings + excluded.ratings;
      with none as (
        update pseudonyms set has_rated = false
        where id = any(array(select distinct pseudonym_id from removed)) and has_rated
          and not exists (select from ratings where pseudonym_id = pseudonyms.id)
        returning round_id
      )
      insert into ballot_totals as kept
      select round_id, -sum(voter), -sum(rating)
      from (select round_id, 0 as voter, 1 as rating from removed union all select round_id, 1, 0 from none) as one
      group by 1 order by 1
      on conflict (round_id) do update
      set voters = kept.voters + excluded.voters, ratings = kept.ratings + excluded.ratings;
      return null;
    end
    $$`.execute(db);
  await sql`
    create trigger ratings_added after insert on ratings referencing new table as added
    for each statement execute function count_new_ratings()`.execute(db);
  await sql`
    create trigger ratings_changed after update on ratings referencing old table as removed new table as added
    for each statement execute function count_changed_ratings()`.execute(db);
  await sql`
    create trigger ratings_removed after delete on ratings referencing old table as removed
    for each statement execute function count_removed_ratings()`.execute(db);

  await sql`
    insert into rating_counts
    select round_id, design_id, stars, would_wear, count(*) from ratings group by 1, 2, 3, 4`.execute(db);
  await sql`
    insert into ballot_totals
    select round_id, count(distinct pseudonym_id), count(*) from ratings group by 1`.execute(db);
  await sql`
    update pseudonyms set has_rated = true
    where exists (select from ratings where pseudonym_id = pseudonyms.id)`.execute(db);
}
