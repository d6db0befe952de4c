import { afterAll, beforeAll, expect, it } from 'vitest';
import { ballot } from '../../web/src/platform/i18n/fr/ballot.ts';
import { gallery } from '../../web/src/platform/i18n/fr/gallery.ts';
import { order } from '../../web/src/platform/i18n/fr/order.ts';
import { platform } from '../../web/src/platform/i18n/fr/platform.ts';
import { profile } from '../../web/src/platform/i18n/fr/profile.ts';
import { run } from '../../web/src/platform/i18n/fr/run.ts';
import { button, heading, link, see } from '../support/at-the-screen.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { focusIsKept, hasFocus, tabTo } from '../support/by-keyboard.ts';
import { type Month, planAndOpen } from '../support/month.ts';
import { type OpenedRun, openRun } from '../support/runs.ts';

journey('by keyboard alone', () => {
  let site: Site;
  let month: Month;
  let opened: OpenedRun;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await openSite();
    opened = await openRun(site.shop);
    month = await planAndOpen(site.shop, { slug: '2031-06', designs: 4, phase: 'voting' });
    visitor = await site.visitor('the keyboard', { as: await site.shop.member({ name: 'Nina' }) });
  });
  afterAll(() => site?.close());

  it('one finds the ballot, answers every design and reads the receipt', async () => {
    const { page } = visitor;
    const { keyboard } = page;
    await visitor.go(`/fr/rounds/${month.slug}`);
    await keyboard.press('Tab');
    await hasFocus(link(page, platform.skip));
    await keyboard.press('Enter');
    await tabTo(page, link(page, gallery.ballot).last());
    await keyboard.press('Enter');

    // Answered by a digit, worn by a letter.
    await see(page.getByText(ballot.at(1, 4), { exact: true }));
    await focusIsKept(page);
    await keyboard.press('j');
    await see(page.getByRole('checkbox', { name: ballot.wear, checked: true }));
    await tabTo(
      page,
      page
        .getByRole('radio', { name: 'S', exact: true })
        .or(page.getByRole('radio', { name: 'XS' }))
        .first(),
    );
    await keyboard.press('ArrowRight');
    await keyboard.press('4');
    // By the controls: the scale, then on.
    await see(page.getByText(ballot.at(2, 4), { exact: true }));
    await focusIsKept(page);
    await tabTo(page, page.getByRole('radio', { name: platform.rating.words[0]! }));
    await keyboard.press('ArrowRight');
    await see(page.getByRole('radio', { name: platform.rating.words[1]!, checked: true }));
    await tabTo(page, button(page, ballot.next));
    await keyboard.press('Enter');
    // Skipped by the button, in words by the shortcuts.
    await see(page.getByText(ballot.at(3, 4), { exact: true }));
    await keyboard.press('?');
    await see(page.getByRole('dialog', { name: ballot.keys.helpTitle }));
    await keyboard.press('Escape');
    await focusIsKept(page);
    await tabTo(page, button(page, ballot.skip));
    await keyboard.press(' ');
    // A word, typed without setting anything off.
    await see(page.getByText(ballot.at(4, 4), { exact: true }));
    await tabTo(page, page.locator('summary', { hasText: ballot.word.summary }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByLabel(ballot.word.label));
    await keyboard.type('1, 2 et 3 : j’aime.');
    await see(page.getByText(ballot.at(4, 4), { exact: true }));
    await tabTo(page, page.getByRole('radio', { name: platform.rating.words[0]! }));
    await keyboard.press('5');

    await see(page.getByText(ballot.done.sent), page.getByText(ballot.done.hand(3, 1)));
    await focusIsKept(page);
    // Changed, and back where it was asked for.
    const change = page.getByRole('button', { name: /^Changer la note de / }).first();
    await tabTo(page, change);
    await keyboard.press('Enter');
    await see(button(page, ballot.changing.back));
    await focusIsKept(page);
    await keyboard.press('3');
    await see(page.getByText(ballot.done.sent));
    await hasFocus(change);
    await visitor.shoot('keyboard-ballot');
  });

  it('one buys a piece, from the list of runs to the number', async () => {
    const { page } = visitor;
    const { keyboard } = page;
    await visitor.go('/fr/runs');
    await tabTo(page, link(page, opened.design.title));
    await keyboard.press('Enter');
    await page.waitForURL('**/fr/runs/*');
    await see(heading(page, opened.design.title));
    await focusIsKept(page);
    await tabTo(page, page.getByRole('radio', { name: 'XS', exact: true }));
    await keyboard.press('ArrowRight');
    await see(page.getByRole('radio', { name: 'S', exact: true, checked: true }));
    await tabTo(page, page.getByLabel(run.label.title));
    await keyboard.type('Nina');
    for (const [label, words] of [
      [profile.address.name, 'Nina Roux'],
      [profile.address.line1, '4 place du Marché'],
      [profile.address.postalCode, '69001'],
      [profile.address.city, 'Lyon'],
    ] as const) {
      await tabTo(page, page.getByLabel(label, { exact: true }));
      await keyboard.type(words);
    }
    await tabTo(page, page.getByRole('button', { name: /^Acheter, / }));
    await keyboard.press('Enter');

    await page.waitForURL('**/fr/pay/*');
    await see(page.getByText(order.bank.warning));
    await tabTo(page, button(page, order.bank.accept));
    await keyboard.press('Enter');
    await page.waitForURL('**/fr/orders/*');
    await see(heading(page, order.state.paid.title(1)));
    await focusIsKept(page);
    await visitor.shoot('keyboard-order');
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});
