import { letterPdf } from '@fraisier/server/cycle/feedback/letter-pdf.ts';
import type { Letter } from '@fraisier/shared/contracts/feedback.ts';
import { describe, expect, it } from 'vitest';
import { liveToDecided } from '../../support/month.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { openShop } from '../../support/shop.ts';

const letter: Letter = {
  design: {
    id: crypto.randomUUID(),
    round: '2026-12',
    title: 'Raton laveur',
    altText: '',
    altTextEn: null,
    fabric: 'nuit',
    inks: [],
    placeholder: null,
    pictures: [],
    front: [],
    finalist: true,
    designer: null,
  },
  designer: 'Élodie',
  round: '2026-12',
  roundNumber: 14,
  month: 12,
  writtenAt: '2026-12-31T20:00:00Z',
  winner: false,
  rank: 3,
  rankLow: 2,
  rankHigh: 6,
  designs: 76,
  finalist: true,
  ratings: 412,
  wouldWear: 168,
  histogram: [12, 3, 31, 9, 78, 40, 52, 58, 71, 58],
  sizes: { S: 31, M: 74, L: 42, XL: 21 },
  notes: ['Les effilochures de la queue.'],
  passedOverReason: null,
  decisions: [{ kind: 'set_aside', ratings: 9, rankWith: 2, reasons: ['sole_favourite'] }],
  winners: [{ title: 'Onde de chat', designer: 'Maud' }],
  bounty: null,
  next: null,
  signedBy: 'Léa Fournier',
};
const paper = (change: Partial<Letter> = {}, locale: 'fr' | 'en' = 'fr') =>
  letterPdf({
    letter: { ...letter, ...change },
    locale,
    shirt: null,
    shop: { name: 'Fraisier', city: 'Montreuil', timeZone: 'Europe/Paris' },
  });
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;
/** Letters only: spaces are advances in a PDF, and lines end where the paper does. */
const bare = (text: string) => text.replace(/\s+/g, '');

describe('the letter on paper', () => {
  it('says in both languages what the page says', async () => {
    const fr = bare(pdfText(await paper()));
    for (const said of [
      'Montreuil, le 31 décembre 2026',
      'Récolte nº 14',
      'Bonjour Élodie',
      'n’est pas imprimé',
      'Il finit 3e sur 76',
      '412 personnes',
      '9 notes ne comptent pas',
      'Les effilochures de la queue',
      'Léa Fournier',
    ]) {
      expect(fr, said).toContain(bare(said));
    }
    const en = bare(pdfText(await paper({}, 'en')));
    for (const said of ['Montreuil, 31 December 2026', 'Hello Élodie', 'It came 3rd of 76', 'for the workshop']) {
      expect(en, said).toContain(bare(said));
    }
  });

  it('has room for every word that voters left, page after page, and loses none', async () => {
    const notes = Array.from(
      { length: 60 },
      (_, nth) => `Mot ${nth} : ${'bien vu, vraiment bien vu. '.repeat(1 + (nth % 9))}`,
    );
    const pdf = await paper({ notes });
    const text = bare(pdfText(pdf));
    for (const [nth] of notes.entries()) expect(text).toContain(bare(`Mot ${nth} :`));
    expect(pagesOf(pdf)).toBeGreaterThan(3);
    expect(pagesOf(pdf)).toBeLessThan(12);
    expect(text).toContain(bare(`page ${pagesOf(pdf)}`));
    expect(pagesOf(await paper())).toBe(1);
  });

  it('never signs a page on which nothing else is said', async () => {
    for (let words = 40; words < 200; words += 5) {
      const pdf = await paper({ notes: ['bien vu '.repeat(words)] });
      const last = bare(pdfText(pdf))
        .split(`page${pagesOf(pdf)}`)
        .at(-1);
      expect(last).toContain(bare('une personne lit, et répond'));
      expect(last).toContain('pourl’atelier');
    }
  });

  it('takes any text as text', async () => {
    const naughty = [
      '\u202eحقيقة 日本語 😀 Ω',
      '<b>\\n%PDF-1.7 endobj (x) Tj',
      'a\u0000b\u0007c\r\nd',
      'w'.repeat(600),
      '\u0301\u0301\u0301',
      ' ',
    ];
    for (const text of naughty) {
      const pdf = await paper({
        notes: [text],
        designer: text,
        signedBy: text,
        passedOverReason: text,
        winners: [{ title: text, designer: text }],
        design: { ...letter.design, title: text.slice(0, 60) },
      });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdfText(pdf)).not.toContain('\ufffd');
      expect(pagesOf(pdf)).toBeLessThan(5);
    }
  });

  it('holds for figures of any size', async () => {
    for (const change of [
      { ratings: 0, wouldWear: 0, histogram: Array(10).fill(0), sizes: {}, notes: [], decisions: [] },
      {
        rank: 12_345,
        rankLow: 1,
        rankHigh: 99_999,
        designs: 99_999,
        ratings: 1_000_000,
        histogram: Array(10).fill(100_000),
      },
      { rank: 1, rankLow: 1, rankHigh: 1, designs: 1, winner: true },
      { rank: 111, rankLow: 111, rankHigh: 112, designs: 112 },
    ]) {
      expect(pagesOf(await paper(change, 'en'))).toBe(1);
    }
  });

  it('is the same file every time', async () => {
    expect((await paper()).equals(await paper())).toBe(true);
  });

  it('comes in one’s own language, or in the one asked for', async () => {
    const shop = await openShop();
    const month = await liveToDecided(shop, { designs: 2, voters: 2 });
    const path = `/api/designs/${month.designs[1]!.id}/letter/pdf`;
    const { designer } = month.designs[1]!;
    const own = await designer.get(path).buffer(true).parse(bytes).expect(200);
    expect(own.headers['content-type']).toBe('application/pdf');
    expect(own.headers['content-disposition']).toContain('lettre-2026-12.pdf');
    expect(own.headers['cache-control']).toBe('private, no-store');
    expect(bare(pdfText(own.body as Buffer))).toContain(bare('Bonjour Designer 1'));
    const english = await designer.get(`${path}?locale=en`).buffer(true).parse(bytes).expect(200);
    expect(bare(pdfText(english.body as Buffer))).toContain(bare('Hello Designer 1'));
    await shop.close();
  });
});

function bytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
}
