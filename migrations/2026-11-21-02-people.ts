import { type Kysely, sql } from 'kysely';

/** Accounts. The shapes of members, sessions, accounts, verifications and passkeys are better-auth's, in snake case. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table members (
      id uuid primary key default uuidv7(),
      email text not null unique check (email = lower(email)),
      email_verified boolean not null default false,
      name text not null default '',
      image text,
      role text not null default 'member' check (role in ('member', 'operator', 'admin')),
      locale text not null default 'fr' check (locale in ('fr', 'en')),
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp(),
      -- by the shop's clock: the final is for accounts made before it opened
      joined_at timestamptz not null default shop_now(),
      erased_at timestamptz
    )`.execute(db);

  await sql`
    create table sessions (
      id uuid primary key default gen_random_uuid(),
      member_id uuid not null references members (id) on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index sessions_member on sessions (member_id)`.execute(db);

  await sql`
    create table accounts (
      id uuid primary key default gen_random_uuid(),
      member_id uuid not null references members (id) on delete cascade,
      account_id text not null,
      provider_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index accounts_member on accounts (member_id)`.execute(db);

  await sql`
    create table verifications (
      id uuid primary key default gen_random_uuid(),
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index verifications_identifier on verifications (identifier)`.execute(db);

  await sql`
    create table passkeys (
      id uuid primary key default gen_random_uuid(),
      member_id uuid not null references members (id) on delete cascade,
      name text,
      public_key text not null,
      credential_id text not null unique,
      counter bigint not null,
      device_type text not null,
      backed_up boolean not null,
      transports text,
      aaguid text,
      created_at timestamptz default clock_timestamp()
    )`.execute(db);
  await sql`create index passkeys_member on passkeys (member_id)`.execute(db);

  await sql`
    create table delivery_addresses (
      member_id uuid primary key references members (id) on delete cascade,
      name text not null,
      line1 text not null,
      line2 text not null default '',
      postal_code text not null,
      city text not null,
      country text not null check (country ~ '^[A-Z]{2}$'),
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db);

  // Demo mode only: the cast that the sign-in page lists. Empty in a real shop.
  await sql`
    create table demo_people (
      key text primary key,
      place int not null unique,
      member_id uuid not null references members (id) on delete cascade,
      what_fr text not null,
      what_en text not null
    )`.execute(db);

  // Questions to the shop, and notices of content that should not be there (DSA 16).
  await sql`
    create table contact_messages (
      id uuid primary key default uuidv7(),
      kind text not null check (kind in ('question', 'notice')),
      name text not null,
      email text not null,
      message text not null,
      address text,
      good_faith boolean not null default false,
      locale text not null default 'fr' check (locale in ('fr', 'en')),
      member_id uuid references members (id) on delete set null,
      received_at timestamptz not null default shop_now(),
      answer text,
      answered_at timestamptz,
      answered_by uuid references members (id),
      check ((answer is null) = (answered_at is null))
    )`.execute(db);
}
