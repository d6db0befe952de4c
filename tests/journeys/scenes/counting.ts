import { expect, it } from 'vitest';
import { ops } from '../../../web/src/platform/i18n/fr/ops.ts';
import { opsModeration } from '../../../web/src/platform/i18n/fr/ops-moderation.ts';
import { opsRounds } from '../../../web/src/platform/i18n/fr/ops-rounds.ts';
import { platform } from '../../../web/src/platform/i18n/fr/platform.ts';
import { result } from '../../../web/src/platform/i18n/fr/result.ts';
import { button, heading, link, see } from '../../support/at-the-screen.ts';
import { aMinutePasses, type Told, theClockPasses, theClockShows } from './story.ts';

const { advance, count } = opsRounds;

/** From the end of the vote to the close: frozen, counted, rehearsed, closed. */
export function counting(told: Told): void {
  it('the operator lets a word pass to its designer', async () => {
    const { operator, site } = told();
    const { page } = operator;
    await operator.go('/fr/ops/moderation?state=notes');
    const word = page.getByRole('listitem').filter({ hasText: 'Je le vois déjà.' });
    await word.getByRole('button', { name: opsModeration.approve }).click();
    await see(page.getByText(opsModeration.approved));
    // What can still be taken back is sent when the page is left.
    await operator.go('/fr/ops');
    const approved = () => site.shop.pool.query(`select id from notes where state = 'approved'`);
    await expect.poll(async () => (await approved()).rowCount, { timeout: 20_000 }).toBe(1);
  });

  it('the vote ends by the clock, and nothing is shown before the count', async () => {
    const story = told();
    await theClockPasses(story, 'freeze');
    const { voter, slug } = story;
    await voter.go(`/fr/rounds/${slug}`);
    await see(voter.page.getByText(platform.phases.frozen));
    await voter.go(`/fr/rounds/${slug}/result`);
    expect(await voter.page.getByText(story.title).count()).toBe(0);
  });

  it('the operator counts, and reads what the close will do and what holds it back', async () => {
    const { operator, slug, title } = told();
    const { page } = operator;
    await operator.go(`/fr/ops/rounds/${slug}`);
    await see(page.getByText(ops.phases.frozen, { exact: true }));
    await button(page, advance.to.counted).click();
    await see(heading(page, count.title), heading(page, count.winner(1)), page.getByText(title));
    await see(page.getByText(count.makesRun(slug, '300', title)));
    await see(page.getByText(/^Le délai d’appel court jusqu’au/));
    await expect.poll(() => button(page, count.closeBlocked).getAttribute('aria-disabled')).toBe('true');
    await operator.shoot('month-11-dry-run');
  });

  it('after the time for appeals the operator closes the round, once', async () => {
    const story = told();
    const { operator, site, slug } = story;
    const { page } = operator;
    const now = await site.shop.now();
    await theClockShows(story, new Date(now.getTime() + 49 * 3_600_000));
    await operator.go(`/fr/ops/rounds/${slug}`);
    await see(page.getByText(count.clear));
    await button(page, count.close).click();
    const dialog = page.getByRole('dialog', { name: count.dialogTitle(ops.roundName(1)) });
    await see(dialog.getByText(count.dialogText));
    await operator.shoot('month-12-close');
    await dialog.getByLabel(count.typeLabel(slug)).fill(slug);
    await button(dialog, count.confirm).click();
    await see(page.getByText(count.done), page.getByText(ops.phases.decided, { exact: true }));
    await see(link(page, count.after.result), link(page, count.after.run(slug)));
    await operator.shoot('month-13-closed');
    await aMinutePasses(story);
  });

  it('everyone reads the result', async () => {
    const { voter, slug, title, designerName } = told();
    await voter.go(`/fr/rounds/${slug}/result`);
    await see(heading(voter.page, `${result.prefix('février 2027')} ${title}`), link(voter.page, designerName));
    await voter.shoot('month-14-result');
  });
}
