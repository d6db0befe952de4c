import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { erase as english } from '../../web/src/platform/i18n/en/erase.ts';
import { erase } from '../../web/src/platform/i18n/fr/erase.ts';
import { platform } from '../../web/src/platform/i18n/fr/platform.ts';
import { button, heading, link, see } from '../support/at-the-screen.ts';
import { makeReady } from '../support/bounties.ts';
import { journey, openSite, type Site } from '../support/browser.ts';
import { type Closing, liveToDecided, type Month } from '../support/month.ts';
import { axeViolations } from '../support/page-checks.ts';
import { order } from '../support/runs.ts';

journey('erasing one’s account', () => {
  let site: Site;
  let month: Month & { closing: Closing };

  beforeAll(async () => {
    site = await openSite();
    month = await liveToDecided(site.shop, { designs: 3 });
    const winner = month.designs.find(({ id }) => isWinning(id))!.designer;
    await makeReady({ winner, bounty: month.closing.bounties[0]!.id, month });
  }, 60_000);
  afterAll(() => site?.close());

  const isWinning = (id: string) => month.closing.winners.some(({ design }) => design === id);
  const hasFocus = (page: Page, name: string) =>
    heading(page, name).evaluate((title) => title === document.activeElement);

  it('takes the address typed again and a yes; then one is signed out, found nowhere, and kept on no device', async () => {
    const leaver = month.designs.find(({ id }) => !isWinning(id))!.designer;
    const { page, go, shoot } = await site.visitor('the leaver', { as: leaver, device: 'phone', motion: 'reduce' });
    const { id: design } = month.designs.find(({ designer }) => designer === leaver)!;
    const designer = `/fr/designers/${leaver.id}`;
    expect((await go(designer)).status()).toBe(200);
    await go('/fr/me/account');
    await page.evaluate((id) => {
      for (const member of [id, 'somebody']) {
        localStorage.setItem(`fraisier.draft.${member}.2027-01`, '{"title":"Il pleut des cordes"}');
        localStorage.setItem(`fraisier.ballot.${member}.2026-12`, '[]');
      }
      localStorage.setItem('fraisier.size', '"M"');
    }, leaver.id);

    await page.getByLabel(erase.email).fill('someone-else@fraisier.test');
    await button(page, erase.act).tap();
    await see(page.getByText(erase.emailError));
    await expect.poll(() => page.getByLabel(erase.email).evaluate((one) => one === document.activeElement)).toBe(true);

    await page.getByLabel(erase.email).fill(leaver.email.toUpperCase());
    await button(page, erase.act).tap();
    await see(heading(page, erase.ask.title));
    await shoot('erase-1-asked');
    expect(await axeViolations(page)).toEqual([]);
    await button(page, platform.cancel).tap();
    expect((await leaver.get('/api/me').expect(200)).body).toMatchObject({ id: leaver.id });

    await button(page, erase.act).tap();
    await button(page, erase.ask.act).tap();
    await page.waitForURL('**/fr/me/erased');
    await see(heading(page, erase.done.title));
    await expect.poll(() => hasFocus(page, erase.done.title)).toBe(true);
    await shoot('erase-2-done');

    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).sort()))
      .toEqual(['fraisier.ballot.somebody.2026-12', 'fraisier.draft.somebody.2027-01', 'fraisier.left']);
    expect((await page.context().cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
    expect((await leaver.get('/api/me').expect(200)).body).toBeNull();
    expect((await go(designer)).status()).toBe(404);
    for (const path of [`/fr/designs/${design}`, `/fr/rounds/${month.slug}/result`]) {
      await go(path);
      await see(page.getByText(platform.unnamed));
      expect(await page.locator(`a[href="${designer}"]`).count()).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    }
    await go('/fr/me/account');
    expect(new URL(page.url()).pathname).toBe('/fr/sign-in');
    expect(site.complaints.splice(0)).toEqual([]);
  });

  it('is refused with every reason and the way to each, and the account is still there', async () => {
    const winner = month.designs.find(({ id }) => isWinning(id))!.designer;
    const run = { slug: month.closing.runs[0]!.slug };
    await order(winner, run, { pieces: [{ size: 'M', cut: 'straight', fabric: 'blanc' }] }).expect(201);
    const { page, go, shoot } = await site.visitor('the winner', { as: winner, lang: 'en', theme: 'dark' });
    await go('/en/me/account');
    await page.getByLabel(english.email).fill(winner.email);
    await button(page, english.act).click();
    await button(page, english.ask.act).click();
    const { bounty_owed, order_held, order_undelivered } = english.reasons;
    const said = page.getByRole('alert');
    for (const reason of [bounty_owed(1), order_held(1), order_undelivered(1)]) {
      await see(said.getByText(reason.text), link(said, reason.link));
    }
    await expect.poll(() => said.getByRole('listitem').count()).toBe(3);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await shoot('erase-3-refused');
    expect((await winner.get('/api/me').expect(200)).body).toMatchObject({ id: winner.id });
    await link(said, bounty_owed(1).link).click();
    await page.waitForURL('**/en/me#bounties');
    await see(page.locator('#bounties'));
    // The browser itself notes the refusal.
    expect(site.complaints.splice(0).filter((said) => !said.includes('409'))).toEqual([]);
  });

  it('tells whoever is signed in nothing of the kind', async () => {
    const buyer = await site.shop.member({ name: 'Farid' });
    const who = await site.visitor('the buyer', { as: buyer });
    expect((await who.go('/fr/me/erased')).status()).toBe(404);
  });
});
