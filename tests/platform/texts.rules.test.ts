import { ARTWORK_LIMITS } from '@fraisier/shared/cycle/artwork-rules.ts';
import { TEXT_LIMITS } from '@fraisier/shared/cycle/submission-rules.ts';
import { FINALISTS, HAND_SIZE, K, PSEUDONYM_DAYS } from '@fraisier/shared/cycle/voting-rules.ts';
import { grossForNet, withhold } from '@fraisier/shared/cycle/withholding.ts';
import { loadPage } from '@fraisier/shared/texts/index.ts';
import { type Language, type Page, pageIds } from '@fraisier/shared/texts/page.ts';
import { readyPage } from '@fraisier/shared/texts/ready-page.ts';
import { textTokens, textValues } from '@fraisier/shared/texts/values.ts';
import { describe, expect, it } from 'vitest';

const languages: readonly Language[] = ['fr', 'en'];
const everyFeature = ['verification', 'review', 'withdrawal'] as const;

const shop: Parameters<typeof textValues>[0] = {
  name: 'Fraisier',
  demo: true,
  now: '2026-11-21T12:00:00+01:00',
  timeZone: 'Europe/Paris',
  email: 'bonjour@fraisier.test',
  imprint: {
    legalName: 'Atelier Fraisier',
    legalForm: 'SCOP',
    registration: '',
    vatNumber: 'FR00',
    publisher: 'Léa Fournier',
    street: '1 rue des Tests',
    postalCode: '93100',
    city: 'Montreuil',
    country: 'FR',
    host: '',
    mediator: '',
  },
  printArea: { widthMm: 300, heightMm: 360 },
  maxInks: 6,
  print: { method: 'screen', leastLineMm: 0.4, safeMarginMm: 5, goodDpi: 200, leastDpi: 150 },
  piecePrice: { amount: 2400, currency: 'EUR' },
  shipping: { amount: 450, currency: 'EUR' },
  vatRateBp: 2000,
  runSize: 300,
  bounty: { money: { amount: 100_000, currency: 'EUR' }, isNet: true, days: 30, changeWaitHours: 72 },
  averageDaysToPay: null,
  payRecord: { paid: 0, onTime: 0, longestDays: null, late: 0 },
};

function wordsOf(page: Page): string[] {
  const sections = page.sections.flatMap(({ title, figure, paragraphs, list = [], table }) => [
    title,
    ...(figure ? [figure.value, figure.of] : []),
    ...paragraphs,
    ...list,
    ...(table ? [table.caption, ...table.head, ...table.rows.flat()] : []),
  ]);
  return [page.title, page.lead, ...sections].filter((text) => text !== '');
}

