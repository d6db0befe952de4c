import type { gallery as shape } from '../fr/gallery.ts';
import { pluralEn } from '../plural.ts';

const designs = { one: 'design', other: 'designs' };

export const gallery: typeof shape = {
  round: (number, month) => `Round no. ${number}, ${month}`,
  archive: {
    title: 'All rounds',
    lead: 'One a month, each in its own ink. Results stay, and so do the figures.',
    description: 'Every Fraisier round: designs, votes, winners and runs, month by month.',
    number: (number) => `No. ${number}`,
    winner: (title, name) => `${title}, by ${name}`,
    open: (month) => `The ${month} round`,
    designs: (count, shown) => `${shown} ${pluralEn(count, designs)}`,
    voters: (count, shown) => `${shown} ${pluralEn(count, { one: 'voter', other: 'voters' })}`,
    ratings: (count, shown) => `${shown} ${pluralEn(count, { one: 'rating', other: 'ratings' })}`,
    dates: {
      planned: (at) => `Submissions from ${at}`,
      collecting: (at) => `Voting from ${at}`,
      voting: (at) => `Closes on ${at}`,
      final: (at) => `Closes on ${at}`,
      frozen: (at) => `Closed on ${at}`,
      counted: (at) => `Counted on ${at}`,
      decided: (at) => `Decided on ${at}`,
      cancelled: (at) => `Cancelled on ${at}`,
    },
    more: 'Earlier rounds',
    empty: 'No round yet.',
    emptyLink: 'Read the method',
    emptyText: 'The first one will appear here as soon as it is in the calendar.',
  },
  title: (count, month) => (count === 1 ? `${month}’s first` : `${month}’s ${count}`),
  emptyTitle: (month) => month,
  description: (count, month) => `${count} ${pluralEn(count, designs)} of the ${month} round, in a shuffled order.`,
  intro: {
    planned: (at) => `Submissions open ${at}.`,
    collecting: (at, count, of) =>
      `Admitted so far: ${count} for ${of} places. Voting opens ${at}. Until then all stand alike: same size, shuffled order, no names.`,
    late: (count, of) => `Admitted so far: ${count} for ${of} places. Voting opens as soon as two designs are.`,
    voting: (at) =>
      `Voting closes ${at}; ratings are sealed until the count. Until then all stand alike: same size, shuffled order, no names.`,
    final: (at) =>
      `The final is between the finalists, marked here. It closes ${at}; until the count ratings stay sealed, the order shuffled, the names hidden.`,
    frozen: 'Voting is closed; ratings are sealed until the count, and so are the names.',
    counted: 'Counted: each design bears its designer’s name. The order stays shuffled; the ranking is in the result.',
    cancelled: 'This round was cancelled.',
    cancelReason: (reason) => `The workshop’s reason: ${reason}`,
  },
  view: { label: 'View', flat: 'Flat', worn: 'Worn' },
  order: 'Shuffled for you',
  shown: (shown, of) => (shown === of ? `${of} of ${of}` : `1 to ${shown} of ${of}`),
  more: (count) => (count === 1 ? 'See the last one' : `See the next ${count}`),
  rated: 'Rated',
  finalist: 'Finalist',
  by: (name) => `by ${name}`,
  ballot: 'Start my ballot',
  resume: 'Resume my ballot',
  done: 'Look at my ballot',
  submit: 'Submit a design',
  result: 'See the result',
  all: 'All rounds',
  empty: {
    planned: 'Nothing yet, as expected.',
    plannedText: 'Designs come in once submissions open. What it takes to prepare one is here already.',
    template: 'Template and inks',
    collecting: 'No design admitted so far.',
    text: 'The first one to pass the workshop opens the gallery.',
    none: 'This round had no designs.',
    noneText: 'Without designs, no vote and no run. The other rounds are there to be read.',
  },
};
