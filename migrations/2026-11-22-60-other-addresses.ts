import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A member asks for another address of mail. By the real clock, as sessions and sign-in links are.
  await sql`
    create table email_changes (
      id uuid primary key default uuidv7(),
      member_id uuid not null references members (id) on delete cascade,
      old_email text not null check (old_email = lower(old_email)),
      -- forgotten when nothing came of it
      new_email text check (new_email = lower(new_email)),
      confirm_sha256 bytea not null unique,
      state text not null default 'waiting' check (state in ('waiting', 'changed', 'withdrawn', 'cancelled')),
      asked_at timestamptz not null default clock_timestamp(),
      -- the sign-in of the session that asked: what came into the account since goes again when it is called off
      signed_in_at timestamptz not null,
      confirm_until timestamptz not null,
      -- until then the old address can call it off, and nobody else can have that address
      keep_until timestamptz not null,
      settled_at timestamptz,
      check ((state = 'waiting') = (settled_at is null)),
      check (new_email is not null or state <> 'changed')
    )`.execute(db);
  await sql`create index email_changes_member on email_changes (member_id, id desc)`.execute(db);
  await sql`create unique index email_changes_one_waits on email_changes (member_id) where state = 'waiting'`.execute(
    db,
  );
  await sql`create index email_changes_left on email_changes (old_email) where state = 'changed'`.execute(db);
  await sql`create index email_changes_asked on email_changes (new_email, asked_at)`.execute(db);

  // After the row, so that it sees what another transaction committed while this one waited for the address.
  await sql`
    create function refuse_kept_email() returns trigger language plpgsql as $$
    begin
      if exists (
        select from email_changes where old_email = new.email and state = 'changed'
          and keep_until > clock_timestamp() and member_id <> new.id
      ) then
        raise exception 'this address is kept for the account that left it'
          using errcode = 'unique_violation', constraint = 'members_email_kept', table = 'members';
      end if;
      return null;
    end
    $$`.execute(db);
  await sql`
    create trigger members_email_kept after insert or update of email on members
    for each row execute function refuse_kept_email()`.execute(db);

  // A copy of one's data: asked for first, fetched within minutes. The rows bound how often.
  await sql`
    create table data_copies (
      id uuid primary key default gen_random_uuid(),
      member_id uuid not null references members (id) on delete cascade,
      locale text not null check (locale in ('fr', 'en')),
      asked_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index data_copies_member on data_copies (member_id, asked_at desc)`.execute(db);
}
