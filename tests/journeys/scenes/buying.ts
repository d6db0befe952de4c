import { it } from 'vitest';
import { address } from '../../../web/src/platform/i18n/fr/address.ts';
import { order } from '../../../web/src/platform/i18n/fr/order.ts';
import { run } from '../../../web/src/platform/i18n/fr/run.ts';
import { button, faceOf, heading, link, see } from '../../support/at-the-screen.ts';
import { aMinutePasses, type Told } from './story.ts';

/** A numbered piece: chosen, held, paid. */
export function buying(told: Told): void {
  it('a member chooses a piece, and the bank refuses once, then pays', async () => {
    const story = told();
    const { voter, title } = story;
    const { page } = voter;
    await voter.go('/fr/runs');
    await link(page, title).click();
    await page.waitForURL('**/fr/runs/*');
    await see(
      heading(page, title),
      page.getByText(run.fraction('2', '300')).or(page.getByLabel(run.fraction('2', '300'))),
    );
    const buy = page.getByRole('button', { name: /^Acheter, / });
    await buy.click();
    await see(page.getByText(run.piece.sizeError));
    await faceOf(page.getByRole('radio', { name: 'L', exact: true })).click();
    await page.getByLabel(run.label.title).fill('Farid');
    await page.getByLabel(address.name).fill('Farid Haddad');
    await page.getByLabel(address.line1).fill('12 rue des Fraises');
    await page.getByLabel(address.postalCode).fill('93100');
    await page.getByLabel(address.city).fill('Montreuil');
    await voter.shoot('month-18-run');
    await buy.click();

    await page.waitForURL('**/fr/pay/*');
    await see(page.getByText(order.bank.warning));
    await voter.shoot('month-19-bank');
    await button(page, order.bank.refuse).click();
    await see(page.getByRole('alert').filter({ hasText: order.bank.failed }));
    await button(page, order.bank.accept).click();
    await page.waitForURL('**/fr/orders/*');
    story.order = new URL(page.url()).pathname.split('/').at(-1)!;
    await see(heading(page, order.state.paid.title(1)));
    await see(page.getByLabel(order.numbers(1, '2', '300')).or(page.getByText(order.numbers(1, '2', '300'))));
    await aMinutePasses(story);
    await voter.shoot('month-20-order');
  });
}
