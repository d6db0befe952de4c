import type { Catalogue } from '../catalogues.ts';

export const letter: Catalogue['letter'] = {
  title: (design) => `Your result, “${design}”`,
  dateline: (city, day) => (city === '' ? day : `${city}, ${day}`),
  round: (number) => `Round ${number}`,
  quote: (note) => `“${note}”`,
  otherNotes: (count) => (count === 1 ? 'Read the other word' : `Read the ${count} other words`),
  toBounty: 'See my bounty',
  toSubmit: 'Send in a design',
  toResult: 'See the result page',
  paper: 'Letter as PDF',
  rankOf: (of) => `of ${of}`,
  histogram: 'The ratings, from 5 to 1',
  sizes: 'They would wear it in',
};
