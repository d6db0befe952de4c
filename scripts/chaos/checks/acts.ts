import type { Act, ActKind } from '../history.ts';
import type { Story } from '../play.ts';
import type { Check, Checked } from './check.ts';

/** What an act leaves: a statement whose `mark` is the same as what the act's facts and answer make. */
interface Trace {
  readonly kind: ActKind;
  readonly must: string;
  readonly sql: string;
  readonly markOf: (act: Act) => string;
}

const traces: readonly Trace[] = [
  {
    kind: 'pass-over',
    must: 'who was passed over',
    sql: `select slug || ' ' || design_id || ' ' || reason as mark from passed_over join rounds on rounds.id = round_id`,
    markOf: ({ facts }) => `${facts.slug} ${facts.design} ${facts.reason}`,
  },
  {
    kind: 'cancel-round',
    must: 'months that were cancelled',
    sql: `select slug || ' ' || cancel_reason as mark from rounds where phase = 'cancelled'`,
    markOf: ({ facts }) => `${facts.slug} ${facts.reason}`,
  },
  {
    kind: 'close',
    must: 'months that were closed',
    sql: `select slug as mark from round_closings join rounds on rounds.id = round_id`,
    markOf: ({ facts }) => facts.slug!,
  },
  {
    kind: 'contract',
    must: 'contracts that were accepted',
    sql: 'select id as mark from bounties where contract_accepted_at is not null',
    markOf: ({ facts }) => facts.bounty!,
  },
  {
    kind: 'cancel-payout',
    must: 'bank files that were cancelled',
    sql: `select payout_id || ' ' || reason as mark from payout_acts where act = 'void'`,
    markOf: ({ facts }) => `${facts.payout} ${facts.reason}`,
  },
  {
    kind: 'send-payout',
    must: 'bank files that were sent',
    sql: `select payout_id as mark from payout_acts where act = 'sent'`,
    markOf: ({ facts }) => facts.payout!,
  },
  {
    kind: 'import',
    must: 'answers of the bank that were taken in',
    sql: `select encode(sha256, 'hex') as mark from bank_files`,
    markOf: ({ facts }) => facts.sha256!,
  },
  {
    kind: 'approve-iban',
    must: 'accounts that were confirmed',
    sql: `select id as mark from iban_changes where state = 'approved'`,
    markOf: ({ facts }) => facts.change!,
  },
  {
    kind: 'order',
    must: 'orders',
    sql: `select idempotency_key as mark from orders where kind = 'sale'`,
    markOf: ({ facts }) => facts.key!,
  },
];

/** I3: what was acknowledged is there, what failed is not, and what nobody knows of is there once at most. */
export const actsAreThere: Check = async (story) => {
  const checks: Checked[] = [];
  for (const { kind, must, sql, markOf } of traces) {
    const rows = (await story.shop.ask<{ mark: string }>(sql)).map(({ mark }) => mark);
    const acts = story.history.of(kind);
    const done = new Set(acts.filter(({ outcome }) => outcome === 'ok').map(markOf));
    const perhaps = new Set(acts.filter(({ outcome }) => outcome === 'unknown').map(markOf));
    checks.push({
      invariant: 'I3',
      must: `${must}: each that was acknowledged, once, and none that nobody asked for or that failed`,
      looked: acts.length,
      broken: [
        // A cancellation that finds the month cancelled already, with the same reason, is answered alike.
        ...[...done].filter((mark) => !rows.includes(mark)).map((mark) => `${kind} ${mark} is lost`),
        ...rows
          .filter((mark) => !done.has(mark) && !perhaps.has(mark))
          .map((mark) => `${kind} ${mark} was never asked for`),
        ...rows.filter((mark, nth) => rows.indexOf(mark) !== nth).map((mark) => `${kind} ${mark} is there twice`),
      ],
    });
  }
  return [...checks, await closesAnswerAlike(story), await payoutsAreThere(story), ...(await votesAreThere(story))];
};

