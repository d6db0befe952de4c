/**
 * The French social-security number (NIR): 13 characters, of which two may be 2A or 2B for Corsica, and a key of two
 * digits. The key is what is missing to a multiple of 97.
 */

export type SocialSecurityProblem = 'length' | 'characters' | 'key';

/** As it is kept: no spaces, dots or hyphens, capitals. */
export function normalizeSocialSecurity(typed: string): string {
  return typed.replace(/[\s.\-\u00AD\u200B-\u200F\u2010-\u2015\u2060]/g, '').toUpperCase();
}

/** What is wrong with a number, however it was typed; null when its key says that it is right. */
export function socialSecurityProblem(typed: string): SocialSecurityProblem | null {
  const text = normalizeSocialSecurity(typed);
  if (text.length !== 15) return 'length';
  if (!/^[1-478]\d{4}(\d\d|2[AB])\d{8}$/.test(text)) return 'characters';
  // Of Corsica, 2A counts as 19 and 2B as 18: so the number's own rule has it.
  const digits = text.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - (Number(digits) % 97) === Number(text.slice(13)) ? null : 'key';
}

/** `• •• •• •• ••• ••• 42`: the key alone, enough to recognise one's own. */
export function maskSocialSecurity(last2: string): string {
  return `• •• •• •• ••• ••• ${last2}`;
}
