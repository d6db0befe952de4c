import { bySql, type Check } from './check.ts';

/** I5: a run has the numbers 1 to N, each of them once, and each is free, held or somebody's. */
export const editionsAreWhole: Check = async (story) => {
  const numbers = await bySql(story, {
    invariant: 'I5',
    must: 'each run has the numbers 1 to N, none lost and none twice',
    of: 'runs',
    broken: `
      select slug || ' of ' || runs.size || ' has ' || count(number) || ' pieces' as what
      from runs left join pieces on run_id = runs.id group by runs.id
      having count(number) <> runs.size or count(distinct number) <> runs.size or min(number) <> 1
        or max(number) <> runs.size`,
  });
  const sold = await bySql(story, {
    invariant: 'I5',
    must: 'a paid order has its pieces, and a piece that is held or sold has its order',
    of: 'orders',
    broken: `
      select orders.id || ' ' || orders.state || ' has ' || count(number) || ' of ' || jsonb_array_length(items) as what
      from orders left join pieces on order_id = orders.id
      where orders.kind = 'sale' group by orders.id
      having count(number) filter (where pieces.state = case orders.state when 'held' then 'held' else 'sold' end)
        <> case when orders.state in ('held', 'paid', 'sent') then jsonb_array_length(items) else 0 end
        or (orders.state = 'lapsed' and count(number) > 0)`,
  });
  const money = await bySql(story, {
    invariant: 'I5',
    must: 'a payment ends as a piece or as a refund, never as both or neither',
    of: `payments where state <> 'created'`,
    broken: `
      select payments.id || ' is ' || payments.state || ', its order ' || orders.state as what
      from payments join orders on orders.id = order_id
      where payments.state = 'refund_due' or (payments.state = 'succeeded') <> (orders.state in ('paid', 'sent'))
        and payments.state in ('succeeded', 'refunded')`,
  });
  const paid = story.history.of('pay', 'ok');
  const rows = await story.shop.ask<{ id: string; state: string }>('select id, state from payments');
  return [
    numbers,
    sold,
    money,
    {
      invariant: 'I5',
      must: 'every payment that was acknowledged stands',
      looked: paid.length,
      broken: paid
        .filter(({ facts }) => rows.find(({ id }) => id === facts.payment)?.state !== 'succeeded')
        .map(({ facts }) => `the payment ${facts.payment} of ${facts.order} is gone`),
    },
  ];
};
