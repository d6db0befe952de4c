import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { toSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import PDFDocument from 'pdfkit';

export type Pdf = PDFKit.PDFDocument;

/** The house's own fonts, embedded: the standard fonts of PDF have no Ł and no ő, and a buyer's name has. */
export const faces = {
  text: load('instrument-sans-400.ttf'),
  strong: load('instrument-sans-600.ttf'),
  title: load('bricolage-grotesque-800.ttf'),
  narrow: load('bricolage-grotesque-800-narrow.ttf'),
} as const;
export type Face = keyof typeof faces;

export const ink = '#181011';
export const soft = '#574e4a';
export const hairline = '#d9d8d3';
export const fraise = '#d91e3a';

export const A4 = { width: 595.28, height: 841.89 } as const;

function load(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`./fonts/${name}`, import.meta.url)));
}

/** An empty A4 document with the house's fonts; the same facts make the same bytes. */
export function createPdf(about: { title: string; author: string; language: string; date: Date }): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: about.language,
    displayTitle: true,
    autoFirstPage: false,
    info: { Title: about.title, Author: about.author, CreationDate: about.date, ModDate: about.date },
  });
  for (const [face, bytes] of Object.entries(faces)) pdf.registerFont(face, bytes);
  return pdf;
}

/** Reads the document to its end. */
export async function finishPdf(pdf: Pdf): Promise<Buffer> {
  pdf.end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface EmbeddedPicture {
  obj: unknown;
  /** Null once the object is written. */
  imgData: Uint8Array | null;
  embed(pdf: Pdf): void;
}

/**
 * A PNG for `pdf.image`. The library splits colours and transparency behind our back and numbers its objects when that is
 * done: waiting for each keeps the same facts the same bytes.
 */
export async function loadPicture(pdf: Pdf, png: Buffer): Promise<PDFKit.Mixins.ImageSrc> {
  const picture = (pdf as unknown as { openImage(source: Buffer): EmbeddedPicture }).openImage(png);
  picture.embed(pdf);
  while (picture.imgData !== null) await nextTurn();
  return picture as unknown as PDFKit.Mixins.ImageSrc;
}

interface Glyphs {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** Has letters that the others lack, those of Vietnam among them: a name or a label may be written in them. */
const WIDEST: Face = 'title';

/**
 * The face to write the text in, which is the widest one where the other lacks a letter of it, and the text in letters of
 * that face. What it lacks too is written in the nearest Latin letters, as a bank would write it; what has none becomes a
 * question mark. Control characters and line ends become spaces.
 */
function lettersOf(pdf: Pdf, wished: Face, given: string): { face: Face; text: string } {
  const glyphsOf = (one: Face) => (pdf.font(one) as unknown as { _font: { font: Glyphs } })._font.font;
  const [own, widest] = [glyphsOf(wished), glyphsOf(WIDEST)];
  const text = given.normalize('NFC').replace(/\p{Cc}+/gu, ' ');
  const has = (glyphs: Glyphs, character: string) => glyphs.hasGlyphForCodePoint(character.codePointAt(0)!);
  const isWider = [...text].some((character) => !has(own, character) && has(widest, character));
  const glyphs = isWider ? widest : own;
  let result = '';
  for (const character of text) {
    if (has(glyphs, character)) result += character;
    else if (!/\p{Mn}|\p{Cf}/u.test(character)) result += toSepaText(character, 8) || '?';
  }
  return { face: isWider ? WIDEST : wished, text: result };
}

export interface TextStyle {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
  readonly width?: number;
  readonly align?: 'left' | 'right';
  /** Figures of one width, for columns. */
  readonly tabular?: boolean;
  readonly lineGap?: number;
}

/** Writes text at a place and gives the y below it. */
export function put(pdf: Pdf, text: string, x: number, y: number, style: TextStyle = {}): number {
  pdf
    .font(style.face ?? 'text')
    .fontSize(style.size ?? 9.5)
    .fillColor(style.color ?? ink);
  const options: PDFKit.Mixins.TextOptions = {
    lineGap: style.lineGap ?? 2,
    // Instrument Sans sets its words close: on paper they need a little air.
    wordSpacing: (style.size ?? 9.5) * 0.06,
    align: style.align ?? 'left',
    ...(style.width === undefined ? { lineBreak: false } : { width: style.width }),
    ...(style.tabular ? { features: ['tnum', 'kern'] } : {}),
  };
  const { face, text: line } = lettersOf(pdf, style.face ?? 'text', text);
  pdf.font(face).text(line, x, y, options);
  return (
    y +
    (style.width === undefined ? pdf.currentLineHeight(true) + (style.lineGap ?? 2) : pdf.heightOfString(line, options))
  );
}

export function rule(
  pdf: Pdf,
  x: number,
  y: number,
  width: number,
  style: { weight?: number; color?: string } = {},
): void {
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(style.weight ?? 0.5)
    .strokeColor(style.color ?? hairline)
    .stroke();
}

const fruit = 'M17 9.5c4.6-2 14 .2 13.6 9.2C30.2 26.5 22.5 36 17 37 11.5 36 3.8 26.5 3.4 18.7 3 9.7 12.4 7.5 17 9.5Z';
const leaf = 'M17 1.5 20 7.2 27.8 5.8 24.2 11.2 30 16.2 22 15.4 17 21 12 15.4 4 16.2 9.8 11.2 6.2 5.8 14 7.2Z';

/** The shop's mark, two inks and their overprint, `height` points high. */
export function putMark(pdf: Pdf, x: number, y: number, height: number): void {
  pdf.save();
  pdf.translate(x, y).scale(height / 38);
  pdf.path(fruit).fill('#e5263e');
  pdf.path(leaf).fill('#1b6b45');
  // Where the leaf lies on the fruit, the two inks make the house's black.
  pdf.save();
  pdf.path(fruit).clip();
  pdf.path(leaf).fill(ink);
  pdf.restore();
  for (const [cx, cy] of [
    [12, 23],
    [17, 27.5],
    [22, 23],
    [17, 32.5],
  ] as const) {
    pdf.ellipse(cx, cy, 1.1, 1.7).fill('#ffffff');
  }
  pdf.restore();
}
