import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { account } from '../../web/src/platform/i18n/fr/account.ts';
import { mailTopics } from '../../web/src/platform/i18n/fr/mail-topics.ts';
import { platform } from '../../web/src/platform/i18n/fr/platform.ts';
import { profile } from '../../web/src/platform/i18n/fr/profile.ts';
import { submit } from '../../web/src/platform/i18n/fr/submit.ts';
import { png } from '../support/artwork.ts';
import { button, faceOf, heading, link, see } from '../support/at-the-screen.ts';
import { cookiesOf, journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { planAndOpen } from '../support/month.ts';
import type { SignedIn } from '../support/shop.ts';
import { slowScripts } from '../support/slow-scripts.ts';

const { drafts } = account.notebook.designs;

journey('on a phone', () => {
  let site: Site;
  let nina: SignedIn;
  let phone: Visitor;

  beforeAll(async () => {
    site = await openSite();
    nina = await site.shop.member({ name: 'Nina' });
    phone = await site.visitor('the phone', { as: nina, device: 'phone' });
  });
  afterAll(() => site?.close());

  it('what is typed, chosen and pressed while the scripts are on their way is done once they are there', async () => {
    const { page } = phone;
    const scripts = await slowScripts(page);
    await page.goto('/fr/me/account', { waitUntil: 'commit' });
    await page.getByLabel(profile.name.label).fill('Nina Simon');
    await faceOf(page.getByRole('radio', { name: mailTopics.locales.en })).tap();
    const save = button(page, profile.save).first();
    await save.tap();
    await expect.poll(() => save.getAttribute('aria-busy')).toBe('true');
    await expect.poll(scripts.waiting).toBeGreaterThan(0);
    expect((await nina.get('/api/me').expect(200)).body).toMatchObject({ name: 'Nina', locale: 'fr' });
    scripts.arrive();
    await see(page.getByText(profile.saved));
    const me = async () => (await nina.get('/api/me').expect(200)).body;
    await expect.poll(me).toMatchObject({ name: 'Nina Simon', locale: 'en' });
    await expect.poll(() => page.getByLabel(profile.name.label).inputValue()).toBe('Nina Simon');
    expect(page.url()).toBe(`${site.origin}/fr/me/account`);
    // The page reads what was changed again as a part of the act.
    await expect.poll(() => save.getAttribute('aria-busy')).toBeNull();
  });

  it('the menu opens late rather than never', async () => {
    const { page } = phone;
    const scripts = await slowScripts(page);
    await page.goto('/fr/rounds', { waitUntil: 'commit' });
    await button(page, platform.nav.menu).tap();
    await expect.poll(scripts.waiting).toBeGreaterThan(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
    scripts.arrive();
    await see(page.getByRole('dialog'));
  });

  it('what is said of an act covers nothing that can be pressed, and leaves when it is read', async () => {
    const { page } = phone;
    await page.clock.install();
    await phone.go('/fr/me/account');
    const save = button(page, profile.save).first();
    const said = page.getByRole('status').filter({ hasText: profile.saved });
    await save.evaluate((one) => one.scrollIntoView({ block: 'end' }));
    await save.tap();
    await see(said);
    await phone.shoot('phone-toast');
    await expect.poll(() => areApart(said, save)).toBe(true);

    await page.keyboard.press('Escape');
    await expect.poll(() => said.count()).toBe(0);

    await save.tap();
    await button(said, platform.close).tap();
    await expect.poll(() => said.count()).toBe(0);

    // Held for as long as the focus is on it.
    await save.tap();
    await button(said, platform.close).focus();
    await page.clock.fastForward(20_000);
    await see(said);
    await save.focus();
    await page.clock.fastForward(3_000);
    await expect.poll(() => said.count()).toBe(0);
  });

  it('a draft is found again in the notebook of who wrote it, and can be thrown away or gone on with', async () => {
    const { slug } = await planAndOpen(site.shop, { slug: '2031-07', designs: 0, phase: 'collecting' });
    const { page } = phone;
    await phone.go(`/fr/rounds/${slug}/submit`);
    const chooser = page.waitForEvent('filechooser');
    await button(page, platform.file.choose).tap();
    await (await chooser).setFiles({ name: 'chat.png', mimeType: 'image/png', buffer: await png() });
    await see(heading(page, submit.fabric.title));
    await page.getByLabel(submit.words.name, { exact: true }).fill('Chat perché');

    await phone.go('/fr/me');
    const draft = page.getByRole('listitem').filter({ hasText: 'Chat perché' });
    await see(draft.getByText(drafts.draft, { exact: true }), draft.getByText(drafts.for('juillet 2031')));
    await phone.shoot('phone-draft');
    await draft.getByRole('button', { name: drafts.discardOf('Chat perché') }).tap();
    await see(draft.getByText(drafts.discarded));
    await draft.getByRole('button', { name: drafts.undoOf('Chat perché') }).tap();
    await link(draft, drafts.goOn).tap();
    await see(heading(page, 'Chat perché'), page.getByText(submit.words.found));

    // Whoever else takes the phone sees nothing of it.
    const other = await site.shop.member({ name: 'Zoé' });
    await phone.context.addCookies(cookiesOf(other.cookie, site.origin));
    await phone.go('/fr/me');
    await see(heading(page, 'Zoé'));
    expect(await page.getByText('Chat perché').count()).toBe(0);
    await phone.context.addCookies(cookiesOf(nina.cookie, site.origin));

    await phone.go('/fr/me');
    await draft.getByRole('button', { name: drafts.discardOf('Chat perché') }).tap();
    await see(draft.getByText(drafts.discarded));
    await phone.go('/fr/me');
    expect(await draft.count()).toBe(0);
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});

/** Neither lies over any part of the other. */
async function areApart(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  if (!a || !b) throw new Error('One of them is not on the page');
  return a.y + a.height <= b.y || b.y + b.height <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x;
}
