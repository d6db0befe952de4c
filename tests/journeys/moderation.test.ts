import { afterAll, beforeAll, expect, it } from 'vitest';
import { opsModeration as text } from '../../web/src/platform/i18n/fr/ops-moderation.ts';
import { heading, see } from '../support/at-the-screen.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { focusIsKept, hasFocus, tabTo } from '../support/by-keyboard.ts';
import { planAndOpen } from '../support/month.ts';
import { axeViolations, overflowAt } from '../support/page-checks.ts';
import type { SignedIn } from '../support/shop.ts';
import { slowScripts } from '../support/slow-scripts.ts';
import { handIn } from '../support/submissions.ts';

journey('the moderation desk', () => {
  let site: Site;
  let odile: Visitor;
  let operator: SignedIn;
  let ids: string[];
  const [older, later] = ['Grand soleil', 'Soleil couchant'];
  const slug = '2026-12';
  const states = () =>
    Promise.all(ids.map(async (id) => (await operator.get(`/api/designs/${id}`).expect(200)).body.state));

  beforeAll(async () => {
    site = await openSite();
    await planAndOpen(site.shop, { slug, phase: 'collecting', designs: 0 });
    ids = [];
    for (const title of [older, later]) {
      ids.push((await handIn(await site.shop.member(), slug, { title })).id);
      await site.shop.runJobs();
    }
    operator = await site.shop.operator({ name: 'Odile' });
    odile = await site.visitor('Odile', { as: operator });
  }, 60_000);
  afterAll(() => site?.close());

  it('lays a design beside the one it looks like, in three ways, by keyboard', async () => {
    const { page } = odile;
    // A key that is struck before React is there is not lost.
    const scripts = await slowScripts(page);
    await page.goto('/fr/ops/moderation', { waitUntil: 'commit' });
    await see(heading(page, older));
    await page.keyboard.press('j');
    await expect.poll(scripts.waiting).toBeGreaterThan(0);
    scripts.arrive();
    await hasFocus(heading(page, later));
    await see(page.getByRole('table', { name: text.compare.sheet }), page.getByRole('link', { name: older }));
    const chosen = (mode: keyof typeof text.compare.modes) =>
      page.getByRole('radio', { name: text.compare.modes[mode], checked: true });
    await see(chosen('side'));
    await page.keyboard.press('c');
    await see(chosen('curtain'), page.getByRole('slider', { name: text.compare.curtain }));
    await page.keyboard.press('b');
    await see(chosen('swap'), page.getByText(`${text.compare.shown} ${older}`));
    await page.keyboard.press('b');
    await see(page.getByText(`${text.compare.shown} ${later}`));
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('?');
    await see(page.getByRole('dialog').getByText(text.keys(true)[0]?.[1] ?? ''));
    await page.keyboard.press('Escape');
    await hasFocus(heading(page, later));
    for (const width of [390, 320]) expect(await overflowAt(page, width)).toEqual([]);
  });

  it('refuses several with one word that is taken back without a trace, or leaves with the page', async () => {
    const { page } = odile;
    await odile.go('/fr/ops/moderation');
    const refuseAll = async () => {
      await page.keyboard.press('*');
      await see(page.getByText(text.chosen.count(2)));
      await page.keyboard.press('r');
      const first = page.getByRole('checkbox', { name: text.refusals.too_thin });
      await hasFocus(first);
      await page.keyboard.press(' ');
      await tabTo(page, page.getByRole('button', { name: text.refuseConfirm }));
      await page.keyboard.press('Enter');
      await see(page.getByText(text.chosen.refused(2)), page.getByText(text.empty.checked));
      await focusIsKept(page);
    };
    await refuseAll();
    await page.keyboard.press('z');
    await hasFocus(heading(page, older));
    expect(await states()).toEqual(['checked', 'checked']);

    await refuseAll();
    await odile.go('/fr/ops');
    await expect.poll(states, { timeout: 20_000 }).toEqual(['refused', 'refused']);
  });
});
