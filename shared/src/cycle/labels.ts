/** Letters on a sewn label, unless the shop's machine takes another number. */
export const LABEL_LENGTH = 14;

export interface LabelProblem {
  readonly code: 'empty' | 'too_long' | 'character';
  /** The first grapheme that cannot be sewn, or the first one too many. */
  readonly grapheme?: string;
  /** Graphemes in the text. */
  readonly length: number;
}

/** Latin letters without a decomposition that the machine has. All others are A to Z with marks. */
const OTHER_LETTERS = 'ÆæØøŒœßẞĐđŁłĦħŊŋÞþÐðıŦŧ';
const SIGNS = "0123456789 -'’.&!?";

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The text as it is kept and sewn: the same letters, in the one form that Unicode gives them (a keyboard may send é as
 * e and an accent), with ordinary spaces and none at the ends, where nobody would see them.
 */
export function normalizeLabel(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/^ +| +$/g, '');
}

/** Why a label cannot be sewn exactly as typed; null when it can. */
export function labelProblem(text: string, max: number = LABEL_LENGTH): LabelProblem | null {
  const graphemes = Array.from(segmenter.segment(normalizeLabel(text)), ({ segment }) => segment);
  const length = graphemes.length;
  const unsewable = graphemes.find((grapheme) => !canBeSewn(grapheme));
  if (unsewable !== undefined) return { code: 'character', grapheme: unsewable, length };
  if (length === 0) return { code: 'empty', length };
  const tooMany = graphemes[max];
  return tooMany === undefined ? null : { code: 'too_long', grapheme: tooMany, length };
}

/** One code point after NFC, whose canonical decomposition is one of A to Z with accents; or a letter or sign above. */
function canBeSewn(grapheme: string): boolean {
  if ([...grapheme].length !== 1) return false;
  return (
    SIGNS.includes(grapheme) || OTHER_LETTERS.includes(grapheme) || /^[A-Za-z]\p{Mn}*$/u.test(grapheme.normalize('NFD'))
  );
}
