import { readFile } from 'node:fs/promises';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { bundleChecks } from '@fraisier/shared/verifier/checks.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ballotEnd } from '../../web/src/platform/i18n/fr/ballot-end.ts';
import { verify } from '../../web/src/platform/i18n/fr/verify.ts';
import { button, heading, link, see } from '../support/at-the-screen.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { downloadBundle, pack, unpack } from '../support/bundles.ts';
import { answerHands, close, favourite, type Month, moveTo, planAndOpen } from '../support/month.ts';
import { axeViolations } from '../support/page-checks.ts';
import type { SignedIn } from '../support/shop.ts';

const slug = '2026-12';
const DESIGNS = 5;
const { receipts, round } = verify;

journey('checking a vote', () => {
  let site: Site;
  let month: Month;
  let farid: SignedIn;
  let voter: Visitor;
  let stranger: Visitor;
  let file: { name: string; mimeType: string; buffer: Buffer };

  const signHeads = async () => {
    await enqueue(site.shop.deps.db, 'sign-heads', { roundId: month.roundId, occasion: 'cut' });
    await site.shop.runJobs();
  };

  beforeAll(async () => {
    site = await openSite();
    month = await planAndOpen(site.shop, { slug, designs: DESIGNS, voters: 3, phase: 'voting' });
    farid = await site.shop.member({ name: 'Farid Haddad' });
    await answerHands(month, farid, (design) => favourite(design, 0));
    voter = await site.visitor('the voter', { as: farid, motion: 'reduce' });
    stranger = await site.visitor('a stranger', { motion: 'reduce' });
  }, 60_000);
  afterAll(() => site?.close());

  it('who has just voted sees that the shop signed, and when the head comes', async () => {
    const { page } = voter;
    await voter.go(`/fr/rounds/${slug}/ballot`);
    const download = page.waitForEvent('download');
    await button(page, ballotEnd.mine.download).click();
    const path = await (await download).path();
    file = { name: ballotEnd.mine.file(slug), mimeType: 'application/json', buffer: await readFile(path) };
    await see(page.getByText(ballotEnd.mine.next).first());
    await link(page, ballotEnd.mine.verify).click();
    await see(heading(page, receipts.verdict.waiting(DESIGNS)));
    await see(page.getByText(receipts.said.next).first());
    await voter.shoot('verify-01-waiting');
  });

  it('under a head, one’s own ballot says each line, and its receipts are checked from there', async () => {
    await signHeads();
    const { page } = voter;
    await voter.go(`/fr/rounds/${slug}/ballot`);
    await see(page.getByText(/^Au journal, ligne \d+$/).first());
    await link(page, ballotEnd.mine.verify).click();
    const verdict = heading(page, receipts.verdict.passed(DESIGNS));
    await see(verdict);
    await expect.poll(() => verdict.evaluate((one) => one === document.activeElement)).toBe(true);
    await expect.poll(() => page.getByText(/^Au journal, ligne \d+$/).count()).toBe(DESIGNS);
    await see(page.getByText(receipts.said.wearIn('M')));
    await voter.shoot('verify-02-receipts');
  });

  it('a stranger checks the downloaded file; a receipt that was touched is named, with the check that it fails', async () => {
    const { page } = stranger;
    await stranger.go('/fr/verify');
    await stranger.shoot('verify-03-empty');
    await filesOf(page, receipts.drop).setInputFiles(file);
    await see(heading(page, receipts.verdict.passed(DESIGNS)));

    await button(page, verify.again).click();
    const kept = JSON.parse(file.buffer.toString()) as { receipts: { payload: string }[] };
    const [first] = kept.receipts;
    first!.payload = first!.payload.replace(/"stars":(\d)/, (_, stars) => `"stars":${(Number(stars) % 5) + 1}`);
    await page.getByLabel(receipts.paste).fill(JSON.stringify(kept));
    await button(page, receipts.check).click();
    await see(heading(page, receipts.verdict.failed(1, DESIGNS)));
    await expect.poll(() => failed(page)).toEqual([receipts.checks.seal.title]);
    await stranger.shoot('verify-04-touched');

    await button(page, verify.again).click();
    await page.getByLabel(receipts.paste).fill('Bonjour');
    await button(page, receipts.check).click();
    await see(page.getByText(receipts.refusals.not_json));
  });

  it('the bundle of a decided round is fetched, recounted, and compared with a kept mail and with receipts', async () => {
    await moveTo(site.shop, month, 'final');
    await site.shop.runJobs();
    const mail = await mailedHead(site, month);
    // Lines after the mailed head.
    await answerHands(month, month.voters[0]!, (design) => favourite(design + 1, 0));
    for (const phase of ['frozen', 'counted'] as const) await moveTo(site.shop, month, phase);
    await close(month);
    await site.shop.runJobs();

    const { page } = stranger;
    await stranger.go(`/fr/verify?round=${slug}`);
    await filesOf(page, receipts.drop).setInputFiles(file);
    await see(heading(page, receipts.verdict.passed(DESIGNS)));
    await page.getByText(round.kept).click();
    await page.getByLabel(round.keptLabel).fill(mail);
    await page.getByRole('button', { name: /^Télécharger et vérifier, .+o$/ }).click();
    await see(heading(page, round.verdict.passed));
    await see(page.getByText(round.keySources.mail), page.getByText(round.keptHead.title));
    await expect.poll(() => page.getByText(/^Ligne \d+\s: votre note est comptée\.$/).count()).toBe(DESIGNS);
    await expect.poll(() => page.locator('#round li[data-state="ok"]').count()).toBe(bundleChecks.length + 1 + DESIGNS);
    // What the signed bundle says of the winner's shirt, and behind a line of all the others'.
    const shown = page.locator('section', { has: page.getByRole('heading', { name: round.shown.title }) }).last();
    await see(shown.getByText(round.shown.width, { exact: true }), shown.getByText(round.shown.across(0)).first());
    await shown.getByText(round.shown.others(DESIGNS - 1, true)).click();
    await expect.poll(() => shown.locator('tbody tr').count()).toBe(DESIGNS - 1);
    await stranger.shoot('verify-05-round');
    expect(await axeViolations(page)).toEqual([]);
  });

  it('a bundle brought along is refused without a network where one rating was changed', async () => {
    const files = unpack(await downloadBundle(site.shop, slug));
    const openings = files.get('openings.jsonl')!;
    const at = openings.indexOf('stars\\":') + 'stars\\":'.length;
    const other = (Number(openings[at]) % 5) + 1;
    const touched = new Map(files).set('openings.jsonl', openings.slice(0, at) + other + openings.slice(at + 1));
    const { page, context } = stranger;
    await button(page, verify.again).last().click();
    // Nothing that the pointer passes over is fetched any more.
    await page.mouse.move(0, 0);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    const drop = filesOf(page, round.drop);
    await drop.setInputFiles({ name: 'mine.zip', mimeType: 'application/zip', buffer: pack(touched) });
    await see(heading(page, round.verdict.failed));
    await expect.poll(async () => (await failed(page))[0]).toBe(round.checks.openings.title);
    await see(page.getByText(round.checks.openings.bad), page.getByText(round.verdict.todo));
    await stranger.shoot('verify-06-touched');

    await button(page, verify.again).last().click();
    await filesOf(page, round.drop).setInputFiles({ name: 'no.zip', mimeType: 'application/zip', buffer: file.buffer });
    await see(page.getByText(round.refusals.not_a_bundle));
    await context.setOffline(false);
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});

const filesOf = (page: Page, label: string) => page.locator(`input[type="file"][aria-label="${label}"]`);

/** The titles of the checks that failed. */
const failed = (page: Page) => page.locator('li[data-state="bad"] > div > p:first-child').allTextContents();

/** What a designer was sent at the cut. */
async function mailedHead(site: Site, month: Month): Promise<string> {
  const { rows } = await site.shop.pool.query<{ body_text: string }>(
    `select body_text from mails where template = 'signed-head' order by id desc limit 1`,
  );
  if (!rows[0]) throw new Error(`no head of ${month.slug} was mailed`);
  return rows[0].body_text;
}
