/** Lengths of the IBAN in the countries of SEPA. Territories use their country's letters. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AL: 28,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

export type IbanProblem = 'country' | 'length' | 'checksum' | 'characters';

/** As banks write it to each other: no spaces, dots or hyphens, capitals, no word IBAN before it. */
export function normalizeIban(typed: string): string {
  return typed
    .replace(/[\s.\-\u00AD\u200B-\u200F\u2010-\u2015\u2060]/g, '')
    .toUpperCase()
    .replace(/^IBAN:?/, '');
}

/** What is wrong with an IBAN, however it was typed; null when a SEPA transfer can go to it. */
export function ibanProblem(iban: string): IbanProblem | null {
  const text = normalizeIban(iban);
  if (text === '') return 'length';
  if (!/^[A-Z0-9]+$/.test(text)) return 'characters';
  const country = text.slice(0, 2);
  const length = Object.hasOwn(lengths, country) ? lengths[country] : undefined;
  if (length === undefined) return 'country';
  if (text.length !== length) return 'length';
  const check = text.slice(2, 4);
  if (!/^\d\d$/.test(check)) return 'characters';
  // 00, 01 and 99 would satisfy mod 97 too, but no bank gives them out.
  if (check < '02' || check > '98') return 'checksum';
  return remainderBy97(text.slice(4) + text.slice(0, 4)) === 1 ? null : 'checksum';
}

/** `FR•• … 0189`: enough to recognise one's own. Shows nothing of a text too short to hide anything. */
export function maskIban(iban: string): string {
  const text = normalizeIban(iban);
  return text.length < 12 ? '••••' : `${text.slice(0, 2)}•• … ${text.slice(-4)}`;
}

/** Letters stand for 10 to 35. Digit by digit, so that no number outgrows exact arithmetic. */
function remainderBy97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    for (const digit of String(Number.parseInt(character, 36))) {
      remainder = (remainder * 10 + Number(digit)) % 97;
    }
  }
  return remainder;
}
