import { expect, it } from 'vitest';
import { account } from '../../../web/src/platform/i18n/fr/account.ts';
import { bounty } from '../../../web/src/platform/i18n/fr/bounty.ts';
import { profile } from '../../../web/src/platform/i18n/fr/profile.ts';
import { button, faceOf, heading, link, see } from '../../support/at-the-screen.ts';
import { ibans } from '../../support/bounties.ts';
import type { Told } from './story.ts';

/** The bounty: the winner's name, account and consent, then the bank. */
export function paying(told: Told): void {
  it('the winner says where to be paid, and accepts the contract', async () => {
    const story = told();
    const { designer, title } = story;
    const { page } = designer;
    await designer.go('/fr/me');
    await link(page, account.notebook.bounties.act).first().click();
    await page.waitForURL('**/fr/bounties/*');
    story.bounty = new URL(page.url()).pathname.split('/').at(-1)!;
    await see(heading(page, bounty.heading(title)));
    await see(page.getByText(bounty.contract.locked));

    await page.getByLabel(bounty.payee.legalName).fill('Maud Lesage');
    const iban = page.getByLabel(bounty.payee.iban, { exact: true });
    await iban.fill(ibans.fr.replace(/5$/, '6'));
    await iban.blur();
    await see(page.getByText(bounty.payee.ibanWrong.checksum));
    await iban.fill(ibans.fr);
    await faceOf(page.getByRole('radio', { name: 'S', exact: true })).click();
    await page.getByLabel(profile.address.name).fill('Maud Lesage');
    await page.getByLabel(profile.address.line1).fill('3 quai des Brumes');
    await page.getByLabel(profile.address.postalCode).fill('76600');
    await page.getByLabel(profile.address.city).fill('Le Havre');
    await designer.shoot('month-15-payee');
    await button(page, bounty.payee.save).click();
    await see(page.getByText(bounty.payee.saved), page.getByRole('region', { name: bounty.contract.region }));
    expect(await page.content()).not.toContain(ibans.fr);

    await button(page, bounty.contract.accept).click();
    await see(page.getByText(bounty.contract.readError));
    await faceOf(page.getByRole('checkbox', { name: bounty.contract.read })).click();
    await button(page, bounty.contract.accept).click();
    await see(page.getByText(bounty.contract.done), page.getByText(bounty.payee.frozen));
    await designer.shoot('month-16-contract');
  });
}
