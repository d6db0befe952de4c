import type { call as shape } from '../fr/call.ts';
import { inWordsEn } from '../numerals.ts';
import { pluralEn } from '../plural.ts';

const designs = { one: 'design', other: 'designs' };

export const call: typeof shape = {
  title: (month) => `${month} is being drawn now.`,
  lead: (until, inks, area) =>
    `Submissions are open until ${until}. One PNG, JPEG or WebP file, ${inWordsEn(inks)} inks at most, ${area}.`,
  places: (taken, of) =>
    taken === 0 ? `No design yet, ${of} places.` : `${taken} ${pluralEn(taken, designs)} for ${of} places.`,
  submit: 'Submit a design',
  see: 'See the admitted designs',
};
