import { afterAll, beforeAll, expect, it } from 'vitest';
import { address as words } from '../../web/src/platform/i18n/fr/address.ts';
import { bounty } from '../../web/src/platform/i18n/fr/bounty.ts';
import { ops } from '../../web/src/platform/i18n/fr/ops.ts';
import { opsOrders } from '../../web/src/platform/i18n/fr/ops-orders.ts';
import { opsPrints } from '../../web/src/platform/i18n/fr/ops-prints.ts';
import { opsRounds } from '../../web/src/platform/i18n/fr/ops-rounds.ts';
import { opsToday } from '../../web/src/platform/i18n/fr/ops-today.ts';
import { order } from '../../web/src/platform/i18n/fr/order.ts';
import { button, heading, link, see } from '../support/at-the-screen.ts';
import { ibans } from '../support/bounties.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { focusIsKept, hasFocus, press, setMoment, tabTo, type } from '../support/by-keyboard.ts';
import { liveToCounted, type Month } from '../support/month.ts';
import { axeViolations } from '../support/page-checks.ts';
import { address, buy, piece } from '../support/runs.ts';

const { calendar, count } = opsRounds;

journey('an operator with a keyboard', () => {
  let site: Site;
  let month: Month;
  let odile: Visitor;
  let bounties: readonly string[];

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
    bounties = closing.bounties.map(({ id }: { id: string }) => id);
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
    await setMoment(final, '2031-10-02T12:00');
    await see(page.getByText(calendar.wrongSum(1)));
    await page.keyboard.press('Escape');
    await focusIsKept(page);
    await page.keyboard.press('e');
    expect((await month.operator.get('/api/rounds/2031-09')).status).toBe(404);
    await odile.shoot('desk-05-calendar');
    await page.keyboard.press('m');
    await setMoment(final, '2031-09-20T12:00');
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

  it('the winner says where to be paid, and accepts the contract', async () => {
    // The first was passed over.
    const visitor = await site.visitor('the winner', { as: month.designs[1]!.designer });
    const { page } = visitor;
    await visitor.go(`/fr/bounties/${bounties[0]}`);
    await type(page.getByLabel(bounty.payee.legalName), 'Maud Lesage');
    await type(page.getByLabel(bounty.payee.iban, { exact: true }), ibans.fr);
    await press(page.getByRole('radio', { name: 'XS', exact: true }), 'Space');
    await page.keyboard.press('ArrowRight');
    await type(page.getByLabel(words.name), address.name);
    await type(page.getByLabel(words.line1), address.line1);
    await type(page.getByLabel(words.postalCode), address.postalCode);
    await type(page.getByLabel(words.city), address.city);
    await press(button(page, bounty.payee.save));
    await see(page.getByText(bounty.payee.saved), page.getByRole('region', { name: bounty.contract.region }));
    await hasFocus(button(page, bounty.payee.change));
    await press(page.getByRole('checkbox', { name: bounty.contract.read }), 'Space');
    await press(button(page, bounty.contract.accept));
    await see(page.getByText(bounty.contract.done));
    await hasFocus(page.getByRole('heading', { name: bounty.contract.title }));
    await visitor.shoot('desk-07-payee');
  });

  it('the workshop has what was sold printed, counts it and sends it; who bought says what they think', async () => {
    const { shop } = site;
    const farid = await shop.member({ name: 'Farid Haddad' });
    const { body: found } = await shop.visitor.get(`/api/runs/${month.slug}`).expect(200);
    const bought = await buy(farid, { slug: month.slug }, [piece({ cut: found.cuts[0], fabric: found.fabrics[0] })]);
    const { page } = odile;
    await odile.go('/fr/ops/prints');
    await press(page.getByRole('button', { name: /^Commander / }).first());
    await press(button(page.getByRole('dialog', { name: opsPrints.orderTitle }), opsPrints.orderConfirm));
    await see(page.getByText(opsPrints.ordered(1)));
    await focusIsKept(page);
    await shop.runJobs();
    await press(button(page, opsPrints.count.open));
    const dialog = page.getByRole('dialog', { name: opsPrints.count.title(1) });
    const good = dialog.getByLabel(opsPrints.count.good, { exact: true });
    await tabTo(page, good);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await press(button(dialog, opsPrints.count.confirm));
    await see(page.getByText(opsPrints.count.done('2', '0')));
    await focusIsKept(page);

    await odile.go('/fr/ops/orders');
    const parcel = page.getByRole('button', { name: /Farid Haddad/ });
    await see(parcel);
    if ((await parcel.getAttribute('aria-current')) === null) await press(parcel);
    await type(page.getByLabel(opsOrders.tracking), '6A 123 456 789 01');
    await press(button(page, opsOrders.send));
    await see(page.getByText(opsOrders.done('Farid Haddad')));
    await focusIsKept(page);
    await shop.runJobs();

    await shop.setClock(new Date((await shop.now()).getTime() + 20 * 86_400_000));
    const buyer = await site.visitor('the buyer', { as: farid });
    await buyer.go(`/fr/orders/${bought.id}`);
    await press(buyer.page.getByRole('radio', { name: '0', exact: true }), 'Space');
    for (let score = 0; score < 9; score++) await buyer.page.keyboard.press('ArrowRight');
    await type(buyer.page.getByLabel(order.recommend.why), 'Le numéro, et le canard.');
    await press(button(buyer.page, order.recommend.send));
    await see(buyer.page.getByText(order.recommend.given(9)));
    await hasFocus(heading(buyer.page, order.recommend.title));
    await buyer.shoot('desk-08-recommended');
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});
