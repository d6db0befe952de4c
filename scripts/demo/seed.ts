import { join } from 'node:path';
import { readConfig } from '@fraisier/server/config.ts';
import { createDeps } from '@fraisier/server/create-deps.ts';
import { calendarOf } from '@fraisier/server/cycle/rounds/calendar.sql.ts';
import { setShopClock } from '@fraisier/server/platform/clock/clock.sql.ts';
import { createLog } from '@fraisier/server/platform/log.ts';
import { dataFolder } from '../support/folders.ts';
import { demoCalendar, neighbour } from './demo-calendar.ts';
import { collectingRound, decidedRound, designsByUrgency, votingRound } from './rounds.ts';
import { isSeeded, openDoors, seedPeople, seedSettings } from './seed-people.ts';
import { closeDemoRound, openDemoRound, vote } from './seed-rounds.ts';
import { sellPieces } from './seed-sales.ts';
import { drawRound, drawRunsOnSale, drawWaiting, renderPrintFiles, submitDesigns } from './seed-submissions.ts';
import { signContracts } from './sign-contracts.ts';

/**
 * Lives through a month and a half with the shop's own acts and a clock in the past: one round decided, its run on sale,
 * one in voting, one collecting. Every step looks first whether it was done, so that a seed cut short goes on.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const { deps, close } = createDeps(readConfig({ ...process.env, LOG_LEVEL: 'error' }), createLog('error'));
try {
  if (!(await isSeeded(deps))) await seed();
} finally {
  await close();
}

async function seed(): Promise<void> {
  const say = (line: string) => console.log(line);
  await seedSettings(deps);
  const realNow = new Date();
  const slugs = [0, 1].map((months) => neighbour(realNow.toISOString().slice(0, 7), months));
  const ends = new Map(
    await Promise.all(slugs.map(async (slug) => [slug, (await calendarOf(deps.db, slug)).freeze] as const)),
  );
  const calendar = demoCalendar(realNow, 'Europe/Paris', (slug) => ends.get(slug)!);
  const past = await calendarOf(deps.db, calendar.decided);
  const present = await calendarOf(deps.db, calendar.voting);
  const at = (moment: Date | number) => setShopClock(deps.db, new Date(moment));

  // The drawings need no database: they are rendered while the first rows are written.
  const printFiles = renderPrintFiles(join(dataFolder, 'demo'), designsByUrgency);
  await at(past.collecting);
  const people = await seedPeople(deps);
  say(`${people.authors.size + people.voters.length} people have accounts`);
  const files = await printFiles;
  say(`${files.size} drawings are rendered at 200 dpi`);

  await openDemoRound(deps, people, calendar.decided, { appealHours: appealHours(calendar.now, present.voting) });
  await at(past.collecting.getTime() + 12 * DAY);
  await submitDesigns(deps, people, calendar.decided, decidedRound, files);

  await at(past.voting);
  await openDemoRound(deps, people, calendar.decided, { to: 'voting' });
  await openDemoRound(deps, people, calendar.voting, finalFor(calendar.now, present));
  await at(past.voting.getTime() + 9 * DAY);
  const ratings = await vote(deps, people, calendar.decided, { voters: people.voters.length, hands: () => 2 });
  say(`${calendar.decided} has ${ratings} ratings`);
  await at(past.voting.getTime() + 14 * DAY);
  await submitDesigns(deps, people, calendar.voting, votingRound, files);
  say(`${decidedRound.length + votingRound.length} designs are checked and admitted`);
  // Drawn by other processes while this one goes on living the month.
  const drawn = drawRound(deps, calendar.voting);

  await at(past.final);
  await openDemoRound(deps, people, calendar.decided, { to: 'final' });
  await at(present.voting);
  await openDemoRound(deps, people, calendar.decided, { to: 'frozen' });
  await openDemoRound(deps, people, calendar.voting, { to: 'voting' });
  await openDemoRound(deps, people, calendar.collecting, {});
  await at(present.voting.getTime() + HOUR);
  await openDemoRound(deps, people, calendar.decided, { to: 'counted' });
  const decidedAt = present.voting.getTime() + (appealHours(calendar.now, present.voting) + 2) * HOUR;
  await at(decidedAt);
  await closeDemoRound(deps, people, calendar.decided);
  await signContracts(deps, people, calendar.decided);
  await at(decidedAt + (calendar.now.getTime() - decidedAt) / 2);
  const sold = await sellPieces(deps, people, calendar.decided);
  say(`${calendar.decided} is decided; ${sold} pieces are sold`);

  await at(calendar.now.getTime() - 2 * HOUR);
  await submitDesigns(deps, people, calendar.collecting, collectingRound, files);
  const open = await vote(deps, people, calendar.voting, { voters: 150, hands: (voter) => 1 + (voter % 3) });
  say(`${calendar.voting} is open, with ${open} ratings so far`);

  await drawRunsOnSale(deps);
  await drawWaiting(deps);
  say(`${await drawn} designs have their pictures; the others follow while the shop is open`);
  await setShopClock(deps.db, calendar.now < realNow ? calendar.now : null);
  await openDoors(deps, people);
}

/** Two days for appeals where the month is old enough for them to be over. */
function appealHours(now: Date, countedAt: Date): number {
  return now.getTime() - countedAt.getTime() > 60 * HOUR ? 48 : 0;
}

/** Voting stays open for a while wherever in the month one arrives. */
function finalFor(now: Date, moments: { final: Date; freeze: Date }): { finalAt?: Date } {
  if (moments.final.getTime() - now.getTime() > DAY) return {};
  return { finalAt: new Date(Math.ceil((now.getTime() + moments.freeze.getTime()) / 2 / HOUR) * HOUR) };
}
