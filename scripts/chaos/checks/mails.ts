import { bySql, type Check } from './check.ts';

interface MailRow {
  readonly id: string;
  readonly cause: string;
  readonly recipient: string;
  readonly state: 'sent' | 'failed' | 'unwanted' | 'waiting';
}

/** I12: what was decided was told, at least once; what was not, was not; and a copy can be known for one. */
export const mailsLeave: Check = async (story) => {
  const { shop } = story;
  const rows = await shop.ask<MailRow>(
    `select id, cause, recipient, case when sent_at is not null then 'sent' when failed_at is not null then 'failed'
       when unwanted_at is not null then 'unwanted' else 'waiting' end as state from mails`,
  );
  const letters = shop.smtp.letters.map(({ raw, to }) => ({
    to,
    id: /^Message-ID: <(.+?)@/im.exec(raw)?.[1] ?? 'without an id',
    date: /^Date: (.+)$/im.exec(raw)?.[1]?.trim() ?? '',
  }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const arrived = new Set(letters.map(({ id }) => id));
  const wanted = rows.filter(({ state }) => state !== 'unwanted' && state !== 'failed');
  const dates = Map.groupBy(letters, ({ id }) => id);
  return [
    {
      invariant: 'I12',
      must: 'every mail that was written arrived at least once, by the mail server’s own log',
      looked: wanted.length,
      broken: wanted
        .filter(({ id }) => !arrived.has(id))
        .map(({ cause, state }) => `${cause} is ${state}, and never arrived`),
    },
    {
      invariant: 'I12',
      must: 'nothing arrived that was not written for good, and a copy has the Message-ID of the first',
      looked: letters.length,
      broken: letters.flatMap(({ id, to }) => {
        const row = byId.get(id);
        if (!row) return [`a mail to ${to} arrived (${id}) that nobody wrote`];
        return row.recipient === to.toLowerCase() ? [] : [`${row.cause} went to ${to}`];
      }),
    },
    {
      invariant: 'I12',
      must: 'copies of a mail are alike',
      looked: letters.length - dates.size,
      broken: [...dates].flatMap(([id, copies]) =>
        new Set(copies.map(({ date }) => date)).size > 1 ? [`${id} came with several dates`] : [],
      ),
    },
    await bySql(story, {
      invariant: 'I12',
      must: 'each winner is told of their bounty, and of its payment',
      of: 'bounties',
      broken: `
        select bounties.id || ' ' || state as what from bounties
        join members on members.id = designer_id
        where not exists (select from mails where cause = 'bounty-won:' || bounties.id and recipient = members.email)
          or (state = 'paid' and not exists (
            select from mails where template = 'bounty-paid' and recipient = members.email))`,
    }),
    await bySql(story, {
      invariant: 'I12',
      must: 'each entrant of a decided month gets the result letter',
      of: `designs join rounds on rounds.id = round_id where phase = 'decided' and state = 'admitted'`,
      broken: `
        select designs.id || ' of ' || slug || ' has no letter' as what
        from designs join rounds on rounds.id = round_id
        where phase = 'decided' and state = 'admitted'
          and not exists (select from letters where letters.design_id = designs.id)`,
    }),
  ];
};
