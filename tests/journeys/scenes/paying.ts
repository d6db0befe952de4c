import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { account } from '../../../web/src/platform/i18n/fr/account.ts';
import { address } from '../../../web/src/platform/i18n/fr/address.ts';
import { bounty } from '../../../web/src/platform/i18n/fr/bounty.ts';
import { ops } from '../../../web/src/platform/i18n/fr/ops.ts';
import { opsMoney } from '../../../web/src/platform/i18n/fr/ops-money.ts';
import { opsRecords } from '../../../web/src/platform/i18n/fr/ops-records.ts';
import { button, faceOf, heading, link, see } from '../../support/at-the-screen.ts';
import { FakeBank } from '../../support/bank.ts';
import { ibans } from '../../support/bounties.ts';
import { aMinutePasses, type Told } from './story.ts';

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
    await page.getByLabel(address.name).fill('Maud Lesage');
    await page.getByLabel(address.line1).fill('3 quai des Brumes');
    await page.getByLabel(address.postalCode).fill('76600');
    await page.getByLabel(address.city).fill('Le Havre');
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

  it('the head of the shop says from which account it is paid', async () => {
    const { head } = told();
    const { page } = head;
    await head.go('/fr/ops/settings');
    await page.getByLabel(opsRecords.fields.debtorName, { exact: true }).fill('Société du Fraisier');
    await page.getByLabel(opsRecords.fields.debtorIban).fill(ibans.shop);
    await page.getByLabel(opsRecords.fields.debtorBic, { exact: true }).fill('AGRIFRPP');
    await button(page, opsRecords.settings.save).click();
    await see(page.getByText(opsRecords.settings.saved));
  });

  it('the operator makes the bank file, and notes what the bank answers', async () => {
    const story = told();
    const { operator, designer } = story;
    const { page } = operator;
    await operator.go('/fr/ops/bounties');
    await faceOf(page.getByRole('checkbox', { name: opsMoney.picked })).click();
    await button(page, `${opsMoney.prepare.open(1)} P`).click();
    await button(page.getByRole('dialog', { name: opsMoney.prepare.title }), opsMoney.prepare.confirm).click();
    // It can be taken back for a moment; then it is made.
    await see(page.getByText(opsMoney.prepare.said(1)));
    await see(page.getByText(ops.bountyStates.exported, { exact: true }));

    const download = page.waitForEvent('download');
    await link(page, opsMoney.payouts.download).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file).toContain('pain.001.001.09');
    expect(file).toContain(ibans.fr);
    expect(file).toMatch(/<InstdAmt Ccy="EUR">1000\.00<\/InstdAmt>/);
    expect(await page.content()).not.toContain(ibans.fr);
    await operator.shoot('month-17-payout');

    await button(page, opsMoney.payouts.send).click();
    await see(page.getByText(opsMoney.payouts.sentDone), page.getByText(opsMoney.payouts.fileStates.sent));
    const bank = new FakeBank();
    await bank.submit(file);
    const answer = { name: 'camt.054.xml', mimeType: 'text/xml', buffer: Buffer.from(bank.execute()) };
    await page.getByLabel(opsMoney.bank.drop).and(page.locator('input')).setInputFiles(answer);
    await see(page.getByText(opsMoney.bank.sums.paid(1)), page.getByText(opsMoney.bank.effects.paid, { exact: true }));
    await operator.shoot('month-18-bank');
    await button(page, opsMoney.bank.confirm).click();
    await see(page.getByText(opsMoney.bank.done), page.getByText(opsMoney.payouts.fileStates.done));
    expect(bank.executed).toHaveLength(1);
    await aMinutePasses(story);

    await designer.go(`/fr/bounties/${story.bounty}`);
    await see(designer.page.getByText(bounty.history.paid), designer.page.getByText(/versés le/));
  });
}
