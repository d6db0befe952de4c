import { sizes as sizeOrder } from '@fraisier/shared/cycle/garments.ts';
import { hasRank, starCounts } from '@fraisier/shared/cycle/letter-text.ts';
import { monthInk } from '@fraisier/shared/cycle/month-inks.ts';
import { ink, type Pdf, put, rule, soft } from '../../platform/pdf/pdf.ts';
import { letterPaperWords } from './letter-paper-words.ts';
import type { LetterPaper } from './letter-pdf.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const rail = '#eef0eb';

/** Beside the words: the shirt, the rank in large with its margin, the ratings and the sizes, all counted. */
export function putFigures(pdf: Pdf, paper: LetterPaper, { x, y, width }: Place): void {
  const { letter, shirt, locale } = paper;
  const words = letterPaperWords[locale];
  let below = y;
  if (shirt) {
    pdf.image(shirt, x, below - 8, { width });
    below += width + 22;
  }
  if (hasRank(letter)) {
    below = putRank(pdf, paper, { x, y: below, width });
    if (letter.designs > 1) below = putMargin(pdf, paper, { x, y: below, width });
  }
  if (letter.ratings > 0) {
    below = putTitle(pdf, words.ratings, { x, y: below, width });
    below = putBars(pdf, starCounts(letter.histogram), { x, y: below, width }) + 16;
  }
  if (letter.wouldWear > 0) {
    below = putTitle(pdf, words.sizes, { x, y: below, width });
    putSizes(pdf, letter.sizes, { x, y: below, width });
  }
}

function putTitle(pdf: Pdf, title: string, { x, y, width }: Place): number {
  rule(pdf, x, y, width, { weight: 1.5, color: ink });
  return put(pdf, title, x, y + 6, { face: 'strong', size: 9, width }) + 4;
}

function putRank(pdf: Pdf, { letter, locale }: LetterPaper, { x, y, width }: Place): number {
  const figure = String(letter.rank);
  const { length } = figure;
  const size = length > 3 ? 44 : 62;
  put(pdf, figure, x, y, { face: 'title', size });
  pdf.font('title').fontSize(size);
  const after = x + pdf.widthOfString(figure) + 2;
  const mark = markOf(letter.rank, locale);
  put(pdf, mark, after, y + size * 0.12, { face: 'title', size: size * 0.36 });
  pdf.font('title').fontSize(size * 0.36);
  const left = after + pdf.widthOfString(mark) + 6;
  const of = letterPaperWords[locale].of(String(letter.designs));
  put(pdf, of, left, y + size * 0.74, { size: 10.5, width: x + width - left });
  return y + size * 1.12;
}

function markOf(rank: number, locale: 'fr' | 'en'): string {
  if (locale === 'fr') return rank === 1 ? 'er' : 'e';
  if (rank % 100 >= 11 && rank % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th';
}

/** The places that chance alone could have given, on an axis where the first ones have room. */
function putMargin(pdf: Pdf, { letter }: LetterPaper, { x, y, width }: Place): number {
  const at = (place: number) => x + (width * Math.log(place)) / Math.log(letter.designs);
  const line = y + 11;
  const from = Math.min(at(letter.rankLow), at(letter.rank) - 2);
  const to = Math.max(at(letter.rankHigh), at(letter.rank) + 2);
  pdf.rect(from, line - 8, to - from, 16).fill(monthInk(letter.month));
  rule(pdf, x, line, width, { weight: 1, color: ink });
  for (const place of new Set([1, letter.designs])) {
    pdf.rect(at(place) - 0.5, line - 4, 1, 8).fill(ink);
  }
  pdf.rect(at(letter.rank) - 1.2, line - 11, 2.4, 22).fill(ink);
  const small = { size: 8, color: soft } as const;
  put(pdf, '1', x, line + 13, small);
  put(pdf, String(letter.designs), x, line + 13, { ...small, width, align: 'right' });
  return line + 38;
}

function putBars(pdf: Pdf, counts: readonly number[], { x, y, width }: Place): number {
  const most = Math.max(1, ...counts);
  const room = width - 14 - 34;
  let below = y;
  for (const [nth, count] of counts.entries()) {
    put(pdf, String(5 - nth), x, below, { size: 9, tabular: true });
    pdf.rect(x + 14, below + 1.5, room, 8).fill(rail);
    if (count > 0) pdf.rect(x + 14, below + 1.5, Math.max(1, (room * count) / most), 8).fill(ink);
    put(pdf, String(count), x + width - 34, below, { size: 9, width: 34, align: 'right', tabular: true });
    below += 14;
  }
  return below;
}

function putSizes(pdf: Pdf, sizes: Readonly<Record<string, number>>, { x, y, width }: Place): void {
  const column = width / sizeOrder.length;
  const most = Math.max(1, ...sizeOrder.map((size) => sizes[size] ?? 0));
  const tall = 42;
  for (const [nth, size] of sizeOrder.entries()) {
    const count = sizes[size] ?? 0;
    const left = x + nth * column;
    const height = (tall * count) / most;
    if (count > 0) pdf.rect(left + 1.5, y + tall - height, column - 3, height).fill(ink);
    const style = { size: 8, width: column + 6, align: 'left' } as const;
    const center = (text: string) => {
      pdf.font('text').fontSize(8);
      return left + (column - pdf.widthOfString(text)) / 2;
    };
    put(pdf, String(count), center(String(count)), y + tall + 5, { ...style, tabular: true });
    put(pdf, size, center(size), y + tall + 17, { ...style, color: soft });
  }
  rule(pdf, x, y + tall, width, { weight: 1.5, color: ink });
}
