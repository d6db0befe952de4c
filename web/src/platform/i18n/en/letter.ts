import type { letter as shape } from '../fr/letter.ts';

const numerals = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export const letter: typeof shape = {
  title: (design) => `Your result, “${design}”`,
  dateline: (city, day) => (city === '' ? day : `${city}, ${day}`),
  round: (number) => `Round no. ${number}`,
  hello: (name) => `Hello ${name},`,
  won: (design) => `“${design}” has won.`,
  wonRest: 'It goes to print.',
  notPrinted: (design) => `“${design}” is not printed this month.`,
  passedOver: (design) => `“${design}” will not be printed.`,
  passedOverRest: (reason) => `The reason, published with the result: ${reason}`,
  place: (rank, of) => ({ before: 'It came ', rank, after: ` of ${of}.` }),
  noRank: (ratings, least) =>
    `It has ${ratings} ${ratings === 1 ? 'rating' : 'ratings'}: below ${least} we give no rank.`,
  finalist: 'It was in the final.',
  winners: (list, count) => `${list} ${count === 1 ? 'goes' : 'go'} to print.`,
  winner: (title, designer) => `“${title}” by ${designer}`,
  ratings: (count, many) => (many ? `${count} people rated it.` : `${count} person rated it.`),
  wear: (count, _many, sizes) => `${count} would wear it${sizes === '' ? '' : `, most often in ${sizes}`}.`,
  noWear: 'Nobody said they would wear it.',
  band: (from, to) =>
    `The margin puts it between ${from} and ${to}: with other voters it would finish there nine times in ten. We would rather tell you.`,
  bandOne: (place) => `With other voters it would finish ${place} nine times in ten: there is no margin.`,
  bandLabel: (rank, from, to, of) => `Rank ${rank} of ${of}, between ${from} and ${to}`,
  notes: (count) =>
    `${numerals[count] ?? count} ${count === 1 ? 'person' : 'people'} left you a word. ${count === 1 ? 'Here it is' : 'Here is one'}:`,
  quote: (note) => `“${note}”`,
  by: 'Somebody who voted',
  otherNotes: (count) => (count === 1 ? 'Read the other one' : `Read the other ${count}`),
  bounty:
    'The bounty is owed from today. Tell us where to pay it, read the contract, choose your size: piece no. 1 is yours.',
  next: (round, until) =>
    `The round of ${round} takes designs until ${until}. This one may come back redrawn, or send another.`,
  noNext: 'The next round has no dates yet.',
  yours: 'And if you would rather sell it elsewhere, it is yours, entirely.',
  write: 'Write to us',
  reply: 'if something is not right: a person reads it, and answers.',
  for: 'for the workshop',
  toBounty: 'See my bounty',
  toSubmit: 'Send in a design',
  toResult: 'See the result page',
  print: 'Print',
  rankOf: (of) => `of ${of}`,
  histogram: 'Ratings, from 5 to 1',
  sizes: 'They would wear it in',
  sizesTable: 'Sizes asked for',
  alt: (design) => `The T-shirt “${design}”`,
};
