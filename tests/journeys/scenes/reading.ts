import { expect, it } from 'vitest';
import { account as english } from '../../../web/src/platform/i18n/en/account.ts';
import { opsRecords } from '../../../web/src/platform/i18n/fr/ops-records.ts';
import { order } from '../../../web/src/platform/i18n/fr/order.ts';
import { button, faceOf, heading, link, see } from '../../support/at-the-screen.ts';
import { type Told, theClockShows } from './story.ts';

/** What comes back to people: the letter, and the question whether they would recommend it. */
export function reading(told: Told): void {
  it('who did not win reads their letter, on a phone and in English', async () => {
    const { phone } = told();
    const { page } = phone;
    await phone.go('/en/me');
    await link(page, english.notebook.designs.letter).first().click();
    await page.waitForURL('**/en/designs/*/letter');
    await see(heading(page, '“Vertige” is not printed this month.'));
    await phone.shoot('month-30-letter');
  });

  it('who won reads the word that came with a vote', async () => {
    const { designer, design, title } = told();
    await designer.go(`/fr/designs/${design}/letter`);
    await see(heading(designer.page, `«\u00a0${title}\u00a0» est élu.`), designer.page.getByText(/Je le vois déjà/));
    await designer.shoot('month-31-winner');
  });

  it('who bought is asked by mail, and says whether they would recommend it', async () => {
    const story = told();
    const { voter, site } = story;
    const { page } = voter;
    await theClockShows(story, new Date((await site.shop.now()).getTime() + 20 * 86_400_000));
    await voter.go('/fr/demo/mail?to=farid@fraisier.test');
    const mail = page.getByRole('listitem').filter({ has: heading(page, 'Votre pièce 2 sur 300 : une question') });
    await mail.getByRole('link').first().click();
    await page.waitForURL(`**/fr/orders/${story.order}*`);
    await button(page, order.recommend.send).click();
    await see(page.getByText(order.recommend.missing));
    await faceOf(page.getByRole('radio', { name: '9', exact: true })).click();
    await page.getByLabel(order.recommend.why).fill('Le numéro, et le canard.');
    await button(page, order.recommend.send).click();
    await see(page.getByText(order.recommend.given(9)));
    await voter.shoot('month-32-recommended');
    const { body } = await story.month.operator.get('/api/feedback').expect(200);
    expect(body).toMatchObject({ promoterScore: 100, latest: [{ score: 9, why: 'Le numéro, et le canard.' }] });
  });

  it('the log has every act of the workshop', async () => {
    const { operator } = told();
    const { page } = operator;
    await operator.go('/fr/ops/audit');
    const { acts } = opsRecords.audit;
    for (const act of [
      'send-order',
      'count-delivery',
      'order-print',
      'import-bank-file',
      'create-payout',
      'close-round',
    ]) {
      // Not the choice of the filter by the same words.
      await see(page.getByText(acts[act]!).and(page.locator(':not(option)')));
    }
    await operator.shoot('month-33-log');
  });
}
