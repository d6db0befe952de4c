import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { opsOrders } from '../../../web/src/platform/i18n/fr/ops-orders.ts';
import { opsPrints } from '../../../web/src/platform/i18n/fr/ops-prints.ts';
import { order } from '../../../web/src/platform/i18n/fr/order.ts';
import { button, heading, see } from '../../support/at-the-screen.ts';
import { unzip } from '../../support/unzip.ts';
import { aMinutePasses, type Told } from './story.ts';

const TRACKING = '6A 123 456 789 01';

/** What was sold is printed, counted and sent. */
export function printing(told: Told): void {
  it('the operator orders the print of both pieces, and takes the packet', async () => {
    const story = told();
    const { operator, artworkSha256 } = story;
    const { page } = operator;
    await operator.go('/fr/ops/prints');
    await button(page, opsPrints.order('2', 2)).click();
    await button(page.getByRole('dialog', { name: opsPrints.orderTitle }), opsPrints.orderConfirm).click();
    await see(page.getByText(opsPrints.ordered(1)), page.getByText(opsPrints.orders.packet.preparing));
    await aMinutePasses(story);

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Télécharger le dossier/ }).click();
    const packet = unzip(await readFile(await (await download).path()));
    await operator.shoot('month-22-prints');
    const read = (ending: string) => [...packet].find(([name]) => name.endsWith(ending))![1];
    // Its own pixels: nothing is resampled.
    expect(read('print-file.png').readUInt32BE(16)).toBe(1200);
    expect(read('.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    const pieces = read('.csv').toString('utf8').trim().split(/\r?\n/);
    expect(pieces).toHaveLength(3);
    expect(pieces[2]).toContain('Farid');
    // What is printed is what was voted on, and what Maud sent.
    expect(read('.txt').toString('utf8')).toContain(artworkSha256);
  });

  it('counts what comes back, and sends the order', async () => {
    const story = told();
    const { operator, voter } = story;
    const { page } = operator;
    await button(page, opsPrints.count.open).click();
    const dialog = page.getByRole('dialog', { name: opsPrints.count.title(1) });
    await dialog.getByLabel(opsPrints.count.good, { exact: true }).fill('2');
    await button(dialog, opsPrints.count.confirm).click();
    await see(page.getByText(opsPrints.count.done('2', '0')), page.getByText(opsPrints.orders.progress('2', '2')));

    await operator.go('/fr/ops/orders');
    await page.getByRole('button', { name: /Farid Haddad/ }).click();
    await page.getByLabel(opsOrders.tracking).fill(TRACKING);
    await operator.shoot('month-23-orders');
    await button(page, opsOrders.send).click();
    await see(page.getByText(opsOrders.done('Farid Haddad')));
    await aMinutePasses(story);

    await voter.go(`/fr/orders/${story.order}`);
    await see(heading(voter.page, order.state.sent.title(1)), voter.page.getByText(TRACKING));
  });
}
