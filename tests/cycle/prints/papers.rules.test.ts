import { invoicePdf } from '@fraisier/server/cycle/orders/invoice-pdf.ts';
import { piecesCsv } from '@fraisier/server/cycle/prints/packet-papers.ts';
import { printSheet } from '@fraisier/server/cycle/prints/print-sheet.ts';
import { csvText } from '@fraisier/server/platform/print-shop/csv.ts';
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

const sheetOf = ({ text = 'Un froid de canard', made = {} }: { text?: string; made?: object }) => ({
  ...{ shopName: text, run: '2026-12', number: 1, day: text, at: new Date(0), pieces: 1, labels: 0, matrix: [] },
  design: {
    ...{ id: '', round: '2026-12', title: text, altText: '', altTextEn: null, fabric: 'noir' as const, inks: [] },
    ...{ placeholder: null, pictures: [], finalist: true, designer: { id: '', name: text } },
  },
  sizes: ['M'],
  area: { widthMm: 300, heightMm: 360 },
  made: {
    ...{ dpi: 300, widthMm: 300, heightMm: 360, widthPx: 3543, heightPx: 4252, originalDpi: 300 },
    ...{ unaltered: true, sha256: 'a'.repeat(64), ...made },
  },
  artworkSha256: 'b'.repeat(64),
  preview: null,
});

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

  it.each([
    ['unaltered', { unaltered: true }, 'Pixels du fichier déposé, sans rééchantillonnage.'],
    ['enlarged', { unaltered: false, originalDpi: 212 }, 'Agrandi une fois : le fichier déposé fait 212 dpi'],
    ['reduced', { unaltered: false, originalDpi: 450 }, 'Réduit une fois : le fichier déposé fait 450 dpi'],
    [
      'resampled a little',
      { unaltered: false, originalDpi: 300 },
      'Rééchantillonné une fois : le fichier déposé fait 300',
    ],
  ])('say on the sheet whether the pixels of the print file are %s', async (_how, made, words) => {
    const said = pdfText(await printSheet(sheetOf({ made })));
    // Spaces and ends of lines are layout.
    expect(said.replaceAll(/\s/g, '')).toContain(`3543×4252pixels,300dpi.${words.replaceAll(/\s/g, '')}`);
  });
});
