import { maskIban } from '@fraisier/shared/cycle/iban.ts';
import { bySql, type Check, type Checked, twice } from './check.ts';

interface BountyRow {
  readonly id: string;
  readonly slug: string;
  readonly state: string;
  readonly net_cents: number;
  readonly designer_id: string;
}

/** As the shop names a transfer: the round, the end of the bounty's id, and which attempt it is. */
const nameOf = (endToEndId: string) => endToEndId.replace(/-\d+$/, '');

/** I1: a bounty is paid exactly once, to the winner, to the account frozen at acceptance; by the bank's own list. */
export const bountiesPaidOnce: Check = async (story) => {
  const { shop, bank, accepted, history, cast } = story;
  const bounties = await shop.ask<BountyRow>(
    `select bounties.id, slug, state, net_cents, designer_id from bounties join rounds on rounds.id = round_id`,
  );
  const byName = new Map(bounties.map((row) => [`${row.slug}-${row.id.slice(-12)}`, row]));
  const standing = bank.standing();
  const paidTo = (row: BountyRow) => standing.filter(({ endToEndId }) => byName.get(nameOf(endToEndId))?.id === row.id);

  const checks: Checked[] = [];
  const of = (must: string, looked: number, broken: string[]) => checks.push({ invariant: 'I1', must, looked, broken });

  of(
    'the bank holds no bounty paid twice',
    standing.length,
    twice(standing.map(({ endToEndId }) => nameOf(endToEndId))).map(
      (name) => `${name} left the account more than once`,
    ),
  );
  of(
    'every transfer of the bank is a bounty, with its amount',
    bank.double.executed.length,
    bank.double.executed.flatMap(({ endToEndId, amountCents }) => {
      const row = byName.get(nameOf(endToEndId));
      if (!row) return [`${endToEndId} is no bounty`];
      return row.net_cents === amountCents ? [] : [`${endToEndId} is of ${amountCents}, not of ${row.net_cents} cents`];
    }),
  );
  of(
    'a bounty is paid when the bank says so, and only then',
    bounties.length,
    bounties.flatMap((row) => {
      const times = paidTo(row).length;
      return (row.state === 'paid') === times > 0 ? [] : [`${row.slug}: it is ${row.state}, and left ${times} times`];
    }),
  );
  const approved = await shop.ask<{ bounty_id: string; iban_last4: string; by_two: boolean; waited: boolean }>(
    `select bounty_id, iban_last4, decided_by <> requested_by as by_two, decided_at >= ready_at as waited
     from iban_changes where state = 'approved' order by id`,
  );
  of(
    'money goes to the account frozen at acceptance, or to one that waited and a second person confirmed',
    bank.double.executed.length,
    bank.double.executed.flatMap(({ endToEndId, iban }) => {
      const row = byName.get(nameOf(endToEndId));
      const known = row && accepted.get(row.id);
      if (!row || !known) return [`${endToEndId} went out before its winner had accepted`];
      if (maskIban(iban) === known.ibanMasked && iban !== known.designer.stolen) return [];
      const asked = history
        .of('ask-iban')
        .some(({ who, facts }) => who === row.designer_id && facts.bounty === row.id && facts.iban === iban);
      const change = approved.find((one) => one.bounty_id === row.id && iban.endsWith(one.iban_last4));
      return asked && change?.by_two && change.waited
        ? []
        : [`${endToEndId} went to ${iban}, not to ${known.ibanMasked}`];
    }),
  );
  const tried = history.of('payee').filter(({ facts }) => cast.designers.some(({ stolen }) => stolen === facts.iban));
  of(
    'nobody changes an account after the contract is accepted',
    tried.length,
    tried.filter(({ outcome }) => outcome === 'ok').map(({ facts }) => `${facts.bounty} took another account`),
  );
  checks.push(
    await bySql(story, {
      invariant: 'I1',
      must: 'each winner of a decided round has one bounty, of its designer, and nobody else has one',
      of: 'round_winners',
      broken: `
        select slug || ': ' || coalesce(winners.design_id, bounties.design_id) || ' has ' || count(bounties.id)
          || ' bounties' as what
        from round_winners as winners
        full join bounties using (design_id)
        join rounds on rounds.id = coalesce(winners.round_id, bounties.round_id)
        left join designs on designs.id = bounties.design_id
        group by slug, phase, winners.design_id, bounties.design_id
        having count(bounties.id) <> 1 or winners.design_id is null or phase <> 'decided'
          or not bool_and(designs.designer_id = bounties.designer_id)`,
    }),
  );
  return checks;
};