/** Who closes what is closed gets the first one's answer. */
async function closesAnswerAlike({ shop, history }: Story): Promise<Checked> {
  const acts = history.of('close', 'ok');
  const rows = await shop.ask<{ slug: string; winners: string; bounties: string; runs: string }>(
    `select slug,
       (select string_agg(design_id::text, ' ' order by design_id) from round_winners where round_id = rounds.id) as winners,
       (select string_agg(id::text, ' ' order by id) from bounties where round_id = rounds.id) as bounties,
       (select string_agg(slug, ' ' order by slug) from runs where round_id = rounds.id) as runs
     from rounds where phase = 'decided'`,
  );
  const sorted = (list: readonly string[]) => list.toSorted().join(' ');
  const broken = acts.flatMap(({ facts, answer }) => {
    const row = rows.find(({ slug }) => slug === facts.slug);
    const said = answer as { winners: { design: string }[]; bounties: { id: string }[]; runs: { slug: string }[] };
    const isSame =
      row &&
      sorted(said.winners.map(({ design }) => design)) === (row.winners ?? '') &&
      sorted(said.bounties.map(({ id }) => id)) === (row.bounties ?? '') &&
      sorted(said.runs.map(({ slug }) => slug)) === (row.runs ?? '');
    return isSame ? [] : [`${facts.slug}: a close was answered with something else than what is there`];
  });
  return { invariant: 'I3', must: 'every close is answered with what was made', looked: acts.length, broken };
}

async function payoutsAreThere({ shop, history }: Story): Promise<Checked> {
  const rows = await shop.ask<{ id: string; created_by: string }>('select id, created_by from payouts');
  const acts = history.of('create-payout');
  const told = new Set(
    acts.filter(({ outcome }) => outcome === 'ok').map(({ answer }) => (answer as { id: string }).id),
  );
  const lost = [...told].filter((id) => rows.every((row) => row.id !== id));
  const beyond = [...new Set(rows.map((row) => row.created_by))].flatMap((who) => {
    const untold = rows.filter((row) => row.created_by === who && !told.has(row.id)).length;
    const unknown = acts.filter((act) => act.who === who && act.outcome === 'unknown').length;
    return untold > unknown ? [`${untold} bank files that ${who} did not make`] : [];
  });
  return {
    invariant: 'I3',
    must: 'bank files: each that was acknowledged, and no more than those that nobody knows of',
    looked: acts.length,
    broken: [...lost.map((id) => `the bank file ${id} is lost`), ...beyond],
  };
}

interface Standing {
  readonly round: string;
  readonly member: string;
  readonly design: string;
  readonly stars: number;
  readonly would_wear: boolean;
}

async function votesAreThere({ shop, history }: Story): Promise<Checked[]> {
  const acts = history.of('vote');
  const acknowledged = acts.filter(({ outcome }) => outcome === 'ok');
  const leafOf = (act: Act) => (act.answer as { receipt: { leaf: string } }).receipt.leaf;
  const lines = await shop.ask<{ leaf: string }>(
    `select encode(leaf, 'hex') as leaf from ballot_log where kind = 'ballot'`,
  );
  const logged = new Set(lines.map(({ leaf }) => leaf));
  const told = new Set(acknowledged.map(leafOf));
  const unknown = acts.filter(({ outcome }) => outcome === 'unknown').length;
  const untold = lines.filter(({ leaf }) => !told.has(leaf)).length;

  const standing = await shop.ask<Standing>(
    `select slug as round, member_id as member, design_id as design, stars, would_wear
     from ratings join pseudonyms on pseudonyms.id = pseudonym_id join rounds on rounds.id = ratings.round_id`,
  );
  const keyOf = (row: { round: string; member: string; design: string }) => `${row.round} ${row.member} ${row.design}`;
  const byKey = new Map(standing.map((row) => [keyOf(row), row]));
  const ballots = Map.groupBy(acts, ({ facts, who }) =>
    keyOf({ round: facts.round!, member: who, design: facts.design! }),
  );
  const wrong = [...ballots].flatMap(([key, said]) => {
    const row = byKey.get(key);
    const last = said.findLast(({ outcome }) => outcome === 'ok');
    if (!row) return last ? [`${key}: an acknowledged vote is gone`] : [];
    const possible = [...(last ? [last] : []), ...said.filter(({ outcome }) => outcome === 'unknown')];
    const fits = possible.some(
      ({ facts }) => facts.stars === String(row.stars) && facts.wouldWear === String(row.would_wear),
    );
    return fits ? [] : [`${key}: ${row.stars} stars stand, which nobody said last`];
  });
  const nobody = [...byKey.keys()].filter((key) => !ballots.has(key)).map((key) => `${key}: nobody voted so`);
  return [
    {
      invariant: 'I3',
      must: 'every acknowledged vote has its line in the log, and no more lines are there than were asked for',
      looked: acts.length,
      broken: [
        ...[...told].filter((leaf) => !logged.has(leaf)).map((leaf) => `the vote ${leaf} is lost`),
        ...(untold > unknown
          ? [`${untold} lines that nobody was told of, and ${unknown} votes that nobody knows of`]
          : []),
      ],
    },
    {
      invariant: 'I3',
      must: 'what stands of each ballot is what was acknowledged last, or what nobody knows of',
      looked: ballots.size,
      broken: [...wrong, ...nobody],
    },
  ];
}
