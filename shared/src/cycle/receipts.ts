/** The bytes that are hashed and signed around a ballot line. Frozen with the lines: see ballot-log.ts. */

const SALT = /^[0-9a-f]{32}$/;
const LEAF = /^[0-9a-f]{64}$/;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What SHA-256 turns into a line's commitment: "ballot/v1", a zero byte, the 16 bytes of salt, the payload. */
export function commitmentPreimage(saltHex: string, payload: string): Uint8Array<ArrayBuffer> {
  if (!SALT.test(saltHex)) throw new TypeError('a salt is 16 bytes in lower-case hex');
  const salt = Uint8Array.from(saltHex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  return concat(utf8('ballot/v1\0'), salt, utf8(payload));
}

/** What SHA-256 turns into a line's leaf (RFC 6962): a zero byte, the line. The prefix keeps a node from being a leaf. */
export function leafPreimage(line: string): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(0), utf8(line));
}

/** The exact text that the shop's Ed25519 key signs, in UTF-8, when it takes a ballot. */
export function receiptText({ round, leaf }: { readonly round: string; readonly leaf: string }): string {
  return `fraisier/receipt/v1\n${round}\n${leaf}\n`;
}

/** Crockford's digits: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/**
 * A leaf as people read it out: its first 40 bits, then two check digits that catch any one wrong character and any
 * two neighbours that changed places. It names a receipt among those of a round; it proves nothing by itself.
 */
export function receiptCode(leafHex: string): string {
  if (!LEAF.test(leafHex)) throw new TypeError('a leaf is 32 bytes in lower-case hex');
  let rest = BigInt(`0x${leafHex.slice(0, 10)}`);
  let digits = '';
  for (let i = 0; i < CODE_LENGTH; i++) {
    digits = DIGITS.charAt(Number(rest & 31n)) + digits;
    rest >>= 5n;
  }
  return `${digits.slice(0, 4)}-${digits.slice(4)}-${checkDigits(digits)}`;
}

/** A code as somebody typed it, in its one spelling; null when it cannot be right. Takes O for 0, and I and L for 1. */
export function readReceiptCode(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const match = /^([0-9A-HJKMNP-TV-Z]{8})(\d\d)$/.exec(characters);
  const [, digits, check] = match ?? [];
  if (digits === undefined || check !== checkDigits(digits)) return null;
  return `${digits.slice(0, 4)}-${digits.slice(4)}-${check}`;
}

/** 98 minus the remainder by 97, as in an IBAN (ISO 7064): 97 is prime and larger than the base, so no slip cancels. */
function checkDigits(digits: string): string {
  let value = 0n;
  for (const digit of digits) value = value * 32n + BigInt(DIGITS.indexOf(digit));
  return String(98n - ((value * 100n) % 97n)).padStart(2, '0');
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
