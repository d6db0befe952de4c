import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShopSettings } from '@fraisier/shared/contracts/settings.ts';
import { describe, expect, it, test } from 'vitest';
import { readNumbers } from '../../web/src/cycle/prints/parts/ops/read-numbers.ts';
import { opsRecords as en } from '../../web/src/platform/i18n/en/ops-records.ts';
import { opsRecords as fr } from '../../web/src/platform/i18n/fr/ops-records.ts';
import { readSettings, typedOf } from '../../web/src/platform/ops/settings-fields.ts';
import { instantOf, wallClock } from '../../web/src/platform/ui/ops/shop-time.ts';

describe('a moment typed as the clock on the shop’s wall shows it', () => {
  it.each([
    ['2026-11-30T20:00', '2026-11-30T19:00:00.000Z'],
    ['2026-07-14T09:30', '2026-07-14T07:30:00.000Z'],
    // The hours around both changes of the clocks.
    ['2026-10-25T01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
    ['2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
  ])('%s is %s in Paris, and back', (wall, instant) => {
    expect(instantOf(wall, 'Europe/Paris')).toBe(instant);
    expect(wallClock(instant, 'Europe/Paris')).toBe(wall);
  });

  it('is nothing when it is no date and time', () => {
    expect(instantOf('', 'Europe/Paris')).toBeNull();
    expect(instantOf('30/11/2026', 'Europe/Paris')).toBeNull();
  });
});

test('piece numbers are read as people write them, each once', () => {
  expect(readNumbers('12, 45-47; 12 3')).toEqual([3, 12, 45, 46, 47]);
  expect(readNumbers(' ')).toEqual([]);
  expect([readNumbers('0'), readNumbers('7-3'), readNumbers('douze'), readNumbers('1-')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

const settings: ShopSettings = {
  shopName: 'Fraisier',
  legalName: '',
  legalForm: '',
  registration: '',
  vatNumber: '',
  publisher: '',
  street: '',
  postalCode: '',
  city: '',
  country: 'FR',
  host: '',
  mediator: '',
  email: 'bonjour@fraisier.test',
  debtorName: 'Fraisier',
  debtorIban: 'FR7630006000011234567890189',
  debtorBic: 'AGRIFRPP',
  timeZone: 'Europe/Paris',
  monthEndHour: 20,
  vatRateBp: 550,
  piecePriceCents: 2400,
  shippingCents: 405,
  runSize: 300,
  piecesPerOrder: 3,
  bountyCents: 100_050,
  bountyIsNet: true,
  bountyDays: 30,
  printWidthMm: 300,
  printHeightMm: 360,
  maxInks: 6,
  printMethod: 'screen',
  leastLineHundredths: 40,
  safeMarginMm: 5,
  goodDpi: 200,
  leastDpi: 150,
  expectedRatings: 6000,
  appealHours: 48,
  contractYears: 3,
  ibanWaitHours: 72,
  freshSignInMinutes: 15,
};

describe('the settings as they are typed', () => {
  it('are the same settings when nothing is changed, in both languages', () => {
    for (const comma of [',', '.']) {
      expect(readSettings(typedOf(settings, comma))).toEqual({ settings, faults: {} });
    }
  });

  it('show money, rates and lengths as people write them', () => {
    const typed = typedOf(settings, ',');
    const { piecePriceCents, shippingCents, bountyCents, vatRateBp, leastLineHundredths } = typed;
    expect([piecePriceCents, shippingCents, bountyCents, vatRateBp, leastLineHundredths]).toEqual([
      '24',
      '4,05',
      '1000,50',
      '5,5',
      '0,40',
    ]);
  });

  it('name every field that cannot be read, at once', () => {
    const typed = {
      ...typedOf(settings, ','),
      shopName: ' ',
      email: 'bonjour',
      country: 'fr',
      debtorIban: 'FR7630006000011234567890188',
      debtorBic: 'AGRI',
      piecePriceCents: 'vingt',
      vatRateBp: '101',
      runSize: '1',
      maxInks: '6,5',
      leastLineHundredths: 'fin',
    };
    expect(readSettings(typed).faults).toEqual({
      shopName: { kind: 'empty' },
      email: { kind: 'email' },
      country: { kind: 'country' },
      debtorIban: { kind: 'iban', problem: 'checksum' },
      debtorBic: { kind: 'bic' },
      piecePriceCents: { kind: 'amount' },
      vatRateBp: { kind: 'range', least: 0, most: 100 },
      runSize: { kind: 'range', least: 2, most: 100_000 },
      maxInks: { kind: 'count' },
      leastLineHundredths: { kind: 'length' },
    });
  });
});

test('every act that the shop writes to its log has a sentence in both languages', () => {
  const server = new URL('../../server/src/', import.meta.url).pathname;
  const written = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => readFileSync(join(server, name), 'utf8').split('\n'))
    // An act is named where it is written, or by the function that chooses between several.
    .filter((line) => /\bact: |^ {2}(?:if .*)?return .*-round'/.test(line))
    .flatMap((line) => [...line.matchAll(/'([a-z]+[-_][a-z-]+)'/g)].map((match) => match[1]!));
  expect(written.length).toBeGreaterThan(15);
  const unsaid = (acts: Readonly<Record<string, string>>) => [...new Set(written)].filter((act) => !acts[act]);
  expect([unsaid(fr.audit.acts), unsaid(en.audit.acts)]).toEqual([[], []]);
});
