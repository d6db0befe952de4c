import type { Letter } from '@fraisier/shared/contracts/feedback.ts';
import { letterText } from '@fraisier/shared/cycle/letter-text.ts';
import { monthInk } from '@fraisier/shared/cycle/month-inks.ts';
import {
  A4,
  createPdf,
  finishPdf,
  fraise,
  type Pdf,
  put,
  putMark,
  soft,
  type TextStyle,
} from '../../platform/pdf/pdf.ts';
import { putFigures } from './letter-figures-pdf.ts';
import { type LetterPaperWords, letterPaperWords } from './letter-paper-words.ts';

export interface LetterPaper {
  readonly letter: Letter;
  readonly locale: 'fr' | 'en';
  /** A JPEG; null where there is none. */
  readonly shirt: Buffer | null;
  readonly shop: { readonly name: string; readonly city: string; readonly timeZone: string };
}

const MARGIN = 54;
const RIGHT = A4.width - MARGIN;
const ASIDE = 150;
const GAP = 36;
const NARROW = A4.width - 2 * MARGIN - ASIDE - GAP;
/** On the pages after the first nothing stands beside the words. */
const WIDE = 400;
const BOTTOM = 772;
const body: TextStyle = { size: 10.5, lineGap: 3.6 };

interface Sheet {
  readonly pdf: Pdf;
  readonly paper: LetterPaper;
  readonly words: LetterPaperWords;
  pages: number;
  y: number;
}

/** The letter on A4: the words on the left, what was counted beside them; as many pages as voters left words for. */
export function letterPdf(paper: LetterPaper): Promise<Buffer> {
  const { letter, locale, shop } = paper;
  const text = letterText({ ...letter, title: letter.design.title }, locale, shop.timeZone);
  const pdf = createPdf({
    title: text.subject,
    author: shop.name,
    language: locale,
    date: new Date(letter.writtenAt),
  });
  const sheet: Sheet = { pdf, paper, words: letterPaperWords[locale], pages: 0, y: 0 };
  putPage(sheet);
  putFigures(pdf, paper, { x: RIGHT - ASIDE, y: sheet.y, width: ASIDE });

  say(sheet, text.hello, body, 12);
  say(sheet, text.fact, { face: 'title', size: 23, lineGap: 0 }, 10);
  say(sheet, text.result, body, 10);
  for (const figure of text.figures) say(sheet, figure, body, 5);
  sheet.y += 5;
  if (text.margin) say(sheet, text.margin, body, 10);
  for (const decision of text.decisions) say(sheet, decision, body, 10);
  putNotes(sheet, text.by);
  say(sheet, text.ahead, body, 10);
  putClose(sheet, text.reply, [letter.signedBy, text.for]);
  return finishPdf(pdf);
}

/** A signature never stands on a page alone: it keeps the sentence before it, and comes nearer where that saves a page. */
function putClose(sheet: Sheet, reply: string, [signedBy, whom]: readonly [string, string]): void {
  const strong: TextStyle = { face: 'strong', size: 10.5 };
  const tall = (said: string, style: TextStyle) => heightOf(sheet.pdf, said, { ...style, width: widthOf(sheet) });
  const close = () => tall(reply, body) + tall(signedBy, strong) + tall(whom, body) + 2;
  keepTogether(sheet, close() + 10);
  const gap = Math.max(10, Math.min(22, BOTTOM - sheet.y - close()));
  say(sheet, reply, body, gap);
  say(sheet, signedBy, strong, 0);
  say(sheet, whom, body, 0);
}

/** Under the month's ink: who writes, and when. The pages after the first say only which they are. */
function putPage(sheet: Sheet): void {
  const { pdf, paper, words } = sheet;
  const { letter, shop } = paper;
  pdf.addPage();
  sheet.pages += 1;
  pdf.rect(0, 0, A4.width, 14).fill(monthInk(letter.month));
  put(pdf, words.foot(shop.name, letter.roundNumber, sheet.pages), MARGIN, 800, { size: 8, color: soft });
  if (sheet.pages > 1) {
    sheet.y = 60;
    return;
  }
  putMark(pdf, MARGIN, 46, 30);
  put(pdf, shop.name, MARGIN + 36, 51, { face: 'title', size: 20 });
  const aside: TextStyle = { size: 9, color: soft, width: 220, align: 'right' };
  const below = put(pdf, words.dateline(shop.city, letter.writtenAt, shop.timeZone), RIGHT - 220, 50, aside);
  put(pdf, words.round(letter.roundNumber), RIGHT - 220, below, aside);
  sheet.y = 122;
}

const widthOf = ({ pages }: Sheet) => (pages === 1 ? NARROW : WIDE);

/** A paragraph, on the next page if this one has no room for it. */
function say(sheet: Sheet, text: string, style: TextStyle, after: number, indent = 0): void {
  const measured = () => heightOf(sheet.pdf, text, { ...style, width: widthOf(sheet) - indent });
  keepTogether(sheet, measured());
  const width = widthOf(sheet) - indent;
  sheet.y = put(sheet.pdf, text, MARGIN + indent, sheet.y, { ...style, width }) + after;
}

function keepTogether(sheet: Sheet, height: number): void {
  if (sheet.y + height > BOTTOM) putPage(sheet);
}

function heightOf(pdf: Pdf, text: string, style: TextStyle & { width: number }): number {
  pdf.font(style.face ?? 'text').fontSize(style.size ?? 9.5);
  return pdf.heightOfString(text, {
    width: style.width,
    lineGap: style.lineGap ?? 2,
    wordSpacing: (style.size ?? 9.5) * 0.06,
  });
}

/** All the words that voters left: on paper nothing can be unfolded. */
function putNotes(sheet: Sheet, by: string): void {
  const { pdf, paper, words } = sheet;
  const { notes } = paper.letter;
  if (notes.length === 0) return;
  say(sheet, words.notes(notes.length), body, 8);
  for (const note of notes) {
    const quoted = words.quote(note);
    keepTogether(sheet, heightOf(pdf, quoted, { ...body, width: widthOf(sheet) - 14 }) + 16);
    const top = sheet.y;
    say(sheet, quoted, body, 0, 14);
    say(sheet, by, { size: 8.5, color: soft }, 0, 14);
    pdf.rect(MARGIN, top + 1, 2.5, sheet.y - top - 3).fill(fraise);
    sheet.y += 12;
  }
}
