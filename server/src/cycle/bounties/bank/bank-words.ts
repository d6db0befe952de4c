import { all, textAt, type XmlElement } from '../../../platform/xml/read-xml.ts';

/** The document is of the right kind and still does not say what it has to. */
export class Malformed extends Error {}

const LONGEST_REFERENCE = 140;
const LONGEST_REASON = 500;

/** A text that must be there. */
export function needed(element: XmlElement | undefined, ...path: readonly string[]): string {
  const text = textAt(element, ...path);
  if (text === null) throw new Malformed(`${path.join('/')} is missing`);
  return referenceOf(text);
}

/** References are compared, so a long one is refused, not cut. */
export function referenceOf(text: string): string {
  if (text.length > LONGEST_REFERENCE) throw new Malformed('a reference is too long');
  return text;
}

/** A reference that may be missing; `NOTPROVIDED` is how banks write that. */
export function referenceAt(element: XmlElement | undefined, ...path: readonly string[]): string | null {
  const text = textAt(element, ...path);
  return text === null || text === 'NOTPROVIDED' ? null : referenceOf(text);
}

/** Digit by digit: cents are never a rounded fraction. */
export function centsOf(amount: string): number {
  const match = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(amount);
  const [, euros = '', decimals = ''] = match ?? [];
  if (!match || !/^\d{0,2}0*$/.test(decimals)) throw new Malformed(`${amount.slice(0, 30)} is no amount`);
  return Number(euros) * 100 + Number(decimals.padEnd(2, '0').slice(0, 2));
}

/** A day that the calendar has; a moment is its day as the bank writes it. */
export function dayOf(date: string | null): string | null {
  if (date === null) return null;
  const day = /^\d{4}-\d\d-\d\d(?=$|T|Z|[+-])/.exec(date)?.[0];
  if (!day || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) {
    throw new Malformed(`${date.slice(0, 30)} is no day`);
  }
  return day;
}

/** The code and the words of a reason, from StsRsnInf or RtrInf. */
export function reasonIn(informations: readonly XmlElement[]): { reasonCode: string | null; reason: string | null } {
  for (const information of informations) {
    const code = textAt(information, 'Rsn', 'Cd') ?? textAt(information, 'Rsn', 'Prtry');
    const words = all(information, 'AddtlInf')
      .map(({ text }) => text)
      .filter(Boolean)
      .join(' ')
      .slice(0, LONGEST_REASON);
    if (code !== null || words !== '') return { reasonCode: code?.slice(0, 35) ?? null, reason: words || null };
  }
  return { reasonCode: null, reason: null };
}

/** Our file's name from that of its only block, which is the file's and a number. */
export function messageIdOf(paymentInformationId: string | null): string | null {
  return paymentInformationId?.replace(/\.\d+$/, '') ?? null;
}
