import { A4, createPdf, finishPdf, type Pdf, put, putMark, rule, soft } from '../../platform/pdf/pdf.ts';
import { countryName, dateText, exactMoney, type Locale } from '../../platform/words.ts';
import { type InvoiceWords, invoiceWords } from './invoice-words.ts';
import type { InvoiceRow } from './invoices.sql.ts';
import type { InvoiceBuyer, InvoiceLine, InvoiceSeller } from './issue-invoice.ts';

const MARGIN = 51;
const WIDTH = A4.width - 2 * MARGIN;
const RIGHT = MARGIN + WIDTH;
const MONEY = 80;
const LAST_LINE = 730;

interface Sheet {
  readonly pdf: Pdf;
  readonly locale: Locale;
  readonly words: InvoiceWords;
  readonly invoice: InvoiceRow;
  readonly seller: InvoiceSeller;
  readonly buyer: InvoiceBuyer;
  readonly lines: readonly InvoiceLine[];
}

/** The invoice as it was issued: all it says was frozen then, so the same invoice is the same file at any time. */
export function invoicePdf(invoice: InvoiceRow): Promise<Buffer> {
  const locale = invoice.locale as Locale;
  const words = invoiceWords[locale];
  const seller = invoice.seller as InvoiceSeller;
  const pdf = createPdf({
    title: `${words.invoice} ${invoice.number}`,
    author: seller.legalName || seller.shopName,
    language: locale,
    date: invoice.issued_at,
  });
  const lines = invoice.lines as InvoiceLine[];
  const sheet: Sheet = { pdf, locale, words, invoice, seller, buyer: invoice.buyer as InvoiceBuyer, lines };
  let y = putHead(sheet);
  for (const line of lines) {
    if (y > LAST_LINE) y = putTableHead(sheet, putPage(sheet) + 24);
    y = putLine(sheet, line, y);
  }
  if (y > LAST_LINE - 90) y = putPage(sheet) + 24;
  putTotals(sheet, y);
  return finishPdf(pdf);
}

/** A new page with the shop's name above and its legal mentions below. Gives the y where it is free. */
function putPage({ pdf, words, invoice, seller }: Sheet): number {
  pdf.addPage();
  putMark(pdf, MARGIN, 46, 26);
  put(pdf, seller.shopName, MARGIN + 31, 50, { face: 'title', size: 17 });
  put(pdf, invoice.number, RIGHT - 200, 55, { width: 200, align: 'right', color: soft, tabular: true });
  const legal = [
    [seller.legalName, seller.legalForm].filter(Boolean).join(', '),
    [seller.street, [seller.postalCode, seller.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    seller.registration,
    seller.vatNumber && `${words.vatNumber}\u00a0${seller.vatNumber}`,
    seller.email,
  ].filter(Boolean);
  rule(pdf, MARGIN, 784, WIDTH);
  put(pdf, legal.join('  ·  '), MARGIN, 791, { size: 7.5, color: soft, width: WIDTH, lineGap: 1.5 });
  return 96;
}

function putHead(sheet: Sheet): number {
  const { pdf, words, invoice, locale, seller, buyer } = sheet;
  let y = putPage(sheet) + 18;
  y = put(pdf, `${words.invoice} ${invoice.number}`, MARGIN, y, { face: 'title', size: 30 }) + 10;
  const issued = dateText(invoice.issued_at, seller.timeZone, locale);
  y = put(pdf, words.issued(issued), MARGIN, y, { size: 10.5, color: soft }) + 22;

  rule(pdf, MARGIN, y, WIDTH, { weight: 2, color: '#181011' });
  y += 12;
  const half = WIDTH / 2 - 12;
  const from = [
    seller.legalName || seller.shopName,
    seller.street,
    [seller.postalCode, seller.city].filter(Boolean).join(' '),
    countryName(seller.country, locale),
  ];
  const { address } = buyer;
  const to = [
    address.name,
    address.line1,
    address.line2 ?? '',
    `${address.postalCode} ${address.city}`,
    countryName(address.country, locale),
    buyer.email,
  ];
  const below = [
    putBlock(pdf, words.seller, from, MARGIN, y, half),
    putBlock(pdf, words.buyer, to, MARGIN + WIDTH / 2 + 12, y, half),
  ];
  return putTableHead(sheet, Math.max(...below) + 30);
}

function putBlock(pdf: Pdf, title: string, lines: readonly string[], x: number, y: number, width: number): number {
  let below = put(pdf, title, x, y, { size: 8.5, color: soft, width }) + 3;
  for (const [index, line] of lines.filter((one) => one.trim() !== '').entries()) {
    below = put(pdf, line, x, below, { face: index === 0 ? 'strong' : 'text', size: 10, width });
  }
  return below;
}

function putTableHead({ pdf, words }: Sheet, y: number): number {
  rule(pdf, MARGIN, y, WIDTH, { weight: 2, color: '#181011' });
  put(pdf, words.item, MARGIN, y + 9, { size: 8.5, color: soft });
  put(pdf, words.quantity, RIGHT - 3 * MONEY, y + 9, { size: 8.5, color: soft, width: MONEY, align: 'right' });
  put(pdf, words.unitPrice, RIGHT - 2 * MONEY, y + 9, { size: 8.5, color: soft, width: MONEY, align: 'right' });
  put(pdf, words.lineTotal, RIGHT - MONEY, y + 9, { size: 8.5, color: soft, width: MONEY, align: 'right' });
  rule(pdf, MARGIN, y + 27, WIDTH);
  return y + 27;
}

function putLine({ pdf, locale, words }: Sheet, line: InvoiceLine, y: number): number {
  const width = WIDTH - 3 * MONEY + 20;
  const top = y + 9;
  let below = put(pdf, words.line(line), MARGIN, top, { face: 'strong', size: 10, width });
  const detail = words.detail(line);
  if (detail) below = put(pdf, detail, MARGIN, below, { size: 9, color: soft, width });
  const money = exactMoney(line.cents, locale);
  put(pdf, '1', RIGHT - 3 * MONEY, top, { size: 10, width: MONEY, align: 'right', tabular: true });
  put(pdf, money, RIGHT - 2 * MONEY, top, { size: 10, width: MONEY, align: 'right', tabular: true });
  put(pdf, money, RIGHT - MONEY, top, { size: 10, width: MONEY, align: 'right', tabular: true });
  rule(pdf, MARGIN, below + 7, WIDTH);
  return below + 7;
}

function putTotals({ pdf, locale, words, invoice, seller }: Sheet, y: number): void {
  const x = RIGHT - 3 * MONEY;
  const row = (label: string, cents: number, at: number, large: boolean): number => {
    const face = large ? ('strong' as const) : ('text' as const);
    const size = large ? 13 : 10;
    put(pdf, label, x, at, { face, size, width: 2 * MONEY });
    return put(pdf, exactMoney(cents, locale), RIGHT - 2 * MONEY, at, {
      face,
      size,
      width: 2 * MONEY,
      align: 'right',
      tabular: true,
    });
  };
  let below = row(words.net, invoice.net_cents, y + 14, false) + 3;
  below = row(words.vat(invoice.vat_rate_bp), invoice.vat_cents, below, false) + 8;
  rule(pdf, x, below, 3 * MONEY, { weight: 2, color: '#181011' });
  below = row(words.total, invoice.total_cents, below + 8, true);
  const paid = words.paid(dateText(invoice.issued_at, seller.timeZone, locale));
  put(pdf, paid, MARGIN, y + 14, { size: 10, width: WIDTH / 2 - 20 });
}
