import { A4, createPdf, finishPdf, ink, type Pdf, put, putMark, rule, soft } from '../../../platform/pdf/pdf.ts';
import { countryName, dateText, exactMoney, type Locale } from '../../../platform/words.ts';
import type { StatementLine } from '../quote-bounty.ts';
import { statementWords } from './statement-words.ts';

const MARGIN = 51;
const WIDTH = A4.width - 2 * MARGIN;
const RIGHT = MARGIN + WIDTH;
const MONEY = 92;

/** Who pays, as they are called on the day of the payment. */
export interface Payer {
  readonly shopName: string;
  readonly legalName: string;
  readonly legalForm: string;
  readonly registration: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly timeZone: string;
}

export interface Statement {
  readonly locale: Locale;
  readonly number: string;
  readonly payer: Payer;
  readonly payee: {
    readonly legalName: string;
    readonly iban: string | null;
    readonly socialSecurity: string | null;
    readonly exempt: boolean;
  };
  readonly title: string;
  readonly round: { readonly slug: string; readonly number: number };
  readonly promisedCents: number;
  readonly isNet: boolean;
  readonly grossCents: number;
  readonly netCents: number;
  readonly contributionCents: number;
  readonly lines: readonly StatementLine[];
  readonly owedAt: Date;
  readonly dueAt: Date;
  /** Null before the bank has confirmed it. */
  readonly paidAt: Date | null;
}

/** One page: who pays whom for what, and each contribution with its base and rate. */
export function statementPdf(statement: Statement): Promise<Buffer> {
  const words = statementWords[statement.locale];
  const { payer, locale, number } = statement;
  const pdf = createPdf({
    title: `${words.title} ${number}`,
    author: payer.legalName || payer.shopName,
    language: locale,
    date: statement.paidAt ?? statement.owedAt,
  });
  pdf.addPage();
  let y = putHead(pdf, statement);
  y = putPeople(pdf, statement, y);
  y = putTable(pdf, statement, y);
  putFoot(pdf, statement, y);
  return finishPdf(pdf);
}

function putHead(pdf: Pdf, { locale, payer, number, paidAt, dueAt }: Statement): number {
  const words = statementWords[locale];
  const day = (moment: Date) => dateText(moment, payer.timeZone, locale);
  putMark(pdf, MARGIN, 46, 26);
  put(pdf, payer.shopName, MARGIN + 31, 50, { face: 'title', size: 17 });
  put(pdf, number, RIGHT - 200, 55, { width: 200, align: 'right', color: soft, tabular: true });
  const y = put(pdf, words.title, MARGIN, 114, { face: 'title', size: 30 }) + 10;
  const standing = paidAt ? words.paid(day(paidAt)) : words.unpaid(day(dueAt));
  return put(pdf, standing, MARGIN, y, { size: 10.5, color: soft, width: WIDTH }) + 22;
}

function putPeople(pdf: Pdf, statement: Statement, from: number): number {
  const { locale, payer, payee, title, round } = statement;
  const words = statementWords[locale];
  rule(pdf, MARGIN, from, WIDTH, { weight: 2, color: ink });
  const half = WIDTH / 2 - 12;
  const below = Math.max(
    putBlock(
      pdf,
      words.payer,
      [
        payer.legalName || payer.shopName,
        payer.legalForm,
        payer.street,
        `${payer.postalCode} ${payer.city}`.trim(),
        countryName(payer.country, locale),
        payer.registration,
        payer.email,
      ],
      { x: MARGIN, y: from + 12, width: half },
    ),
    putBlock(
      pdf,
      words.payee,
      [
        payee.legalName,
        payee.iban === null ? '' : `${words.account} ${payee.iban}`,
        payee.socialSecurity === null ? '' : `${words.socialSecurity} ${payee.socialSecurity}`,
      ],
      { x: MARGIN + WIDTH / 2 + 12, y: from + 12, width: half },
    ),
  );
  rule(pdf, MARGIN, below + 16, WIDTH);
  const work = [words.workText(title, round.number, round.slug), words.nature];
  return putBlock(pdf, words.work, work, { x: MARGIN, y: below + 26, width: WIDTH }) + 28;
}

function putBlock(
  pdf: Pdf,
  title: string,
  lines: readonly string[],
  { x, y, width }: { x: number; y: number; width: number },
): number {
  let below = put(pdf, title, x, y, { size: 8.5, color: soft, width }) + 3;
  for (const [index, line] of lines.filter((one) => one.trim() !== '').entries()) {
    below = put(pdf, line, x, below, { face: index === 0 ? 'strong' : 'text', size: 10, width });
  }
  return below;
}

