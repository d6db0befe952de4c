import { type Kysely, sql } from 'kysely';

/** The audit log can be searched: by the words in it, by what an act mentions, by act and by day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Words as people type them: without accents, capitals and punctuation, in any script.
  await sql`
    create function plain_words(given text) returns text language sql immutable parallel safe as $$
      select trim(regexp_replace(
        regexp_replace(replace(replace(lower(normalize(given, NFKD)), 'œ', 'oe'), 'æ', 'ae'), '[\u0300-\u036f]', '', 'g'),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'))
    $$`.execute(db);
  await sql`
    create function audit_words(actor_name text, act text, details jsonb) returns tsvector
    language sql immutable parallel safe as $$
      select to_tsvector('simple', plain_words(concat_ws(' ', actor_name, act, (
        select string_agg(value #>> '{}', ' ')
        from jsonb_path_query(details, '$.** ? (@.type() == "string" || @.type() == "number")') as value
      ))))
    $$`.execute(db);
  // Ids of any kind, and the addresses of rounds and runs: what the act was on, and what its details name.
  await sql`
    create function audit_mentions(subject_id text, details jsonb) returns text[]
    language sql immutable parallel safe as $$
      select array(
        select subject_id
        union
        select value #>> '{}' from jsonb_path_query(details, '$.** ? (@.type() == "string")') as value
        where value #>> '{}' ~
          '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|2[0-9]{3}-(0[1-9]|1[0-2])(-[1-9][0-9]*)?)$'
      )
    $$`.execute(db);
  await sql`
    alter table audit_log
      add column words tsvector generated always as (audit_words(actor_name, act, details)) stored,
      add column mentions text[] generated always as (audit_mentions(subject_id, details)) stored`.execute(db);
  await sql`create index audit_log_words on audit_log using gin (words)`.execute(db);
  await sql`create index audit_log_mentions on audit_log using gin (mentions)`.execute(db);
  await sql`create index audit_log_act on audit_log (act, id desc)`.execute(db);
  await sql`create index audit_log_happened on audit_log (happened_at)`.execute(db);
  await sql`create index designs_title_words on designs using gin (to_tsvector('simple', plain_words(title)))`.execute(
    db,
  );
}
