import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ballot as english } from '../../../web/src/platform/i18n/en/ballot.ts';
import { ballotEnd as englishEnd } from '../../../web/src/platform/i18n/en/ballot-end.ts';
import { platform as englishPlatform } from '../../../web/src/platform/i18n/en/platform.ts';
import { ballot } from '../../../web/src/platform/i18n/fr/ballot.ts';
import { ballotEnd } from '../../../web/src/platform/i18n/fr/ballot-end.ts';
import { gallery } from '../../../web/src/platform/i18n/fr/gallery.ts';
import { platform } from '../../../web/src/platform/i18n/fr/platform.ts';
import { button, faceOf, heading, linesIn, link, see } from '../../support/at-the-screen.ts';
import { answerHands, type Taste, vote } from '../../support/month.ts';
import { type Told, theClockPasses } from './story.ts';

/** Enough for ranks, and for the quorum that was planned. */
const CROWD = 32;

/** The vote and the final, by mouse, by keyboard and by thumb. */
export function voting(told: Told): void {
  it('voting opens by the clock', async () => {
    const story = told();
    await theClockPasses(story, 'voting');
    const { voter, slug } = story;
    await voter.go(`/fr/rounds/${slug}`);
    await see(voter.page.getByText(platform.phases.voting));
    await voter.shoot('month-06-gallery');
    await link(voter.page, gallery.ballot).first().click();
    await voter.page.waitForURL(`**/rounds/${slug}/ballot`);
  });

  it('a voter answers a hand with keys and mouse, skips one, and gets a receipt', async () => {
    const { voter, title } = told();
    const { page } = voter;
    const seen: string[] = [];
    const here = async (at: number) => {
      await see(page.getByText(ballot.at(at, 5), { exact: true }));
      const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      expect(seen).not.toContain(name);
      seen.push(name);
      return name === title;
    };

    // By key: worn in M, and five.
    await here(1);
    await page.keyboard.press('j');
    await faceOf(page.getByRole('radio', { name: 'M', exact: true })).click();
    await voter.shoot('month-07-ballot');
    await page.keyboard.press('5');
    // By mouse, with a word.
    await here(2);
    await page.getByText(ballot.word.summary).click();
    await page.getByLabel(ballot.word.label).fill('Le trait est juste.');
    await faceOf(page.getByRole('radio', { name: platform.rating.words[3]! })).click();
    // Without an answer nothing goes on; then skipped.
    await here(3);
    await button(page, ballot.next).click();
    await see(page.getByText(ballot.needAnswer).first());
    await button(page, ballot.skip).click();
    // By key, back to the one that was skipped, on again.
    await here(4);
    await page.keyboard.press('ArrowLeft');
    await see(heading(page, seen[2]!));
    await page.keyboard.press('ArrowRight');
    await see(heading(page, seen[3]!));
    await page.keyboard.press('2');
    await here(5);
    await page.keyboard.press('z');
    await faceOf(page.getByRole('radio', { name: platform.rating.words[2]! })).click();

    const headline = page.getByRole('heading', { level: 1 }).filter({ hasText: ballotEnd.done.voted });
    await see(headline);
    // Each sentence on a line of its own: « À dimanche 28. » is not parted.
    await expect.poll(() => linesIn(headline.locator('span'))).toEqual([1, 1]);
    await see(page.getByText(ballotEnd.done.sent), page.getByText(ballotEnd.receipt.title));
    await see(page.getByText(ballotEnd.done.hand(4, 1)), page.getByText(ballotEnd.receipt.codes(4)));
    await voter.shoot('month-08-voted');
  });

  it('the voter changes a rating, and the shop has the new one', async () => {
    const { voter, site, slug } = told();
    const { page } = voter;
    const change = page.getByRole('button', { name: /^Changer la note de / }).first();
    const changed = /«\u00a0(.*)\u00a0»/.exec((await change.getAttribute('aria-label'))!)![1]!;
    await change.click();
    await see(heading(page, changed));
    await faceOf(page.getByRole('radio', { name: platform.rating.words[0]! })).click();
    const row = page.getByRole('listitem').filter({ has: heading(page, changed) });
    await see(row.getByText(platform.rating.words[0]!));
    await see(page.getByText(ballotEnd.done.sent));
    const kept = async () => {
      const answer = await page.request.get(`${site.origin}/api/rounds/${slug}/ballot`);
      const { ratings } = (await answer.json()) as { ratings: { stars: number; card: { title: string } }[] };
      return ratings.find(({ card }) => card.title === changed)?.stars;
    };
    await expect.poll(kept).toBe(1);
  });

  it('someone else votes in English, by thumb, on a phone', async () => {
    const { phone, slug, title } = told();
    const { page } = phone;
    await phone.go(`/en/rounds/${slug}/ballot`);
    // The design of the voter is not dealt.
    for (let at = 1; at <= 4; at++) {
      await see(page.getByText(english.at(at, 4), { exact: true }));
      const mine = await heading(page, title).isVisible();
      if (mine) await faceOf(page.getByRole('checkbox', { name: english.wear })).tap();
      if (at === 1) await phone.shoot('month-09-phone');
      await tapWord(page, englishPlatform.rating.words[mine ? 4 : 1]!);
    }
    await see(page.getByText(englishEnd.done.sent), page.getByText(englishEnd.done.hand(4, 0)));
    await see(page.getByText(englishEnd.receipt.title));
    await phone.shoot('month-10-phone-voted');
  });

  it('many others vote', async () => {
    const { month, site } = told();
    await vote(site.shop, month, { voters: CROWD, taste });
  });

  it('the final opens by the clock, and all finalists can be rated anew', async () => {
    const story = told();
    await theClockPasses(story, 'final');
    const { voter, slug, month } = story;
    const { page } = voter;
    await voter.go(`/fr/rounds/${slug}/ballot`);
    await see(page.getByText(ballot.final, { exact: true }), page.getByText(ballot.at(1, 5), { exact: true }));
    await page.keyboard.press('4');
    await see(page.getByText(ballot.at(2, 5), { exact: true }));
    await link(page, ballot.later).click();
    await see(page.getByText(platform.phases.final));
    for (const [nth, one] of month.voters.entries()) await answerHands(month, one, (design) => taste(design, nth));
  });
}

/** Maud's is liked by all, the others by some. */
const taste: Taste = (design, voter) =>
  design === 0
    ? { stars: 5, wouldWear: true, size: voter % 2 ? 'M' : 'L', ...(voter === 3 ? { note: 'Je le vois déjà.' } : {}) }
    : { stars: (((design + voter) % 3) + 1) as 1 | 2 | 3, wouldWear: false };

async function tapWord(page: Page, word: string): Promise<void> {
  await faceOf(page.getByRole('radio', { name: word })).tap();
}