interface Row {
  readonly label: string;
  readonly base?: string;
  readonly rate?: string;
  readonly cents: number;
  readonly strong?: boolean;
}

function putTable(pdf: Pdf, statement: Statement, from: number): number {
  const { locale, lines, grossCents, netCents, contributionCents, payee } = statement;
  const words = statementWords[locale];
  const rowOf = (line: StatementLine, sign: 1 | -1): Row => ({
    label: locale === 'fr' ? line.labelFr : line.labelEn,
    base: exactMoney(line.baseCents, locale),
    rate: rateText(line.rateBp, locale),
    cents: sign * line.amountCents,
  });
  const kept = lines.filter((line) => line.payer === 'author');
  const onTop = lines.filter((line) => line.payer === 'shop');
  rule(pdf, MARGIN, from, WIDTH, { weight: 2, color: ink });
  let y = from + 9;
  put(pdf, words.line, MARGIN, y, { size: 8.5, color: soft });
  for (const [nth, head] of [words.base, words.rate, words.amount].entries()) {
    put(pdf, head, RIGHT - (3 - nth) * MONEY, y, { size: 8.5, color: soft, width: MONEY, align: 'right' });
  }
  y += 18;
  rule(pdf, MARGIN, y, WIDTH);
  y = putRow(pdf, locale, { label: words.gross, cents: grossCents, strong: true }, y);
  for (const line of kept) y = putRow(pdf, locale, rowOf(line, -1), y);
  if (payee.exempt) y = put(pdf, words.exempt, MARGIN, y + 8, { size: 9.5, color: soft, width: WIDTH }) + 6;
  else y = putRow(pdf, locale, { label: words.withheld, cents: netCents - grossCents }, y);
  rule(pdf, MARGIN, y, WIDTH, { weight: 2, color: ink });
  put(pdf, words.net, MARGIN, y + 11, { face: 'title', size: 15 });
  put(pdf, exactMoney(netCents, locale), RIGHT - 220, y + 9, {
    face: 'title',
    size: 19,
    width: 220,
    align: 'right',
    tabular: true,
  });
  y += 42;
  rule(pdf, MARGIN, y, WIDTH, { weight: 2, color: ink });
  put(pdf, words.onTop, MARGIN, y + 16, { size: 8.5, color: soft });
  y += 32;
  rule(pdf, MARGIN, y, WIDTH);
  for (const line of onTop) y = putRow(pdf, locale, rowOf(line, 1), y);
  return putRow(pdf, locale, { label: words.cost, cents: grossCents + contributionCents, strong: true }, y) + 22;
}

function putRow(pdf: Pdf, locale: Locale, row: Row, y: number): number {
  const face = row.strong ? ('strong' as const) : ('text' as const);
  const figure = (text: string, nth: number) =>
    put(pdf, text, RIGHT - (3 - nth) * MONEY, y + 8, { face, size: 10, width: MONEY, align: 'right', tabular: true });
  put(pdf, row.label, MARGIN, y + 8, { face, size: 10, width: WIDTH - (row.base ? 3 : 1) * MONEY - 8 });
  if (row.base) figure(row.base, 0);
  if (row.rate) figure(row.rate, 1);
  figure(exactMoney(row.cents, locale), 2);
  rule(pdf, MARGIN, y + 28, WIDTH);
  return y + 28;
}

function putFoot(pdf: Pdf, statement: Statement, from: number): void {
  const { locale, payer, owedAt, dueAt, paidAt, promisedCents, isNet } = statement;
  const words = statementWords[locale];
  const day = (moment: Date) => dateText(moment, payer.timeZone, locale);
  const dates = [
    words.promised(promisedCents, isNet),
    `${words.owed} ${day(owedAt)}`,
    `${words.due} ${day(dueAt)}`,
    ...(paidAt ? [`${words.paidOn} ${day(paidAt)}`] : []),
  ];
  const y = put(pdf, dates.join('  ·  '), MARGIN, from, { size: 9, width: WIDTH, color: soft });
  put(pdf, words.note, MARGIN, y + 6, { size: 9, width: WIDTH, color: soft });
}

/** `6,15 %`, `6.15%`. */
function rateText(rateBp: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(rateBp / 100);
  return locale === 'fr' ? `${number}\u00a0%` : `${number}%`;
}
