import { bySql, type Check } from './check.ts';

/** I11: months tile time, and each moves at its moments, once. */
export const monthsKeepTime: Check = async (story) => [
  await bySql(story, {
    invariant: 'I11',
    must: 'a month is voted on until the next one opens, at 20:00 in Paris on its last day',
    of: 'rounds',
    broken: `
      select slug || ' ends at ' || freeze_due_at as what
      from (select *, lead(voting_due_at) over (order by slug) as next_opens from rounds) as month
      where next_opens <> freeze_due_at
        or freeze_due_at at time zone 'Europe/Paris'
          <> (slug || '-01')::date + interval '1 month' - interval '4 hours'`,
  }),
  await bySql(story, {
    invariant: 'I11',
    must: 'no month has begun a phase before its moment, by what it keeps of itself',
    of: 'rounds',
    broken: `
      select slug || ': voting at ' || voting_at || ', final at ' || final_at || ', frozen at ' || frozen_at as what
      from rounds where voting_at < voting_due_at or final_at < final_due_at or frozen_at < freeze_due_at`,
  }),
  {
    invariant: 'I11',
    must: 'no month was seen in a phase before its moment, by the clock that was set',
    looked: story.plan.rounds.length,
    broken: story.calendar.early
      .slice(0, 5)
      .map(({ round, phase, due, seenAt }) => `${round} was in ${phase} at ${seenAt}, due at ${due}`),
  },
  await bySql(story, {
    invariant: 'I11',
    must: 'each month went through each phase once, one after the other',
    of: `audit_log where act = 'advance-round'`,
    broken: `
      with moves as (
        select subject_id as slug, details ->> 'from' as was, details ->> 'to' as became, count(*) as times
        from audit_log where act in ('advance-round', 'cancel-round') group by 1, 2, 3
      ), wanted as (
        select slug, was, became from rounds, (values
          ('planned', 'collecting', 2), ('collecting', 'voting', 3), ('voting', 'final', 4), ('final', 'frozen', 5),
          ('frozen', 'counted', 6)) as step (was, became, nth)
        where phase <> 'cancelled'
          and nth <= array_position('{planned,collecting,voting,final,frozen,counted,decided}'::text[], phase)
      )
      select coalesce(moves.slug, wanted.slug) || ' went from ' || coalesce(moves.was, wanted.was) || ' to '
        || coalesce(moves.became, wanted.became, 'its end') || ' ' || coalesce(times, 0) || ' times' as what
      from moves full join wanted using (slug, was, became)
      join rounds on rounds.slug = coalesce(moves.slug, wanted.slug)
      where times is distinct from 1 or (wanted.slug is null and phase <> 'cancelled')`,
  }),
];
