import { periodic } from '../calendar.ts';
import type { Check } from './check.ts';

/** I13: what was broken mends without a hand. */
export const itComesToRest: Check = async ({ unrest, shop, history }) => {
  const dead = await shop.ask<{ name: string; last_error: string | null }>(
    `select task_identifier as name, last_error from graphile_worker.jobs
     where attempts >= max_attempts and locked_at is null and task_identifier <> all ($1)`,
    [periodic],
  );
  return [
    {
      invariant: 'I13',
      must: 'after the blows everything comes to its end: months, bounties, jobs and mails',
      looked: history.count(),
      broken: unrest,
    },
    {
      invariant: 'I13',
      must: 'no job is given up but those that come again anyway',
      looked: 1,
      broken: dead.map(({ name, last_error: error }) => `${name}: ${error ?? 'it was begun too often'}`),
    },
  ];
};
