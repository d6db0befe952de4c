import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { address } from '../../web/src/platform/i18n/fr/address.ts';
import { ballot } from '../../web/src/platform/i18n/fr/ballot.ts';
import { ballotEnd } from '../../web/src/platform/i18n/fr/ballot-end.ts';
import { entry } from '../../web/src/platform/i18n/fr/entry.ts';
import { gallery } from '../../web/src/platform/i18n/fr/gallery.ts';
import { ops } from '../../web/src/platform/i18n/fr/ops.ts';
import { opsModeration } from '../../web/src/platform/i18n/fr/ops-moderation.ts';
import { order } from '../../web/src/platform/i18n/fr/order.ts';
import { platform } from '../../web/src/platform/i18n/fr/platform.ts';
import { profile } from '../../web/src/platform/i18n/fr/profile.ts';
import { run } from '../../web/src/platform/i18n/fr/run.ts';
import { submit } from '../../web/src/platform/i18n/fr/submit.ts';
import { png } from '../support/artwork.ts';
import { button, heading, link, see } from '../support/at-the-screen.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { focusIsKept, hasFocus, press, tabTo, type } from '../support/by-keyboard.ts';
import { type Month, moveTo, planAndOpen } from '../support/month.ts';
import { type OpenedRun, openRun } from '../support/runs.ts';

journey('by keyboard alone', () => {
  let site: Site;
  let month: Month;
  let opened: OpenedRun;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await openSite();
    opened = await openRun(site.shop);
    month = await planAndOpen(site.shop, { slug: '2031-06', designs: 3, phase: 'collecting' });
    visitor = await site.visitor('the keyboard', { as: await site.shop.member({ name: 'Nina' }) });
  });
  afterAll(() => site?.close());

  it('one signs in by the link of a mail, says a name, chooses a file and hands a design in', async () => {
    const maud = await site.visitor('the designer');
    const { page } = maud;
    await maud.go(`/fr/rounds/${month.slug}/submit`);
    await page.waitForURL('**/fr/sign-in?next=*');
    await type(page.getByLabel(entry.signIn.email), 'maud@fraisier.test');
    await press(button(page, entry.signIn.send));
    await see(heading(page, entry.signIn.sentTitle));
    await focusIsKept(page);
    await site.shop.runJobs();
    await maud.go('/fr/demo/mail?to=maud%40fraisier.test');
    await press(page.getByRole('list', { name: entry.mail.links }).getByRole('link').first());
    await press(button(page, entry.confirm.enter));
    await page.waitForURL(`**/fr/rounds/${month.slug}/submit`);

    await maud.go('/fr/me/account');
    await type(page.getByLabel(profile.name.label), 'Maud Lesage');
    await press(button(page, profile.save).first());
    await see(page.getByText(profile.saved));
    await focusIsKept(page);

    await maud.go(`/fr/rounds/${month.slug}/submit`);
    const chooser = page.waitForEvent('filechooser');
    await press(button(page, platform.file.choose));
    await (await chooser).setFiles({ name: 'canard.png', mimeType: 'image/png', buffer: await png() });
    await see(heading(page, submit.fabric.title));
    await focusIsKept(page);
    await press(page.getByRole('radio', { name: fabrics.blanc.nameFr }), 'Space');
    await page.keyboard.press('ArrowRight');
    await type(page.getByLabel(submit.words.name, { exact: true }), 'Un canard transi');
    await type(page.getByLabel(submit.words.alt, { exact: true }), 'Un canard sous une écharpe rouge');
    await press(page.getByRole('checkbox', { name: submit.words.rights }), 'Space');
    await press(button(page, submit.send.act));
    await page.waitForURL('**/fr/designs/*');
    await see(heading(page, 'Un canard transi'));
    await focusIsKept(page);
    await site.shop.runJobs();
    await visitor.shoot('keyboard-submitted');
  });

  it('the workshop admits it by a key', async () => {
    const odile = await site.visitor('the desk', { as: month.operator });
    const { page } = odile;
    await odile.go('/fr/ops/moderation');
    await see(heading(page, 'Un canard transi'));
    await page.keyboard.press('a');
    await see(page.getByText(opsModeration.admitted('Un canard transi')));
    await focusIsKept(page);
    // What can still be taken back is sent when the page is left.
    await press(page.getByRole('link', { name: ops.desk.nav.prints }).first());
    const counts = async () => (await month.operator.get(`/api/rounds/${month.slug}`)).body.counts;
    await expect.poll(counts, { timeout: 20_000 }).toMatchObject({ designs: 4 });
    await moveTo(site.shop, month, 'voting');
  });

  it('one finds the ballot, answers every design and reads the receipt', async () => {
    const { page } = visitor;
    const { keyboard } = page;
    await visitor.go(`/fr/rounds/${month.slug}`);
    await keyboard.press('Tab');
    await hasFocus(link(page, platform.skip));
    await keyboard.press('Enter');
    // On shirts: the switch answers, the address follows.
    await tabTo(page, page.getByRole('radio', { name: gallery.view.flat }));
    await keyboard.press('ArrowRight');
    await see(page.getByRole('radio', { name: gallery.view.worn, checked: true }));
    await page.waitForURL('**/rounds/*?view=worn');
    await focusIsKept(page);
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

    await see(page.getByText(ballotEnd.done.sent), page.getByText(ballotEnd.done.hand(3, 1)));
    await focusIsKept(page);
    // Changed, and back where it was asked for.
    const change = page.getByRole('button', { name: /^Changer la note de / }).first();
    await tabTo(page, change);
    await keyboard.press('Enter');
    await see(button(page, ballotEnd.changing.back));
    await focusIsKept(page);
    await keyboard.press('3');
    await see(page.getByText(ballotEnd.done.sent));
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
      [address.name, 'Nina Roux'],
      [address.line1, '4 place du Marché'],
      [address.postalCode, '69001'],
      [address.city, 'Lyon'],
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
