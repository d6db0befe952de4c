import { fromPixels } from '@fraisier/server/platform/images/open-picture.ts';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings as said } from '../../web/src/platform/i18n/fr/findings.ts';
import { platform } from '../../web/src/platform/i18n/fr/platform.ts';
import { submit } from '../../web/src/platform/i18n/fr/submit.ts';
import { button, faceOf, heading, see } from '../support/at-the-screen.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { focusIsKept, hasFocus, tabTo } from '../support/by-keyboard.ts';
import { planAndOpen } from '../support/month.ts';
import { axeViolations, overflowAt } from '../support/page-checks.ts';

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

journey('a file and its faults', () => {
  let site: Site;
  let slug: string;
  let faulty: Chosen;
  let mended: Chosen;
  let desk: Visitor;
  let phone: Visitor;
  const faults = [said.resolution.title('102'), said.halo.title, said.thin_lines.title];

  beforeAll(async () => {
    site = await openSite();
    ({ slug } = await planAndOpen(site.shop, { slug: '2031-08', designs: 0, phase: 'collecting' }));
    const [ines, theo] = await Promise.all(['Ines', 'Théo'].map((name) => site.shop.member({ name })));
    desk = await site.visitor('the desk', { as: ines!, motion: 'reduce' });
    phone = await site.visitor('the phone', { as: theo!, device: 'phone', motion: 'reduce' });
    faulty = await artwork('chat-v1.png', { withFaults: true });
    mended = await artwork('chat-v2.png', { withFaults: false });
  }, 60_000);
  afterAll(() => site?.close());

  it('by keyboard alone, a designer sees three faults of a file, marked and up close, before anything is sent', async () => {
    const { page } = desk;
    await desk.go(`/fr/rounds/${slug}/submit`);
    await choose(page, platform.file.choose, faulty);
    await see(heading(page, submit.check.advice(3)));
    await focusIsKept(page);
    for (const fault of faults) await see(heading(page, fault));
    // Two of them have places: their numbers stand on the picture as in the list.
    await expect.poll(() => numbersOnSheet(page).allTextContents()).toEqual(['2', '3']);
    await see(loupe(page));
    await desk.shoot('preflight-01-faults');

    const lines = page.getByRole('listitem').filter({ has: heading(page, said.thin_lines.title) });
    const look = lines.getByRole('button', { name: /de près$/ });
    await tabTo(page, look);
    await page.keyboard.press('Enter');
    await hasFocus(lines.getByRole('button', { name: said.places.hide }));
    await expect.poll(() => loupe(page).count()).toBe(1);
    const caption = lines.locator('figcaption p').first();
    const before = await caption.textContent();
    await tabTo(page, button(lines, said.places.next));
    await page.keyboard.press('Enter');
    await expect.poll(() => caption.textContent()).not.toBe(before);
    await desk.shoot('preflight-02-loupe');
    expect(await axeViolations(page)).toEqual([]);
  });

  it('replaces the file, and sends it once its drawing is well', async () => {
    const { page } = desk;
    await choose(page, platform.file.replace, mended);
    await see(heading(page, submit.check.advice(1)));
    await expect.poll(() => numbersOnSheet(page).count()).toBe(0);
    await fillIn(page, 'Chat perché', (control) => control.press('Space'));
    await button(page, submit.send.act).press('Enter');
    await page.waitForURL('**/fr/designs/*');
    await see(page.getByText(submit.check.measuring));
    await site.shop.runJobs();
    await see(page.getByText(submit.own.said.checked), page.getByText(submit.check.advice(1)));
    await desk.shoot('preflight-03-report');
    expect(await axeViolations(page)).toEqual([]);
  });

  it('on a phone, the number on the picture leads to what is said of it', async () => {
    const { page } = phone;
    await phone.go(`/fr/rounds/${slug}/submit`);
    await choose(page, platform.file.choose, faulty);
    await see(heading(page, submit.check.advice(3)));
    await numbersOnSheet(page).filter({ hasText: '3' }).tap();
    const line = page.getByRole('listitem').filter({ has: heading(page, said.thin_lines.title) });
    await hasFocus(button(line, said.places.hide));
    await see(line.getByRole('img'));
    await phone.shoot('preflight-04-phone');
    expect(await overflowAt(page, 320)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
  });

  it('sends it all the same, reads the same in the shop’s report, and mends it in its place', async () => {
    const { page } = phone;
    await fillIn(page, 'Chat assis', (control) => faceOf(control).tap());
    await button(page, submit.send.act).tap();
    await page.waitForURL('**/fr/designs/*');
    await site.shop.runJobs();
    await see(page.getByText(submit.check.advice(3)));
    for (const fault of faults) await see(heading(page, fault));
    await expect.poll(() => numbersOnSheet(page).count()).toBe(2);
    await phone.shoot('preflight-05-phone-report');

    await button(page, submit.own.replace).tap();
    await choose(page, platform.file.choose, mended);
    const compared = page.getByRole('region', { name: submit.own.compare.label });
    await focusIsKept(page);
    await see(compared.getByText(submit.check.advice(3)), compared.getByText(submit.check.advice(1)));
    const [few, ...others] = faults;
    await expect
      .poll(() => compared.getByRole('listitem').allTextContents())
      .toEqual([
        ...others.map((fault) => `${submit.own.compare.mended} ${fault}`),
        `${submit.own.compare.left} ${few}`,
      ]);
    await phone.shoot('preflight-06-phone-replace');
    await button(page, submit.own.replaceSend).tap();
    await see(page.getByText(submit.own.states.checking, { exact: true }));
    await hasFocus(button(page, submit.own.replace));
    await site.shop.runJobs();
    await see(page.getByText(submit.own.said.checked), page.getByText(submit.check.advice(1)));
    await see(page.getByText(submit.own.file.version(2)));
  });

  it('on the phone, a finger moves it in the print area before it is sent, and the page goes on scrolling', async () => {
    const { page } = phone;
    await phone.go(`/fr/rounds/${slug}/submit`);
    await choose(page, platform.file.choose, mended);
    const stage = page.getByRole('application', { name: submit.place.picture });
    await see(stage, page.getByText(submit.place.dpi('102')).first());
    // As large as fits it cannot go anywhere: a finger on it scrolls.
    const touch = () => stage.locator('g[data-room]').evaluate((art) => getComputedStyle(art).touchAction);
    await expect.poll(touch).toBe('auto');
    await page.getByRole('slider', { name: submit.place.slider }).fill('100');
    await expect.poll(touch).toBe('none');
    await drag(stage.locator('image'), 40, 60);
    const said = page.getByRole('status').filter({ hasText: submit.place.dpi('305') });
    await see(said.filter({ hasText: 'à droite du centre' }));
    await button(page, submit.place.centre).tap();
    await see(said.filter({ hasText: submit.place.centred }));
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflowAt(page, 320)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await phone.shoot('preflight-07-phone-place');
  });

  it('by keyboard alone, it is moved after it was sent, checked at its new size, and stays once it is admitted', async () => {
    const { page } = desk;
    await button(page, submit.place.move).press('Enter');
    const stage = page.getByRole('application', { name: submit.place.picture });
    await stage.focus();
    for (let nth = 0; nth < 10; nth++) await page.keyboard.press('Shift+-');
    for (const key of ['Shift+ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
    // Twenty centimetres wide now; 2.6 cm under the collar, a millimetre to the left.
    await see(page.getByRole('status').filter({ hasText: '2,6\u00a0cm sous le col, 0,1\u00a0cm à gauche' }));
    await page.getByLabel(submit.place.across, { exact: true }).fill('0,5');
    await page.getByLabel(submit.place.below, { exact: true }).fill('7,5');
    await see(page.getByText('7,5\u00a0cm sous le col, 0,5\u00a0cm à droite du centre').first());
    expect(await axeViolations(page)).toEqual([]);
    await desk.shoot('preflight-08-move');
    await button(page, submit.place.save).press('Enter');
    await see(page.getByText(submit.own.states.checking, { exact: true }));
    await hasFocus(button(page, submit.place.move));
    await site.shop.runJobs();
    await see(page.getByText(submit.own.said.checked), page.getByText('152 dpi', { exact: false }).first());
    await desk.shoot('preflight-09-moved');
    const operator = await site.shop.operator();
    await operator.post(`/api/designs/${page.url().split('/').at(-1)}/admission`).expect(200);
    await page.reload();
    await see(page.getByText(submit.own.states.admitted, { exact: true }));
    await expect.poll(() => button(page, submit.place.move).count()).toBe(0);
  });

  it('a file that is no picture, and one that is cut short, are said so at once', async () => {
    const { page } = phone;
    await phone.go(`/fr/rounds/${slug}/submit`);
    const pdf = { name: 'chat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
    await choose(page, platform.file.choose, pdf);
    await see(heading(page, said.format.title), page.getByText(said.format.is('PDF')));
    await see(page.getByText(said.format.mend.vector, { exact: false }));
    await choose(page, platform.file.replace, { name: 'chat', mimeType: '', buffer: faulty.buffer });
    await see(heading(page, submit.check.advice(3)));
    await choose(page, platform.file.replace, { ...faulty, buffer: faulty.buffer.subarray(0, 2_000) });
    await see(heading(page, said.broken.title));
    await expect.poll(() => button(page, submit.send.act).count()).toBe(0);
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});

const numbersOnSheet = (page: Page): Locator => page.locator('figure svg button');
const loupe = (page: Page): Locator => page.getByRole('img', { name: new RegExp(`^${said.places.loupe}`) });

/** By the pointer, as a finger or a mouse does. */
async function drag(what: Locator, across: number, down: number): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = (await what.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { mouse } = what.page();
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + across, y + down, { steps: 4 });
  await mouse.up();
}

async function choose(page: Page, label: string, file: Chosen): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, label).press('Enter');
  await (await chooser).setFiles(file);
}

async function fillIn(page: Page, title: string, tick: (control: Locator) => Promise<void>): Promise<void> {
  await tick(page.getByRole('radio').first());
  await page.getByLabel(submit.words.name, { exact: true }).fill(title);
  await page.getByLabel(submit.words.alt, { exact: true }).fill('Un disque rouge');
  await tick(page.getByRole('checkbox', { name: submit.words.rights }));
}

/** A red disc clear of the edges, of few pixels; with faults it has a glow, and a few lines of a pixel under it. */
async function artwork(name: string, { withFaults }: { withFaults: boolean }): Promise<Chosen> {
  const [width, height] = [1200, 1440];
  const data = Buffer.alloc(width * height * 4);
  const radius = width * 0.36;
  const glow = withFaults ? width * 0.06 : 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const beyond = Math.hypot(x - width / 2, y - height / 2) - radius;
      const alpha = beyond < 0 ? 255 : beyond < glow ? Math.round(160 * (1 - beyond / glow)) : 0;
      if (alpha > 0) data.writeUInt32BE(0xe5263e00 + alpha, (y * width + x) * 4);
    }
  }
  for (let nth = 0; withFaults && nth < 4; nth++) {
    for (let x = width * 0.3; x < width * 0.7; x++) {
      data.writeUInt32BE(0x1b6b45ff, ((height * 0.9 + nth * 16) * width + x) * 4);
    }
  }
  const buffer = await fromPixels({ data, width, height }).png({ compressionLevel: 1 }).toBuffer();
  return { name, mimeType: 'image/png', buffer };
}
