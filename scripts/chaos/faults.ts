import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { payoutFile } from '@fraisier/server/cycle/bounties/payouts/payout-file.ts';
import type { Bank } from './bank.ts';
import type { Invariant } from './checks/check.ts';
import { type Cast, SHOP_IBAN } from './people/cast.ts';
import type { Life } from './people/life.ts';
import type { BlowKind, StepBlow, StepGroup } from './plan.ts';
import type { ChaosShop } from './shop.ts';

/** Something that is wrong with the shop on purpose, so that the harness can show that it would notice. */
export interface Fault {
  readonly name: string;
  /** In one line, what is broken. */
  readonly what: string;
  /** The invariant that must be reported as broken. */
  readonly breaks: Invariant;
  /** On the migrated database. */
  readonly sql?: string;
  /** Of Postgres. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What of the statements, or of the mail, is changed on its way; the length stays. */
  readonly rewrite?: { readonly api?: (chunk: Buffer) => Buffer; readonly smtp?: (chunk: Buffer) => Buffer };
  /** What becomes of a bank file on its way to the bank; null when it never gets there. */
  readonly carry?: (xml: string) => string | null;
  readonly meanwhile?: (parts: { shop: ChaosShop; bank: Bank; life: Life; cast: Cast }) => Promise<void>;
  /** Blows and steps by which it shows, dealt before and more often than others. */
  readonly blows?: readonly BlowKind[];
  readonly steps?: Partial<Record<StepGroup, readonly StepBlow[]>>;
}

/** Blanks out in every statement the words that ask for a row's lock, so that it is never taken. */
const withoutLocks = withoutWords(/\bfor update( of "?\w+"?)?( skip locked| nowait)?/g);

