import type * as Type from 'typebox';
import type { getShop } from '../contracts/shop.ts';
import { MM_PER_INCH } from '../cycle/inch.ts';
import type { Language } from './page.ts';

type Shop = Type.Static<typeof getShop.response>;

/** What the pages leave open, `{shopName}` and so on, and the shop's data fill in. */
export const textTokens = [
  'shopName',
  'email',
  'legalName',
  'legalForm',
  'address',
  'registration',
  'vatNumber',
  'publisher',
  'host',
  'mediator',
  'timeZone',
  'printArea',
  'printPixels',
  'maxInks',
  'leastLine',
  'safeMargin',
  'goodDpi',
  'piecePrice',
  'shipping',
  'vatRate',
  'runSize',
  'bountyInFull',
  'bountyDays',
  'ibanWaitHours',
  'payRecord',
] as const;
export type TextToken = (typeof textTokens)[number];

/** An empty value is an unknown one: a sentence that needs it is left out of its page. */
export type TextValues = Readonly<Record<TextToken, string>>;

const formats = { fr: 'fr-FR', en: 'en-GB' } as const;
const netOrGross = { fr: { net: 'nets', gross: 'bruts' }, en: { net: 'net', gross: 'gross' } } as const;

/** What the shop's public data say to the pages, written as the language writes it. */
export function textValues(shop: Shop, language: Language): TextValues {
  // The house's fonts have no U+202F, with which French numbers are grouped.
  const tidy = (text: string) => text.replaceAll('\u202f', '\u00a0');
  const number = (value: number) => tidy(new Intl.NumberFormat(formats[language]).format(value));
  const percent = (bp: number) =>
    tidy(new Intl.NumberFormat(formats[language], { style: 'percent', maximumFractionDigits: 2 }).format(bp / 10_000));
  const money = ({ amount, currency }: Shop['piecePrice']) =>
    tidy(
      new Intl.NumberFormat(formats[language], {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      }).format(amount / 100),
    );
  const { imprint, printArea, bounty } = shop;
  const centimetres = (millimetres: number) => number(millimetres / 10);
  const pixels = (millimetres: number) => number(Math.round((millimetres / MM_PER_INCH) * 300));
  const town = `${imprint.postalCode} ${imprint.city}`.trim();
  const country = new Intl.DisplayNames(formats[language], { type: 'region' }).of(imprint.country) ?? imprint.country;
  return {
    shopName: shop.name,
    email: shop.email,
    legalName: imprint.legalName,
    legalForm: imprint.legalForm,
    address: imprint.street && town ? `${imprint.street}, ${town}, ${country}` : '',
    registration: imprint.registration,
    vatNumber: imprint.vatNumber,
    publisher: imprint.publisher,
    host: imprint.host,
    mediator: imprint.mediator,
    timeZone: shop.timeZone,
    printArea: `${centimetres(printArea.widthMm)}\u00a0×\u00a0${centimetres(printArea.heightMm)}\u00a0cm`,
    printPixels: `${pixels(printArea.widthMm)}\u00a0×\u00a0${pixels(printArea.heightMm)}`,
    maxInks: number(shop.maxInks),
    leastLine: `${new Intl.NumberFormat(formats[language], { minimumFractionDigits: 2 }).format(shop.print.leastLineMm)}\u00a0mm`,
    safeMargin: `${number(shop.print.safeMarginMm)}\u00a0mm`,
    goodDpi: number(shop.print.goodDpi),
    piecePrice: money(shop.piecePrice),
    shipping: money(shop.shipping),
    vatRate: percent(shop.vatRateBp),
    runSize: number(shop.runSize),
    bountyInFull: `${money(bounty.money)}\u00a0${netOrGross[language][bounty.isNet ? 'net' : 'gross']}`,
    bountyDays: number(bounty.days),
    ibanWaitHours: number(bounty.changeWaitHours),
    payRecord: payRecordText(shop, language),
  };
}

/** What the shop has kept of its promise so far, late ones told first; empty before the first bounty is paid or late. */
function payRecordText({ averageDaysToPay: average, payRecord }: Shop, language: Language): string {
  const { paid, onTime, longestDays, late } = payRecord;
  if (language === 'en') {
    const lateText =
      late === 0 ? '' : `${late === 1 ? 'One bounty is late' : `${late} bounties are late`} at this moment. `;
    if (paid === 0 || average === null || longestDays === null) return lateText.trim();
    const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
    return `${lateText}So far we have paid ${paid === 1 ? 'one bounty' : `${paid} bounties`}, ${days(average)} after they were owed on average, ${days(longestDays)} at most; ${onTime} of ${paid} by their day.`;
  }
  const lateText =
    late === 0 ? '' : `${late === 1 ? 'Une dotation est' : `${late} dotations sont`} en retard en ce moment. `;
  if (paid === 0 || average === null || longestDays === null) return lateText.trim();
  const days = (count: number) => `${count}\u00a0${count < 2 ? 'jour' : 'jours'}`;
  return `${lateText}Jusqu’ici, ${paid === 1 ? 'une dotation payée' : `${paid} dotations payées`}, ${days(average)} en moyenne après le jour où elles étaient dues, ${days(longestDays)} au plus\u00a0; ${onTime} sur ${paid} à temps.`;
}
