import type { ActKind } from '../history.ts';
import type { Check, Checked } from './check.ts';

/** What stands in the tables, and what must stand in the log of it: once, under whoever did it. */
const effects: readonly { act: string; sql: string; about?: string }[] = [
  {
    act: 'close-round',
    sql: `select slug as subject, closed_by as actor from round_closings join rounds on rounds.id = round_id`,
  },
  {
    act: 'pass-over',
    sql: `select slug as subject, passed_over_by as actor from passed_over join rounds on rounds.id = round_id`,
  },
  { act: 'cancel-round', sql: `select slug as subject, null::uuid as actor from rounds where phase = 'cancelled'` },
  { act: 'create-payout', sql: `select id::text as subject, created_by as actor from payouts` },
  {
    act: 'send-payout',
    sql: `select payout_id::text as subject, done_by as actor from payout_acts where act = 'sent'`,
  },
  {
    act: 'cancel-payout',
    sql: `select payout_id::text as subject, done_by as actor from payout_acts where act = 'void'`,
  },
  { act: 'import-bank-file', sql: `select id::text as subject, imported_by as actor from bank_files` },
  {
    act: 'settle-payment',
    sql: `select payment_id::text as subject, learned_by as actor from payment_facts
      where source = 'person' and kind <> 'cancelled'`,
  },
];

interface Row {
  readonly subject: string;
  readonly actor: string | null;
}

/** I14: every act of an operator is in the audit log, once, and nothing is that was not done. */
export const actsAreAudited: Check = async ({ shop, history }) => {
  const checks: Checked[] = [];
  for (const { act, sql } of effects) {
    const done = await shop.ask<Row>(sql);
    const logged = await shop.ask<Row>(
      `select subject_id as subject, actor_id as actor from audit_log where act = $1`,
      [act],
    );
    const left = [...logged];
    const missing = done.flatMap(({ subject, actor }) => {
      const at = left.findIndex((row) => row.subject === subject && (actor === null || row.actor === actor));
      if (at < 0) return [`${act} of ${subject} is not in the log`];
      left.splice(at, 1);
      return [];
    });
    checks.push({
      invariant: 'I14',
      must: `${act}: as often in the log as it was done, under whoever did it`,
      looked: done.length,
      broken: [...missing, ...left.map(({ subject }) => `${act} of ${subject} is in the log, and was not done`)],
    });
  }
  const kinds: readonly [ActKind, string][] = [['download-payout', 'download-payout']];
  for (const [kind, act] of kinds) {
    const rows = await shop.ask<Row>(`select subject_id as subject, actor_id as actor from audit_log where act = $1`, [
      act,
    ]);
    const known = history.of(kind, 'ok').length;
    const perhaps = history.of(kind, 'unknown').length;
    checks.push({
      invariant: 'I14',
      must: `${act}: each reading that was answered is in the log`,
      looked: known,
      broken:
        rows.length < known || rows.length > known + perhaps
          ? [`${rows.length} are in the log; ${known} were answered, of ${perhaps} nobody knows`]
          : [],
    });
  }
  return checks;
};