describe.each(pageIds)('the page on %s', (id) => {
  it('has the same sections in both languages', async () => {
    const [fr, en] = await Promise.all(languages.map((language) => loadPage(id, language)));
    const shape = (page: Page | undefined) =>
      page?.sections.map(({ id, since, see, figure, paragraphs, list, table }) => [
        id,
        since,
        see,
        figure?.value.replace(/\D/g, '') || figure?.value,
        paragraphs.length,
        list?.length,
        table?.rows.length,
      ]);
    expect(shape(fr)).toEqual(shape(en));
    expect(fr?.version).toBe(en?.version);
  });

  it.each(languages)('leaves no token unfilled in %s', async (language) => {
    const values = { ...textValues(shop, language), registration: '1', host: 'Host', mediator: 'M' };
    const page = readyPage(await loadPage(id, language), { values, features: everyFeature });
    for (const text of wordsOf(page)) expect(text).not.toMatch(/[{}]/);
  });

  it('is set in French typography in French', async () => {
    const values = textValues(shop, 'fr');
    const page = readyPage(await loadPage(id, 'fr'), { values, features: everyFeature });
    for (const text of wordsOf(page)) {
      expect(text).not.toMatch(/ [:;?!»%€]|« |['"!\u202f]|\d \d{3}|\d (?:px|dpi|mm|cm|Mo|pixels|millions)\b|nº \d/);
    }
  });
});

describe('a page made ready', () => {
  it('leaves out a line whose value the shop has not given, and a section that is then empty', async () => {
    const page = await loadPage('imprint', 'fr');
    const ready = readyPage(page, { values: textValues(shop, 'fr'), features: [] });
    expect(wordsOf(page).join()).toContain('{registration}');
    expect(wordsOf(ready).join()).not.toContain('Immatriculation');
    expect(wordsOf(ready)).toContain('Nom\u00a0: Atelier Fraisier');
    const ids = (page: Page) => page.sections.map((section) => section.id);
    expect(ids(page)).toEqual(expect.arrayContaining(['host', 'mediator']));
    expect(ids(ready)).not.toContain('host');
    expect(ids(ready)).not.toContain('mediator');
  });

  it('names the host and the mediator that the shop has given, in the imprint and in the terms', async () => {
    const imprint = { ...shop.imprint, host: 'Serveurs du Quai, Lyon', mediator: 'Médiation Test, Paris' };
    const values = textValues({ ...shop, imprint }, 'fr');
    const words = async (id: 'imprint' | 'terms') =>
      wordsOf(readyPage(await loadPage(id, 'fr'), { values, features: [] }));
    expect(await words('imprint')).toEqual(expect.arrayContaining(['Serveurs du Quai, Lyon', 'Médiation Test, Paris']));
    expect((await words('terms')).join()).toContain('médiateur de la consommation\u00a0: Médiation Test, Paris');
  });

  it('shows what a feature brings only where the feature is', async () => {
    const page = await loadPage('method', 'en');
    const values = textValues(shop, 'en');
    const ids = (features: readonly (typeof everyFeature)[number][]) =>
      readyPage(page, { values, features }).sections.map((section) => section.id);
    expect(ids([])).not.toContain('proofs');
    expect(ids(['verification'])).toContain('proofs');
  });

  it('refuses a token that no shop can fill', () => {
    const page = { title: 'T', lead: 'A {surprise}', sections: [] };
    expect(() => readyPage(page, { values: textValues(shop, 'en'), features: [] })).toThrow('{surprise}');
  });

  it('writes money and numbers as the language does', () => {
    expect(textValues(shop, 'fr')).toMatchObject({
      bountyInFull: '1\u00a0000\u00a0€\u00a0nets',
      shipping: '4,50\u00a0€',
      vatRate: '20\u00a0%',
      printArea: '30\u00a0×\u00a036\u00a0cm',
      printPixels: '3\u00a0543\u00a0×\u00a04\u00a0252',
    });
    expect(textValues(shop, 'en')).toMatchObject({
      bountyInFull: '€1,000\u00a0net',
      shipping: '€4.50',
      vatRate: '20%',
      printPixels: '3,543\u00a0×\u00a04,252',
    });
  });

  it('uses every token somewhere', async () => {
    const pages = await Promise.all(pageIds.map((id) => loadPage(id, 'fr')));
    const words = pages.flatMap(wordsOf).join(' ');
    for (const token of textTokens) expect(words).toContain(`{${token}}`);
  });
});

describe('the figures in the pages', () => {
  const english = async (id: (typeof pageIds)[number]) => wordsOf(await loadPage(id, 'en')).join(' ');
  const count = (value: number) => value.toLocaleString('en-GB');

  it('are those of the rules of voting', async () => {
    expect([HAND_SIZE, FINALISTS, K]).toEqual([10, 16, 10n]);
    expect(await english('rules')).toMatch(/hands of ten.*top sixteen.*adding ten ratings/s);
    expect(await english('method')).toContain(`deleted ${PSEUDONYM_DAYS} days after the close`);
  });

  it('are those of the upload', async () => {
    const { maxBytes, minSidePx, maxSidePx, maxPixels } = ARTWORK_LIMITS;
    const text = await english('designers');
    expect(text).toContain(`${maxBytes / 1e6} MB`);
    expect(text).toContain(`From ${count(minSidePx)} to ${count(maxSidePx)}\u00a0pixels`);
    expect(text).toContain(`${maxPixels / 1e6} million pixels`);
    for (const { most } of [TEXT_LIMITS.title, TEXT_LIMITS.story, TEXT_LIMITS.altText]) {
      expect(text).toContain(`${most} characters`);
    }
  });

  it.each([
    ['fr', 'fr-FR'],
    ['en', 'en-GB'],
  ] as const)('are those of the withholding, in %s', async (language, format) => {
    const rate = (code: string, rateBp: number, baseBp: number, payer: 'author' | 'shop') => {
      return { code, label: code, rateBp, baseBp, payer };
    };
    const rates = [
      rate('pension', 615, 10_000, 'author'),
      rate('csg', 920, 9825, 'author'),
      rate('crds', 50, 9825, 'author'),
      rate('training', 35, 10_000, 'author'),
      rate('payer', 110, 10_000, 'shop'),
    ];
    const sums = withhold(grossForNet(100_000, rates), rates);
    const money = (cents: number) =>
      new Intl.NumberFormat(format, { style: 'currency', currency: 'EUR' })
        .format(cents / 100)
        .replaceAll('\u202f', '\u00a0');
    const [pension, csg, crds, training, payer] = sums.lines.map((line) => [
      money(line.baseCents),
      money(line.amountCents),
    ]);
    const table = (await loadPage('bounty', language)).sections.find((section) => section.table)?.table;
    expect(table?.rows.map(([, base, , amount]) => [base, amount])).toEqual([
      ['', money(sums.grossCents)],
      pension,
      csg,
      crds,
      training,
      ['', money(sums.netCents)],
      payer,
      ['', money(sums.costCents)],
    ]);
  });
});
