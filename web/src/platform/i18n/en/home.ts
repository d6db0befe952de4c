import type { home as shape } from '../fr/home.ts';
import { inWordsEn } from '../numerals.ts';
import { pluralEn } from '../plural.ts';

const designs = { one: 'design', other: 'designs' };
const finalists = { one: 'finalist', other: 'finalists' };
const ratings = { one: 'rating', other: 'ratings' };
const net = (isNet: boolean) => (isNet ? ' net' : '');
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const home: typeof shape = {
  description: (month, count, run) =>
    `The ${month} round: ${count} ${pluralEn(count, designs)}, one vote, one numbered run of ${run} shirts.`,
  round: (number, month) => `Round no. ${number}, ${month}`,
  headline: {
    voting: (count) => [`${count} ${pluralEn(count, designs)},`, 'one run,', 'your call.'],
    final: (count) => [
      count === null ? 'The finalists,' : `${count} ${pluralEn(count, finalists)},`,
      'one run,',
      'your call.',
    ],
    frozen: (month) => [month, 'is closed.', 'We count.'],
    collecting: (month) => [month, 'is being', 'drawn now.'],
    published: (month) => [month, 'has chosen.'],
    planned: (month) => [month, 'is next.'],
    empty: ['Nothing yet,', 'as', 'expected.'],
  },
  lead: {
    voting: (hand, run, bounty, isNet) =>
      `Rate ${inWordsEn(hand)} designs drawn by lot. The best rated is printed ${run} times and its designer gets ${bounty}${net(isNet)}.`,
    final: (run, bounty, isNet) =>
      `The month’s best come before you once more. The first of them is printed ${run} times and its designer gets ${bounty}${net(isNet)}.`,
    frozen: (counted) =>
      `${counted} are sealed. The workshop counts them and publishes the result here, with all it takes to count again.`,
    collecting: (run, bounty, isNet) =>
      `Send a design. The best rated is printed ${run} times and its designer gets ${bounty}${net(isNet)}.`,
    provisional: 'The result is provisional: anyone may contest it before it becomes final.',
    decided: 'The votes are counted and the run is numbered. The next round is on its way.',
    planned: (at) => `Submissions open ${at}.`,
    empty: 'The first round is not in the calendar yet. It will appear here. A design can be prepared already.',
  },
  ratings: (count, value) => `${count} ${pluralEn(value, ratings)}`,
  act: {
    start: 'Start my ballot',
    resume: 'Resume my ballot',
    done: 'Look at my ballot',
    startNote: (hand) => `${upper(inWordsEn(hand))} designs, then it ends.`,
    resumeNote: (rated) => `${upper(inWordsEn(rated))} ${pluralEn(rated, ratings)} already in.`,
    doneNote: (rated) => `That’s your vote. ${rated} ${pluralEn(rated, ratings)} in the count.`,
    tooNew: 'The final is for accounts made before it opened. You can vote in the next round.',
    closed: 'Voting is closed. The ratings wait for the count.',
    gallery: (count) => (count === 1 ? 'See the design' : `See all ${count} designs`),
    submit: 'Submit a design',
    result: 'See the result',
    template: 'Prepare a design',
    method: 'Read the method',
    archive: 'All rounds',
  },
  days: {
    label: (now, total, end) => `Day ${now} of ${total}, voting closes ${end}`,
    closes: (relative, weekday, time) => `Closes ${relative}, ${weekday} at ${time}`,
    late: 'Voting opens as soon as two designs are admitted',
    votes: (relative, weekday, time) => `Voting opens ${relative}, ${weekday} at ${time}`,
    collectLabel: (now, total, end) => `Day ${now} of ${total}, voting opens ${end}`,
    final: (finalists, relative, moment) => `Final of ${inWordsEn(finalists)} ${relative}, ${moment}.`,
    finalOn: (count) =>
      count === null
        ? 'This is the final: the best rated, dealt to everyone again.'
        : `This is the final: ${inWordsEn(count)} ${pluralEn(count, designs)}, dealt to everyone again.`,
    extended: 'Voting was extended once: too few ratings had come in.',
  },
  dock: {
    title: (hand) => `Begin: ${inWordsEn(hand)} designs are waiting for you.`,
    note: 'A rating here opens your ballot and does not count.',
    finalNote: 'Above, one of the finalists, by chance. A rating here opens your ballot and does not count.',
    legend: 'Open the ballot with a rating',
    oneFinalist: 'One of the finalists, by chance: each visitor begins with another.',
    one: (count) => `One of ${count}, by chance: each visitor begins with another.`,
  },
  run: {
    number: (number) => `Run no. ${number}`,
    elected: (month) => `voted in ${month}`,
    facts: (by, inks, size) => `${by}${upper(inks)}, ${size} numbered pieces.`,
    by: (name) => `Drawn by ${name}. `,
    left: (gone, left) => `${gone} ${pluralEn(gone, { one: 'is', other: 'are' })} gone, ${left} left.`,
    held: (held) => `${upper(inWordsEn(held))} more ${pluralEn(held, { one: 'awaits', other: 'await' })} payment.`,
    noReprint: 'We do not reprint.',
    next: (number) => `One square, one piece. The next to go is number ${number}.`,
    allHeld: 'One square, one piece. The last ones await payment.',
    soldOut: 'One square, one piece. All are gone.',
    soldOutTitle: 'Sold out',
    preparingTitle: 'On sale soon',
    preparing: 'One square, one piece. The sale opens once the contract is accepted.',
    choose: (price) => `Choose my size, ${price}`,
    see: 'See the run',
    result: 'See how the vote went',
  },
  podium: {
    title: (month) => `${month}’s best`,
    all: (count) => (count === 1 ? 'The ranking, and the method' : `All ${count} ranked, and the method`),
    provisional: (until) => `Provisional result. It may be contested until ${until}.`,
    provisionalOver: 'Provisional result. The workshop will make it final.',
    counted: (counted, worn) => `${counted}, ${worn} would wear it`,
    band: (from, to) => `Between ${from} and ${to} place, within the margin`,
    sure: (place) => `In ${place} place, within the margin`,
    few: 'Fewer than 30 ratings: no margin',
    bounty: (bounty, isNet) => `Bounty of ${bounty}${net(isNet)}`,
    waiting: (month) => `Voting for ${month} is closed. The workshop is counting; the result will appear here.`,
  },
};