/** A month's lock is its row and a place in the queue before it. */
const withoutRoundLock = withoutWords(/\bfor update of rounds|pg_advisory_xact_lock(?=\(hashtextextended)/g);

function withoutWords(words: RegExp): (chunk: Buffer) => Buffer {
  return (chunk) =>
    Buffer.from(
      // A lock that is asked for by a function becomes one that does nothing with as many letters.
      chunk.toString('latin1').replace(words, (found) => (found.startsWith('pg') ? 'abs' : '').padStart(found.length)),
      'latin1',
    );
}

const repeat = (step: StepBlow) => Array<StepBlow>(12).fill(step);

const mailBlows: readonly BlowKind[] = [
  'mail server drops',
  'mail server refuses for now',
  'kill the worker',
  'cut the mail line',
];

export const faults: readonly Fault[] = [
  {
    name: 'pays-twice',
    what: 'no row is locked, and a bounty may stand in two files',
    breaks: 'I1',
    rewrite: { api: withoutLocks },
    sql: `drop index payout_payments_once;
      alter table payout_payments drop constraint payout_payments_end_to_end_id_key`,
    steps: { money: repeat({ step: 'payouts', act: 'hold for a second one' }) },
  },
  {
    name: 'pays-before-commit',
    what: 'the bank gets a transfer before the transaction that exports it is committed',
    breaks: 'I1',
    sql: `create function chaos.tell_payment() returns trigger language plpgsql as $$
      begin
        raise log 'chaos pays % % %', new.end_to_end_id, new.amount_cents,
          (select designer_id from bounties where id = new.bounty_id);
        return null;
      end $$;
      create trigger aa_tell_payment after insert on payout_payments for each row execute function chaos.tell_payment()`,
    carry: () => null,
    meanwhile: async ({ shop, bank, life, cast }) => {
      let paid = 0;
      for await (const line of heard(shop, life, /chaos pays (\S+) (\d+) (\S+)/)) {
        const [, endToEndId, amountCents, designerId] = line;
        const designer = cast.designers.find(({ client }) => client.id === designerId)!;
        const order = {
          messageId: `EARLY-${++paid}`,
          createdAt: '2031-06-02T09:00:00',
          requestedFor: '2031-06-03',
          debtor: { name: 'Fraisier', iban: SHOP_IBAN, bic: 'AGRIFRPP' },
          transfers: [
            {
              endToEndId: endToEndId!,
              name: designer.client.name,
              iban: designer.ibans[0],
              amountCents: Number(amountCents),
              remittance: 'Dotation',
            },
          ],
        };
        await bank.submit(order.messageId, payoutFile(order));
      }
    },
    steps: { money: repeat({ step: 'payout_payments', act: 'end the backend' }) },
  },
  {
    name: 'wrong-account',
    what: 'someone changes an account in the file on its way to the bank',
    breaks: 'I1',
    carry: (xml) => xml.replace(/(<CdtrAcct>.*?<IBAN>)[^<]+/s, '$1DE89370400440532013000'),
  },
  {
    name: 'closes-twice',
    what: 'nobody waits for their turn with a month, and nothing else keeps it from being closed again',
    breaks: 'I1',
    rewrite: { api: withoutRoundLock },
    sql: `alter table round_closings drop constraint round_closings_pkey cascade;
      alter table round_winners drop constraint round_winners_pkey, drop constraint round_winners_design_id_key;
      alter table bounties drop constraint bounties_design_id_key cascade;
      alter table runs drop constraint runs_slug_key, drop constraint runs_design_id_key;
      drop trigger rounds_settled on rounds;
      alter table ballot_log drop constraint ballot_log_pkey cascade;
      drop index ballot_log_tree`,
    steps: { close: repeat({ step: 'round_closings', act: 'hold for a second one' }) },
  },
  {
    name: 'ballots-changed',
    what: 'after the close someone changes ballots in the tables',
    breaks: 'I2',
    meanwhile: async ({ shop, life }) => {
      while (!life.isOver()) {
        await shop.ask(
          `do $$ begin
             set local session_replication_role = replica;
             update ratings set stars = 6 - stars
             where stars <> 3 and round_id in (select round_id from round_closings)
               and not exists (select from ratings as other where other.round_id = ratings.round_id and other.stars = 4);
             update ratings set stars = 4 where stars = 2
               and round_id in (select round_id from round_closings)
               and not exists (select from ratings as other where other.round_id = ratings.round_id and other.stars = 4);
           end $$`,
        );
        await sleep(1_500);
      }
    },
  },
  {
    name: 'results-changeable',
    what: 'the trigger that keeps winners as they are is gone',
    breaks: 'I2',
    sql: 'drop trigger round_winners_append_only on round_winners',
  },
  {
    name: 'commits-lost',
    what: 'the database answers before what it answers is on the disk',
    breaks: 'I3',
    settings: { synchronous_commit: 'off', wal_writer_delay: '10s' },
    blows: ['kill Postgres'],
  },
  {
    name: 'books-off',
    what: 'nothing looks whether a transaction sums to zero, and a cent is added to some',
    breaks: 'I4',
    sql: `drop trigger ledger_entries_balance on ledger_entries;
      create function chaos.add_cent() returns trigger language plpgsql as $$
      begin
        if new.account = 'bounty_in_transit' then new.amount_cents := new.amount_cents + 1; end if;
        return new;
      end $$;
      create trigger add_cent before insert on ledger_entries for each row execute function chaos.add_cent()`,
  },
  {
    name: 'sale-lost',
    what: 'a piece that is paid for stays only held',
    breaks: 'I5',
    sql: `create function chaos.only_hold() returns trigger language plpgsql as $$
      begin
        if new.state = 'sold' and old.state = 'held' then new.state := 'held'; end if;
        return new;
      end $$;
      create trigger only_hold before update on pieces for each row execute function chaos.only_hold()`,
  },
  {
    name: 'clock-ahead',
    what: 'the shop’s clock is half an hour ahead of what was set',
    breaks: 'I11',
    sql: `create or replace function shop_now() returns timestamptz language sql volatile as $$
      select clock_timestamp() + clock_offset + interval '30 minutes' from shop_clock
    $$`,
  },
  {
    name: 'mail-lost',
    what: 'a mail counts as sent before it has left',
    breaks: 'I12',
    sql: `create function chaos.sent_already() returns trigger language plpgsql as $$
      begin
        if new.attempts > old.attempts then new.sent_at := shop_now(); end if;
        return new;
      end $$;
      create trigger sent_already before update on mails for each row execute function chaos.sent_already()`,
    blows: mailBlows,
  },
  {
    name: 'mail-before-commit',
    what: 'a mail leaves before the transaction that writes it is committed',
    breaks: 'I12',
    sql: `create function chaos.tell_mail() returns trigger language plpgsql as $$
      begin
        raise log 'chaos mails % %', new.id, new.recipient;
        return null;
      end $$;
      create trigger aa_tell_mail after insert on mails for each row execute function chaos.tell_mail()`,
    meanwhile: async ({ shop, life }) => {
      for await (const [, id, to] of heard(shop, life, /chaos mails (\S+) (\S+)/)) {
        shop.smtp.letters.push({ from: '', to: to!, raw: `Message-ID: <${id}@localhost>\r\n`, secure: false });
      }
    },
    steps: {
      close: repeat({ step: 'runs', act: 'end the backend' }),
      jobs: repeat({ step: 'mails', act: 'end the backend' }),
    },
  },
  {
    name: 'other-message-id',
    what: 'each copy of a mail has a Message-ID of its own',
    breaks: 'I12',
    rewrite: {
      smtp: (chunk) => {
        const other = Math.random().toString(16).slice(2, 10).padEnd(8, '0');
        return Buffer.from(chunk.toString('latin1').replace(/(Message-ID: <)[0-9a-f]{8}/i, `$1${other}`), 'latin1');
      },
    },
  },
  {
    name: 'job-lost',
    what: 'a job fails whenever it is tried: the bundle is never kept',
    breaks: 'I13',
    sql: `create function chaos.refuse() returns trigger language plpgsql as $$
      begin raise 'there is no room for it'; end $$;
      create trigger refuse before insert on round_bundles for each row execute function chaos.refuse()`,
  },
  {
    name: 'audit-lost',
    what: 'some acts of operators do not stay in the log',
    breaks: 'I14',
    sql: `drop trigger audit_log_append_only on audit_log;
      create function chaos.forget() returns trigger language plpgsql as $$
      begin
        delete from audit_log where id = new.id and act in ('send-payout', 'create-payout');
        return null;
      end $$;
      create trigger forget after insert on audit_log for each row execute function chaos.forget()`,
  },
];

/** What Postgres writes into its own log, at once and whatever becomes of the transaction. */
async function* heard(shop: ChaosShop, life: Life, words: RegExp): AsyncGenerator<RegExpExecArray> {
  let read = 0;
  while (!life.isOver()) {
    const log = readFileSync(shop.postgresLog, 'utf8');
    // A Postgres that was started again has begun a new one.
    if (log.length < read) read = 0;
    const whole = log.lastIndexOf('\n') + 1;
    const lines = log.slice(read, whole).split('\n');
    read = whole;
    for (const line of lines) {
      const found = words.exec(line);
      if (found) yield found;
    }
    await sleep(50);
  }
}
