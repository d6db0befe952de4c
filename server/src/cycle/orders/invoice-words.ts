import { type Locale, rateText } from '../../platform/words.ts';
import type { InvoiceLine } from './issue-invoice.ts';
import { choiceText } from './order-words.ts';

export interface InvoiceWords {
  readonly invoice: string;
  issued(day: string): string;
  readonly seller: string;
  readonly buyer: string;
  readonly vatNumber: string;
  readonly item: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly lineTotal: string;
  line(line: InvoiceLine): string;
  /** The second, smaller row of a line; empty when there is nothing to add. */
  detail(line: InvoiceLine): string;
  readonly net: string;
  vat(rateBasisPoints: number): string;
  readonly total: string;
  paid(day: string): string;
}

export const invoiceWords: Record<Locale, InvoiceWords> = {
  fr: {
    invoice: 'Facture',
    issued: (day) => `Émise le ${day}`,
    seller: 'Vendeur',
    buyer: 'Client, adresse de livraison',
    vatNumber: 'TVA',
    item: 'Désignation',
    quantity: 'Quantité',
    unitPrice: 'Prix TTC',
    lineTotal: 'Total TTC',
    line: ({ kind, title, piece, runSize }) =>
      kind === 'shipping'
        ? 'Livraison'
        : `Tee-shirt «\u00a0${title}\u00a0», pièce nº\u00a0${piece?.number} sur ${runSize}`,
    detail: ({ piece }) =>
      piece ? `${choiceText(piece, 'fr')}${piece.label ? `. Étiquette\u00a0: ${piece.label}` : ''}` : '',
    net: 'Total hors taxe',
    vat: (rate) => `TVA ${rateText(rate, 'fr')}`,
    total: 'Total TTC',
    paid: (day) => `Réglée le ${day}. Rien ne reste dû.`,
  },
  en: {
    invoice: 'Invoice',
    issued: (day) => `Issued on ${day}`,
    seller: 'Seller',
    buyer: 'Customer, delivery address',
    vatNumber: 'VAT',
    item: 'Item',
    quantity: 'Quantity',
    unitPrice: 'Price incl. VAT',
    lineTotal: 'Total incl. VAT',
    line: ({ kind, title, piece, runSize }) =>
      kind === 'shipping' ? 'Delivery' : `T-shirt “${title}”, piece no. ${piece?.number} of ${runSize}`,
    detail: ({ piece }) => (piece ? `${choiceText(piece, 'en')}${piece.label ? `. Label: ${piece.label}` : ''}` : ''),
    net: 'Total excl. VAT',
    vat: (rate) => `VAT ${rateText(rate, 'en')}`,
    total: 'Total incl. VAT',
    paid: (day) => `Paid on ${day}. Nothing is due.`,
  },
};
