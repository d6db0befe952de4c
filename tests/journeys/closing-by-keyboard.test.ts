import { afterAll, beforeAll, expect, it } from 'vitest';
import { ops } from '../../web/src/platform/i18n/fr/ops.ts';
import { opsRounds } from '../../web/src/platform/i18n/fr/ops-rounds.ts';
import { opsToday } from '../../web/src/platform/i18n/fr/ops-today.ts';
import { button, heading, link, see } from '../support/at-the-screen.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { focusIsKept, hasFocus, tabTo } from '../support/by-keyboard.ts';
import { liveToCounted, type Month } from '../support/month.ts';
import { axeViolations } from '../support/page-checks.ts';

const { calendar, count } = opsRounds;

journey('an operator with a keyboard', () => {
  let site: Site;
  let month: Month;
  let odile: Visitor;

  beforeAll(async () => {
    site = await openSite();
    month = await liveToCounted(site.shop, { slug: '2031-06', designs: 3 });
    odile = await site.visitor('the desk', { as: month.operator });
  });
  afterAll(() => site?.close());

  it('finds on the desk what waits, and how to get there', async () => {
    const { page } = odile;
    await odile.go('/fr/ops');
    await see(heading(page, opsToday.waits.title), heading(page, opsToday.comes.title));
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('?');
    await see(page.getByRole('dialog', { name: ops.keys.label }), page.getByText(opsToday.keys.step));
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await hasFocus(link(page, opsToday.waits.what.close(1)));
    await odile.shoot('desk-01-today');
    await page.keyboard.press('Enter');
    await see(heading(page, count.closeTitle));
  });

  it('passes a winner over for a reason that is published, and keeps the place', async () => {
    const { page } = odile;
    await see(page.getByText(count.clear));
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: count.passOverTitle('Design 0') });
    await see(dialog);
    await tabTo(page, dialog.getByLabel(count.reason));
    await page.keyboard.type('Les droits de ce dessin sont réclamés.');
    await tabTo(page, button(dialog, count.passOverConfirm));
    await page.keyboard.press('Enter');
    await see(page.getByText(count.passedOver('Design 0')), page.getByText('Les droits de ce dessin sont réclamés.'));
    await hasFocus(heading(page, count.winner(1)));
    await see(page.getByText('Design 1').first());
    await odile.shoot('desk-02-passed-over');
  });

  it('closes with the month typed, not by a stray key, and reads what was done', async () => {
    const { page } = odile;
    const { slug } = month;
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: count.dialogTitle(ops.roundName(1)) });
    await see(dialog, button(dialog, count.confirmFirst(slug)));
    await tabTo(page, dialog.getByLabel(count.typeLabel(slug)));
    await page.keyboard.type('2031-07');
    await page.keyboard.press('Enter');
    await see(dialog);
    const { body: round } = await month.operator.get(`/api/rounds/${slug}`);
    expect(round.phase).toBe('counted');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('6');
    await odile.shoot('desk-03-close');
    await page.keyboard.press('Enter');
    await see(page.getByText(count.done), heading(page, count.afterTitle));
    await focusIsKept(page);
    const { body: closing } = await month.operator.get(`/api/rounds/${slug}/closing`).expect(200);
    await see(page.getByText(count.after.frozen(closing.sha256.slice(0, 16))));
    await see(page.getByText(count.after.passedOver('Design 0', 'Les droits de ce dessin sont réclamés.')));
    await see(link(page, count.after.run(slug)), link(page, count.after.result));
    // What its jobs make is told as soon as it is made.
    await see(page.getByText(count.after.bundlePending));
    await site.shop.runJobs();
    await see(page.getByText(count.after.letters('3', '3')), link(page, count.after.verify));
    expect(await axeViolations(page)).toEqual([]);
    await odile.shoot('desk-04-closed');
  });

  it('plans the year: moves an end, sees at once what does not fit, mends it and saves all in one act', async () => {
    const { page } = odile;
    await odile.go('/fr/ops/rounds/calendar?from=2031-08');
    await see(page.getByText(calendar.sum(12, 0)));
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    const final = page.getByLabel(opsRounds.plan.finalAt);
    await final.fill('2031-10-02T12:00');
    await see(page.getByText(calendar.wrongSum(1)));
    await page.keyboard.press('Escape');
    await focusIsKept(page);
    await page.keyboard.press('e');
    expect((await month.operator.get('/api/rounds/2031-09')).status).toBe(404);
    await odile.shoot('desk-05-calendar');
    await page.keyboard.press('m');
    await final.fill('2031-09-20T12:00');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await see(page.getByText(calendar.sum(11, 0)), page.getByText(/^Personne ne vote du/));
    await focusIsKept(page);
    await page.keyboard.press('e');
    await see(page.getByText(calendar.saved));
    const { body: september } = await month.operator.get('/api/rounds/2031-09').expect(200);
    expect(september.planned.final).toBe('2031-09-20T10:00:00.000Z');
    expect((await month.operator.get('/api/rounds/2031-10')).status).toBe(404);
    await month.operator.get('/api/rounds/2032-07').expect(200);
    await odile.shoot('desk-06-saved');
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});
