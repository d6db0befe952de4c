import { A4, createPdf, finishPdf, ink, type Pdf, put, putMark, rule, soft } from '../../../platform/pdf/pdf.ts';
import { dateText, momentText } from '../../../platform/words.ts';

const MARGIN = 68;
const WIDTH = A4.width - 2 * MARGIN;
const RIGHT = MARGIN + WIDTH;
const TOP = 104;
const BOTTOM = 762;

export interface ContractPaper {
  /** The exact text that was read and accepted. */
  readonly text: string;
  readonly sha256: string;
  readonly acceptedAt: Date | null;
  readonly writtenAt: Date;
  readonly author: string;
  readonly shopName: string;
  readonly timeZone: string;
}

/** The contract, set: its words are those of the accepted text, whose hash and date stand on every page. */
export function contractPdf(paper: ContractPaper): Promise<Buffer> {
  const pdf = createPdf({
    title: 'Contrat de cession de droits d’auteur',
    author: paper.shopName,
    language: 'fr',
    date: paper.acceptedAt ?? paper.writtenAt,
  });
  const sheet = { pdf, paper, page: 0 };
  let y = putPage(sheet);
  for (const part of paper.text.trimEnd().split('\n\n')) {
    // The line of dashes parts the French text, which binds and is accepted, from what it says in English on new pages.
    if (/^—+$/.test(part)) {
      putAcceptance(sheet, y);
      y = putPage(sheet);
    } else y = putPart(sheet, part, y);
  }
  return finishPdf(pdf);
}

interface Sheet {
  readonly pdf: Pdf;
  readonly paper: ContractPaper;
  page: number;
}

/** A new page: the shop above, the hash and the date below. Gives the y where it is free. */
function putPage(sheet: Sheet): number {
  const { pdf, paper } = sheet;
  sheet.page += 1;
  pdf.addPage();
  putMark(pdf, MARGIN, 44, 24);
  put(pdf, paper.shopName, MARGIN + 29, 47, { face: 'title', size: 16 });
  put(pdf, String(sheet.page), RIGHT - 60, 51, { width: 60, align: 'right', color: soft, tabular: true });
  rule(pdf, MARGIN, 784, WIDTH);
  put(pdf, `SHA-256 ${paper.sha256}`, MARGIN, 791, { size: 7.5, color: soft, tabular: true });
  put(pdf, standing(paper), MARGIN, 803, { size: 7.5, color: soft, width: WIDTH });
  return TOP;
}

function standing({ acceptedAt, timeZone, author }: ContractPaper): string {
  if (!acceptedAt) return 'Projet : ce texte n’est pas encore accepté.'.replace(' :', '\u00a0:');
  const year = dateText(acceptedAt, timeZone, 'fr').slice(-4);
  const [day, time] = momentText(acceptedAt, timeZone, 'fr').split(' à ');
  return `Accepté par ${author} le ${day} ${year} à ${time}.`;
}

/** A heading and its articles: the first line of a part is its title, each other line a paragraph. */
function putPart(sheet: Sheet, part: string, from: number): number {
  const { pdf } = sheet;
  const [title = '', ...paragraphs] = part.split('\n');
  const isHead = !/^\d+\. /.test(title);
  const style = isHead
    ? ({ face: 'title', size: 21, width: WIDTH, lineGap: 0 } as const)
    : ({ face: 'strong', size: 10.5, width: WIDTH } as const);
  let y = from;
  // A title stays with the first lines of what it is about.
  if (y + 64 > BOTTOM) y = putPage(sheet);
  if (!isHead) rule(pdf, MARGIN, y, WIDTH, { weight: 0.5 });
  y = put(pdf, isHead ? sentenceCase(title) : title, MARGIN, isHead ? y : y + 8, style) + (isHead ? 6 : 2);
  for (const paragraph of paragraphs) y = putParagraph(sheet, paragraph, y, isHead);
  return y + (isHead ? 16 : 8);
}

function putParagraph(sheet: Sheet, text: string, from: number, isHead: boolean): number {
  const { pdf } = sheet;
  const style = { size: 9.5, width: WIDTH, lineGap: 2.6, color: isHead ? soft : ink } as const;
  pdf.font('text').fontSize(style.size);
  const height = pdf.heightOfString(text, { width: WIDTH, lineGap: style.lineGap });
  const y = from + height > BOTTOM ? putPage(sheet) : from;
  return put(pdf, text, MARGIN, y, style) + 3;
}

/** The house sets no capitals; the words are the same. */
function sentenceCase(title: string): string {
  return title === title.toUpperCase() ? title.charAt(0) + title.slice(1).toLowerCase() : title;
}

function putAcceptance(sheet: Sheet, from: number): void {
  const { pdf, paper } = sheet;
  const y = from + 90 > BOTTOM ? putPage(sheet) : from + 10;
  rule(pdf, MARGIN, y, WIDTH, { weight: 2, color: ink });
  const below = put(pdf, standing(paper), MARGIN, y + 12, { face: 'strong', size: 11, width: WIDTH });
  put(
    pdf,
    'L’empreinte est celle du texte exact, lu sur la page de la dotation. The hash is that of the exact text, read on the page of the bounty.',
    MARGIN,
    below + 2,
    { size: 8.5, color: soft, width: WIDTH },
  );
}
