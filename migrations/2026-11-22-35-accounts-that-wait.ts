import { type Kysely, sql } from 'kysely';

/** An account is frozen with the contract; another one waits, can be called off, and needs a second person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table iban_changes (
      id uuid primary key default uuidv7(),
      bounty_id uuid not null references bounties (id),
      requested_by uuid not null references members (id),
      requested_at timestamptz not null default shop_now(),
      ready_at timestamptz not null,
      -- encrypted; gone once it is decided: an account that was not taken is none of the shop's
      iban_sealed bytea,
      iban_country text not null,
      iban_last4 text not null,
      -- of the token in the mail that calls it off
      cancel_sha256 bytea not null unique check (octet_length(cancel_sha256) = 32),
      state text not null default 'waiting'
        check (state in ('waiting', 'approved', 'refused', 'cancelled', 'replaced')),
      decided_at timestamptz,
      decided_by uuid references members (id),
      reason text,
      check ((state = 'waiting') = (decided_at is null)),
      check ((state = 'waiting') = (iban_sealed is not null)),
      -- the waiting time, and the second person
      check (ready_at > requested_at),
      check (state <> 'approved' or (decided_by is not null and decided_by <> requested_by and decided_at >= ready_at))
    )`.execute(db);
  await sql`create unique index iban_changes_one_waits on iban_changes (bounty_id) where state = 'waiting'`.execute(db);
  await sql`create index iban_changes_bounty on iban_changes (bounty_id, id desc)`.execute(db);
  await sql`
    create function keep_decided_iban_change() returns trigger language plpgsql as $$
    begin
      raise exception 'a change of account is decided once' using errcode = 'restrict_violation';
    end
    $$`.execute(db);
  await sql`
    create trigger iban_changes_decided before update on iban_changes for each row
    when (old.state <> 'waiting' or
      (old.bounty_id, old.requested_by, old.requested_at, old.ready_at, old.iban_country, old.iban_last4,
        old.cancel_sha256)
      is distinct from
      (new.bounty_id, new.requested_by, new.requested_at, new.ready_at, new.iban_country, new.iban_last4,
        new.cancel_sha256))
    execute function keep_decided_iban_change()`.execute(db);
  await sql`
    create trigger iban_changes_stay before delete or truncate on iban_changes
    for each statement execute function refuse_change()`.execute(db);

  // An account given after a refusal waited without a row of its own: it is asked for again, under these rules.
  await sql`
    update bounties set iban_sealed = null, iban_country = null, iban_last4 = null
    where state = 'failed' and iban_changed_at is not null`.execute(db);
  await sql`alter table bounties add column iban_change_id uuid unique references iban_changes (id)`.execute(db);
  await sql`
    create function keep_frozen_account() returns trigger language plpgsql as $$
    begin
      if not exists (
        select from iban_changes
        where id = old.iban_change_id and bounty_id = old.id and state = 'approved' and new.iban_change_id is null
          and iban_country = new.iban_country and iban_last4 = new.iban_last4
      ) then
        raise exception 'the account is frozen with the contract' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$`.execute(db);
  await sql`
    create trigger bounties_frozen_account before update on bounties for each row
    when (old.contract_accepted_at is not null and
      (old.iban_country, old.iban_last4, old.iban_sealed is null)
      is distinct from (new.iban_country, new.iban_last4, new.iban_sealed is null))
    execute function keep_frozen_account()`.execute(db);
  // Whoever writes the file: no transfer while an account waits.
  await sql`
    create function refuse_transfer_while_account_waits() returns trigger language plpgsql as $$
    begin
      if exists (select from bounties where id = new.bounty_id and iban_change_id is not null) then
        raise exception 'bounty % waits for an account', new.bounty_id using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$`.execute(db);
  await sql`
    create trigger payout_payments_account before insert on payout_payments
    for each row execute function refuse_transfer_while_account_waits()`.execute(db);
}
