import { invoicePdf } from '@fraisier/server/cycle/orders/invoice-pdf.ts';
import { piecesCsv } from '@fraisier/server/cycle/prints/packet-papers.ts';
import { readmeText } from '@fraisier/server/cycle/prints/packet-readme.ts';
import type { PrintFacts } from '@fraisier/server/cycle/prints/print-facts.ts';
import { printSheet, type SheetFacts } from '@fraisier/server/cycle/prints/print-sheet.ts';
import type { Plate, PrintFile } from '@fraisier/server/platform/images/images.ts';
import { letterMask } from '@fraisier/server/platform/pdf/letter-mask.ts';
import { csvText } from '@fraisier/server/platform/print-shop/csv.ts';
import { labelProblem, normalizeLabel } from '@fraisier/shared/cycle/labels.ts';
import { describe, expect, it } from 'vitest';
import { pdfText } from '../../support/pdf-text.ts';

const naughty = [
  '=1+1',
  '+33 1',
  '-2+3+cmd|/C calc!A0',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '"quoted", with comma',
  'line\r\nbreak',
  ' edge ',
];

/** RFC 4180, read back. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

const made: PrintFile = {
  ...{ widthMm: 300, heightMm: 360, widthPx: 3543, heightPx: 4252, dpi: 300, colours: 'kept' },
  pixelsSha256: 'c'.repeat(64),
  // One clear pixel.
  preview: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
};
const plate = { of: 2, coverage: 0.124, tonal: false, thumb: made.preview };
const plates: readonly Plate[] = [
  { ...plate, place: 0, hex: null, file: 'plates/0-underbase.png' },
  { ...plate, place: 1, hex: '#f6b921', file: 'plates/1-f6b921.png' },
  { ...plate, place: 2, hex: '#1d1817', file: 'plates/2-1d1817.png', tonal: true },
];
const facts: PrintFacts = {
  ...made,
  fabrics: ['noir'],
  place: { belowCollarMm: 15, fromCentreMm: 0 },
  plates: {
    ...{ offShare: 0.001, dpi: 300, widthPx: 3897, heightPx: 4748, marginMm: 15 },
    ...{ trapMm: 0.17, chokeMm: 0.25 },
  },
  unseparated: null,
};

const sheetOf = (given: Partial<SheetFacts> & { text?: string } = {}): SheetFacts => {
  const { text = 'Un froid de canard', ...rest } = given;
  return {
    ...{ shopName: text, run: '2026-12', number: 1, day: text, at: new Date(0), count: 1, labelled: [], matrix: [] },
    design: {
      ...{ id: '', round: '2026-12', title: text, altText: '', altTextEn: null, fabric: 'noir' as const },
      ...{ inks: [{ hex: '#f6b921', coverage: 0.4 }], placeholder: null, pictures: [], front: [], finalist: true },
      designer: { id: '', name: text },
    },
    sizes: ['M'],
    area: { widthMm: 300, heightMm: 360 },
    ...{ made, facts, plates, printSha256: 'a'.repeat(64), artworkSha256: 'b'.repeat(64) },
    ...rest,
  };
};

describe('the papers', () => {
  it('have no cell that a spreadsheet would run, and lose no letter', () => {
    const text = csvText([naughty, ['next', 7]]);
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = readCsv(text.slice(1));
    expect(rows).toHaveLength(2);
    expect(rows[0]?.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    expect(rows[0]?.map((cell) => cell.replace(/^'/, ''))).toEqual(naughty);
    expect(rows[1]).toEqual(['next', '7']);
  });

  it('write a label exactly as it is sewn, between marks', () => {
    const piece = { number: 4, size: 'M', cut: 'fitted', fabric: 'nuit' };
    const csv = piecesCsv([
      { ...piece, label: '-1' },
      { ...piece, label: '& Zoé' },
    ]).toString();
    expect(readCsv(csv.slice(1)).slice(1)).toEqual([
      ['4', 'M', 'Coupe ajustée', 'Bleu nuit', '«-1»'],
      ['4', 'M', 'Coupe ajustée', 'Bleu nuit', '«& Zoé»'],
    ]);
  });

  it('can be made of any text: other scripts, marks, emoji, words without end', async () => {
    const texts = [
      'Łucja Żółć',
      'Ольга',
      '明',
      '👩‍👩‍👧',
      'e\u0301\u0302\u0303',
      '\u202Eabc',
      'W'.repeat(80),
      '\u0000\u0007',
      '',
    ];
    for (const text of texts) {
      const pdf = await invoicePdf({
        number: 'FR-2026-00001',
        order_id: '0193e5a0-0000-7000-8000-000000000000',
        issued_at: new Date('2026-12-03T14:07:00Z'),
        locale: 'fr',
        lines: [
          {
            kind: 'piece',
            cents: 2400,
            title: text,
            runSize: 300,
            piece: { number: 2, size: 'M', cut: 'straight', fabric: 'ciel', label: text },
          },
        ],
        vat_rate_bp: 2000,
        net_cents: 2000,
        vat_cents: 400,
        total_cents: 2400,
        buyer: {
          name: text,
          email: 'a@fraisier.test',
          address: { name: text, line1: text, postalCode: text, city: text, country: 'ZZ' },
        },
        seller: {
          ...{ shopName: text, legalName: text, legalForm: text, registration: text, vatNumber: text, street: text },
          ...{ postalCode: text, city: text, country: 'FR', email: text, timeZone: 'Europe/Paris' },
        },
      });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const sheet = await printSheet(sheetOf({ text }));
      expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  const sewable = () => {
    const letters = new Set<string>();
    for (let codePoint = 0x20; codePoint <= 0x1_ffff; codePoint++) {
      const kept = normalizeLabel(`A${String.fromCodePoint(codePoint)}A`);
      if (kept.isWellFormed() && labelProblem(kept) === null) for (const letter of kept) letters.add(letter);
    }
    return [...letters];
  };

  it('draw every letter that a label may have, in the font of the labels', () => {
    const letters = sewable();
    expect(letters.length).toBeGreaterThan(300);
    for (const letter of letters) {
      const { data } = letterMask(letter, 'title', 40);
      expect([letter, data.some((share) => share > 128)]).toEqual([letter, letter !== ' ']);
    }
    // What a font draws where it has no such letter.
    const unknown = letterMask('\u8fbe', 'title', 40);
    for (const letter of letters.filter((one) => one !== ' ')) {
      expect(Buffer.from(letterMask(letter, 'title', 40).data).equals(unknown.data)).toBe(false);
    }
  });

  it('write a name in its own letters, also where the text’s face lacks one', async () => {
    const said = words(pdfText(await printSheet(sheetOf({ text: 'Nguyễn Ṽ Ольга' }))));
    expect(said).toContain('Nguyễn');
    expect(said).not.toContain('Ольга');
  });

  it('show each label as it was typed, page after page', async () => {
    const names = ['Nguyễn', 'Łódź', 'Çağrı', 'L’Élan', 'Þór & Zoë', 'GROẞE', 'Țară', 'Oui ! Non ?', '-1'];
    const labelled = Array.from({ length: 60 }, (_, at) => ({
      number: at + 2,
      size: 'M',
      label: names[at % names.length]!,
    }));
    const said = words(pdfText(await printSheet(sheetOf({ labelled }))));
    expect(said).toContain('60étiquettes');
    for (const name of names) expect(said).toContain(words(name));
    expect(said).toContain(words('nº 61'));
  });

  const words = (said: string) => said.replaceAll(/\s/g, '');

  it('say what the print file is, that nothing was resampled, and by which hashes all of it is known', async () => {
    const said = words(pdfText(await printSheet(sheetOf())));
    // Spaces and ends of lines are layout.
    expect(said).toContain(words('3543 × 4252 pixels, 300 dpi. Pixels du fichier déposé, sans rééchantillonnage.'));
    for (const letter of ['a', 'b', 'c']) expect(said).toContain(letter.repeat(64));
  });

  it('show each plate with its ink, coverage and mesh, and say how they fit', async () => {
    const said = words(pdfText(await printSheet(sheetOf())));
    expect(said).toContain(words('3 plaques, dans l’ordre'));
    expect(said).toContain(words('1  #f6b921, jaune d’or'));
    expect(said).toContain(words('Couvre 12,4 %, aplat, maille 55 fils/cm'));
    expect(said).toContain(words('Couvre 12,4 %, trame, maille 77 fils/cm'));
    expect(said).toContain(words('de 0,17 mm sous la foncée'));
  });

  it.each([
    ['digital', 'ce tirage s’imprime en numérique'],
    ['photographic', 'des encres en aplat ne rendent pas cette image'],
  ] as const)('say why there are no plates when there are none: %s', async (unseparated, why) => {
    const without = { ...facts, plates: null, unseparated };
    const said = words(pdfText(await printSheet(sheetOf({ facts: without, plates: [] })))).toLowerCase();
    expect(said).toContain(words(why).toLowerCase());
    expect(said).not.toContain(words('dans l’ordre'));
    const readme = readmeText({ ...readmeFacts, facts: without, plates: [] }).toString();
    expect(readme.replaceAll('\u00a0', ' ')).toContain(`Pas de plaques : ${why}`);
    expect(readme).toContain('No plates: ');
  });

  const readmeFacts = {
    ...{
      run: '2026-12',
      number: 1,
      title: 'Un froid de canard',
      pieces: 3,
      artworkSha256: 'b'.repeat(64),
      facts,
      plates,
    },
    day: { fr: '3 décembre 2026', en: '3 December 2026' },
    files: plates.map((one, index) => ({ name: one.file, bytes: 1, sha256: String(index).repeat(64) })),
  };

  it('tell a print shop in French and in English what the greys of a plate mean', () => {
    const readme = readmeText(readmeFacts).toString().replaceAll('\u00a0', ' ');
    expect(readme).toContain('noir = encre pleine, blanc = pas d’encre');
    expect(readme).toContain('black = full ink, white = no ink');
    expect(readme).toContain(
      'plates/1-f6b921.png\r\n    1/2, #f6b921, jaune d’or. Couvre 12,4 %. Aplat, maille 55 fils/cm.',
    );
    expect(readme).toContain('2/2, #1d1817, black. Covers 12.4%. With halftones, mesh 196 threads/inch.');
    expect(readme).toContain(`SHA-256 ${'2'.repeat(64)}`);
    expect(readme).not.toMatch(/undefined|null|NaN/);
  });
});
