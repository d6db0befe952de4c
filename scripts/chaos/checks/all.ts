import type { Story } from '../play.ts';
import { actsAreThere } from './acts.ts';
import { actsAreAudited } from './audit.ts';
import { booksBalance } from './books.ts';
import { bountiesPaidOnce } from './bounties.ts';
import type { Check, Checked } from './check.ts';
import { editionsAreWhole } from './editions.ts';
import { mailsLeave } from './mails.ts';
import { monthsKeepTime } from './months.ts';
import { itComesToRest } from './rest.ts';
import { resultsAreCounts } from './results.ts';

const checks: readonly Check[] = [
  bountiesPaidOnce,
  resultsAreCounts,
  actsAreThere,
  booksBalance,
  editionsAreWhole,
  monthsKeepTime,
  mailsLeave,
  itComesToRest,
  actsAreAudited,
];

/** Holds what is in the tables against what everyone outside was told. */
export async function checkAll(story: Story): Promise<Checked[]> {
  const all: Checked[] = [];
  for (const check of checks) all.push(...(await check(story)));
  return all;
}
