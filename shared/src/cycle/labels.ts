/** Letters on a sewn label, unless the shop's machine takes another number. */
export const LABEL_LENGTH = 14;

export interface LabelProblem {
  readonly code: 'empty' | 'too_long' | 'character';
  /** The first grapheme that cannot be sewn, or the first one too many. */
  readonly grapheme?: string;
  /** Graphemes in the text. */
  readonly length: number;
}

/**
 * The letters beside A to Z that the label's font has, each of which the machine sews from it: of the west, of the rest of
 * Europe, of Vietnam. A letter that the font lacks would come out as another one, so it is refused before the payment.
 */
const LETTERS = [
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ',
  'ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĨĩĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŐőŒœŔŕŖŗŘřŚśŞşŠšŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžǍǎȘșȚț',
  'ƠơƯưẀẁẂẃẄẅẞẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ',
].join('');
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

/** One code point after NFC: a letter of the font, or a sign. */
function canBeSewn(grapheme: string): boolean {
  if ([...grapheme].length !== 1) return false;
  return /^[A-Za-z]$/.test(grapheme) || LETTERS.includes(grapheme) || SIGNS.includes(grapheme);
}
