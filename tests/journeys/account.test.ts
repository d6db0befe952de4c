import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { otherEmail as english } from '../../web/src/platform/i18n/en/other-email.ts';
import { entry } from '../../web/src/platform/i18n/fr/entry.ts';
import { otherEmail } from '../../web/src/platform/i18n/fr/other-email.ts';
import { profile } from '../../web/src/platform/i18n/fr/profile.ts';
import { button, heading, link, see } from '../support/at-the-screen.ts';
import { journey, openSite, type Site } from '../support/browser.ts';
import { axeViolations } from '../support/page-checks.ts';
import type { SignedIn } from '../support/shop.ts';
import { unzip } from '../support/unzip.ts';

journey('one’s account', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const { keys, sessions, data } = profile;
  const partOf = (page: Page, id: string) => page.locator(`#${id}`);

  it('is opened by a passkey that its owner made, named and removes again', async () => {
    const nina = await site.shop.member({ email: 'nina@fraisier.test', name: 'Nina' });
    const { page, context, go } = await site.visitor('Nina', { as: nina });
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await go('/fr/me/account');
    await see(page.getByText(keys.none));
    await button(page, keys.add).click();
    await see(page.getByText(keys.added));
    await button(page, keys.renameOf('Chrome, Linux')).click();
    await page.getByLabel(keys.name).fill('Le poste de l’atelier');
    await partOf(page, 'keys').getByRole('button', { name: profile.save }).click();
    await see(page.getByText('Le poste de l’atelier'));
    const rename = button(page, keys.renameOf('Le poste de l’atelier'));
    await expect.poll(() => rename.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);

    // A page that the browser keeps as it was, as it does on the way elsewhere: this browser is told not to.
    const kept = await context.newPage();
    await kept.goto('/fr/me');
    const hasCome = () => performance.getEntriesByType('resource').some(({ name }) => /travel-/.test(name));
    for (let x = 9; !(await kept.evaluate(hasCome)); x = 108 - x) await kept.mouse.move(x, 9, { steps: 20 });
    await kept.waitForLoadState('networkidle');
    await button(page, profile.leave.button).click();
    await page.waitForURL(`${site.origin}/fr`);
    await kept.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await kept.waitForURL('**/fr/sign-in?next=%2Ffr%2Fme');
    await kept.close();
    await go('/fr/sign-in?next=/fr/me/account');
    await button(page, keys.enter).click();
    await page.waitForURL('**/fr/me/account');
    await button(page, keys.removeOf('Le poste de l’atelier')).click();
    await see(page.getByText(keys.none));
    await context.clearCookies();
    await go('/fr/sign-in');
    await button(page, keys.enter).click();
    await see(page.getByText(keys.noKey));
    // The key is gone from the account; the way by mail is not.
    await see(page.getByLabel(entry.signIn.email));
    expect(site.complaints.filter((one) => !one.includes('401') && !one.includes('400'))).toEqual([]);
    site.complaints.length = 0;
  });

  it('shows every device, and ends one and then all others', async () => {
    const email = 'devices@fraisier.test';
    const [here, phone, old] = [
      await site.shop.member({ email }),
      await site.shop.member({ email }),
      await site.shop.member({ email }),
    ];
    await site.shop.pool.query(
      `update sessions set user_agent = case when seen = 1 then $2 else $3 end, created_at = created_at - interval '30 days'
       from (select id as which, row_number() over (order by created_at) as seen from sessions where member_id = $1) as order_of
       where which = id`,
      [here.id, 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537', 'Mozilla/5.0 (iPhone) Version/18 Safari/604'],
    );
    const { page, go } = await site.visitor('three devices', { as: here });
    await go('/fr/me/account');
    const part = partOf(page, 'sessions');
    await expect.poll(() => part.getByRole('listitem').count()).toBe(3);
    await expect.poll(() => part.getByRole('listitem').first().textContent()).toContain(sessions.here);
    await button(part, sessions.endOf('Safari, iPhone')).first().click();
    await expect.poll(() => part.getByRole('listitem').count()).toBe(2);
    await button(page, sessions.endOthers).click();
    await expect.poll(() => part.getByRole('listitem').count()).toBe(1);
    for (const one of [phone, old]) await one.get('/api/me/address').expect(401);
    await here.get('/api/me/address').expect(200);
  });

  const linkIn = async (who: string, template: string) => {
    await site.shop.runJobs();
    const { body } = await site.shop.visitor.get(`/api/demo/mail?to=${encodeURIComponent(who)}`).expect(200);
    const mail = body.items.find((one: { template: string }) => one.template === template);
    return (mail.links as string[]).find((one) => one.includes('token='))!.replace(site.origin, '');
  };

  it('moves to another address by the link that it got, and back by the one that the old address got', async () => {
    const maud = await site.shop.member({ email: 'maud.ici@fraisier.test', name: 'Maud' });
    const { page, go } = await site.visitor('Maud', { as: maud, device: 'phone', motion: 'reduce' });
    await go('/fr/me/account');
    const part = partOf(page, 'email');
    const change = button(part, otherEmail.change);
    await change.tap();
    const field = page.getByLabel(otherEmail.label);
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await field.fill('pas-une-adresse');
    await button(part, otherEmail.ask).tap();
    await see(page.getByText(otherEmail.error));
    await field.fill('maud.labas@fraisier.test');
    await button(part, otherEmail.ask).tap();
    await see(page.getByText(otherEmail.waiting.title('maud.labas@fraisier.test')));
    const again = button(part, otherEmail.waiting.again);
    await expect.poll(() => again.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);

    await go(await linkIn('maud.labas@fraisier.test', 'email-confirm'));
    expect((await maud.get('/api/me').expect(200)).body.email).toBe('maud.ici@fraisier.test');
    await button(page, otherEmail.confirm.button).tap();
    await see(heading(page, otherEmail.confirm.done));
    expect((await maud.get('/api/me').expect(200)).body.email).toBe('maud.labas@fraisier.test');
    expect(await axeViolations(page)).toEqual([]);

    const owner = await site.visitor('the owner', { lang: 'en', theme: 'dark' });
    await owner.go((await linkIn('maud.ici@fraisier.test', 'email-changed')).replace('/fr/', '/en/'));
    await button(owner.page, english.keep.keep).click();
    await see(heading(owner.page, english.keep.done));
    expect(await axeViolations(owner.page)).toEqual([]);
    await maud.get('/api/me/address').expect(401);
    const back: SignedIn = await site.shop.member({ email: 'maud.ici@fraisier.test' });
    expect(back.id).toBe(maud.id);
  });

  it('gives its owner a copy of everything, once they have signed in lately', async () => {
    const who = await site.shop.member({ email: 'copy@fraisier.test', name: 'Ana' });
    const { page, go } = await site.visitor('Ana', { as: who });
    const age = (span: string) =>
      site.shop.pool.query('update sessions set created_at = now() - $2::interval where member_id = $1', [
        who.id,
        span,
      ]);
    await age('1 day');
    await go('/fr/me/account');
    await button(page, data.ask).click();
    await see(link(page, otherEmail.signInAgain));
    expect(await link(page, otherEmail.signInAgain).getAttribute('href')).toContain('/fr/sign-in?next=');
    await age('0');
    await go('/fr/me/account');
    await button(page, data.ask).click();
    const [download] = await Promise.all([page.waitForEvent('download'), link(page, data.download).click()]);
    expect(download.suggestedFilename()).toMatch(/^fraisier-\d{4}-\d\d-\d\d\.zip$/);
    const copy = unzip(await readFile(await download.path()));
    expect(copy.get('LISEZMOI.txt')!.toString('utf8')).toContain('Ana');
    expect(JSON.parse(copy.get('account.json')!.toString('utf8')).members[0].email).toBe('copy@fraisier.test');
    expect(site.complaints.filter((one) => !one.includes('403'))).toEqual([]);
  });
});
