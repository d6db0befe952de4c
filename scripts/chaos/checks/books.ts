import { bySql, type Check } from './check.ts';

/** I4: the books balance, and are what the bank's own list makes of them, in whatever order its answers came. */
export const booksBalance: Check = async (story) => {
  const { shop, bank } = story;
  const each = await bySql(story, {
    invariant: 'I4',
    must: 'every transaction of the ledger has entries, and they sum to zero',
    of: 'ledger_transactions',
    broken: `
      select cause || ' sums to ' || coalesce(sum(amount_cents), 0) as what
      from ledger_transactions left join ledger_entries on transaction_id = ledger_transactions.id
      group by ledger_transactions.id, cause having coalesce(sum(amount_cents), 0) <> 0 or count(amount_cents) = 0`,
  });
  const causes = await bySql(story, {
    invariant: 'I4',
    must: 'no cause is booked twice',
    of: 'ledger_transactions',
    broken: `select cause || ' is booked ' || count(*) || ' times' as what from ledger_transactions
      group by cause having count(*) > 1`,
  });
  const bounties = await bySql(story, {
    invariant: 'I4',
    must: 'each bounty is booked as owed once, with its net, its withholding and its contribution',
    of: 'bounties',
    broken: `
      select bounties.id || ' is booked with ' || coalesce(net, 0) || ', ' || coalesce(withheld, 0) as what
      from bounties
      left join lateral (
        select -sum(amount_cents) filter (where account = 'bounty_payable') as net,
          -sum(amount_cents) filter (where account = 'withholding_payable') as withheld,
          -sum(amount_cents) filter (where account = 'contribution_payable') as contribution
        from ledger_transactions join ledger_entries on transaction_id = ledger_transactions.id
        where cause like 'bounty:' || bounties.id || ':%'
      ) as booked on true
      where net is distinct from net_cents or withheld is distinct from gross_cents - net_cents
        or contribution is distinct from contribution_cents`,
  });
  const [row] = await shop.ask<{ bank: string; transit: string; owed: string; reserved: string }>(
    `select coalesce(sum(amount_cents) filter (where account = 'bank'), 0) as bank,
       coalesce(sum(amount_cents) filter (where account = 'bounty_in_transit'), 0) as transit,
       coalesce(sum(amount_cents) filter (where account in ('bounty_payable', 'bounty_claims')), 0) as owed,
       coalesce(sum(amount_cents) filter (where account = 'bounty_reserved'), 0) as reserved
     from ledger_entries`,
  );
  const out = bank.standing().reduce((sum, { amountCents }) => sum + amountCents, 0);
  const open = await shop.ask<{ cents: number }>(
    `select coalesce(sum(net_cents) filter (where state in ('owed', 'failed')), 0)::int as cents from bounties`,
  );
  return [
    each,
    causes,
    bounties,
    {
      invariant: 'I4',
      must: 'the books say of the bank what the bank says: what left and did not come back',
      looked: bank.double.entries.length,
      broken: [
        ...(Number(row!.bank) === -out ? [] : [`the bank has sent ${out} cents, the books say ${-Number(row!.bank)}`]),
        ...(Number(row!.transit) === 0 || story.unrest.length > 0
          ? []
          : [`${row!.transit} cents are on their way for ever`]),
        ...(Number(row!.owed) === -open[0]!.cents
          ? []
          : [`${row!.owed} cents are owed, ${open[0]!.cents} are not paid`]),
      ],
    },
    await bySql(story, {
      invariant: 'I4',
      must: 'nothing is left in the reserve of a month that is decided or cancelled',
      of: `rounds where phase in ('decided', 'cancelled')`,
      broken: `
        select slug || ' has ' || -sum(amount_cents) || ' cents in reserve' as what
        from rounds
        join ledger_transactions on cause like 'round:' || rounds.id || ':%' or cause in
          (select 'bounty:' || bounties.id || ':owe' from bounties where round_id = rounds.id)
        join ledger_entries on transaction_id = ledger_transactions.id and account = 'bounty_reserved'
        where phase in ('decided', 'cancelled') group by slug having sum(amount_cents) <> 0`,
    }),
    await bySql(story, {
      invariant: 'I4',
      must: 'each payment for pieces is booked once when it succeeded, and not otherwise',
      of: 'payments',
      broken: `
        select payments.id || ' ' || state || ' is booked ' || count(transactions.id) || ' times' as what
        from payments left join ledger_transactions as transactions
          on cause = 'payment:' || payments.id || ':paid'
        group by payments.id, state having (state = 'succeeded')::int <> count(transactions.id)`,
    }),
  ];
};
