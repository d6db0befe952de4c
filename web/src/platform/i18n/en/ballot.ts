import type { ballot as shape } from '../fr/ballot.ts';
import { pluralEn } from '../plural.ts';

const numerals = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
export const words = (count: number) => numerals[count] ?? String(count);
export const upper = (said: string) => said.charAt(0).toUpperCase() + said.slice(1);
export const designs = { one: 'design', other: 'designs' };

export const ballot: typeof shape = {
  title: (round) => `Ballot, ${round} round`,
  at: (at, of) => `${at} of ${of}`,
  final: 'Final',
  later: 'Finish later',
  laterNote: (rated) => (rated === 1 ? 'Your rating already counts.' : `Your ${words(rated)} ratings already count.`),
  onFabric: (fabric) => `On ${fabric.toLowerCase()}`,
  author: 'Names are revealed at the count. You judge the drawing, not the signature.',
  dealing: {
    title: (count) => `${upper(words(count))} ${pluralEn(count, designs)}, dealt to you.`,
    text: 'Least seen first, in an order that is yours alone. Ten to a hand, and then it ends.',
    finalText: 'The finalists only, in an order that is yours alone. A new rating replaces the old one.',
    failed: 'Your hand is not coming through.',
  },
  said: {
    rated: (word) => `Rated: ${word}.`,
    skipped: 'Skipped.',
    back: 'Back.',
    at: (at, of, title) => `${at} of ${of}, ${title}.`,
    worn: 'On the shirt.',
    flat: 'Laid flat.',
    wear: 'I would wear it.',
    notWear: 'I would not wear it.',
  },
  finalBegan: 'The final has just opened. Here are the finalists; your earlier ratings count.',
  needAnswer: 'Choose a rating, or skip.',
  wear: 'I would wear it',
  sizeNote: 'Sizes help us plan the run. They commit you to nothing and do not weigh on the rating.',
  view: { label: 'View', worn: 'Worn', flat: 'Flat' },
  word: {
    summary: 'A word to the designer',
    label: 'Your word',
    hint: 'The workshop reads it first; it travels with the result letter, without your name.',
    withRating: 'The word goes with your rating.',
  },
  skip: 'Skip',
  next: 'Next',
  back: 'Back',
  finish: 'Finish',
  keys: {
    to: 'to',
    space: 'Space',
    rate: 'rate',
    skip: 'skip',
    back: 'back',
    next: 'next',
    wear: 'would wear it',
    wearKey: 'W',
    flat: 'lay it flat',
    left: 'Left arrow',
    right: 'Right arrow',
    help: 'Shortcuts',
    helpTitle: 'By keyboard',
    enter: 'Enter',
    use: 'Single-key shortcuts',
    useHint: 'Turn them off if dictation or another tool sets them off. Kept on this device.',
    swipe: 'By touch: swipe left to go on, right to go back.',
  },
  sending: {
    offline: 'You are offline. What you rate is kept here.',
    waiting: (count) =>
      count === 1
        ? 'One rating is kept here. It will be sent when you are back online.'
        : `${upper(words(count))} ratings are kept here. They will be sent when you are back online.`,
    waitingHere: (count) =>
      count === 1
        ? 'One rating has not left yet. This device keeps nothing: leave the page open.'
        : `${upper(words(count))} ratings have not left yet. This device keeps nothing: leave the page open.`,
    signedOut: 'Your session has ended. Your ratings are kept here.',
    signIn: 'Sign in again',
    down: 'The site is not answering. Your ratings are kept here and will be sent again.',
    again: 'Send now',
  },
  refused: {
    beforeFinal: (count) =>
      count === 1
        ? 'One rating came too late and was not taken.'
        : `${upper(words(count))} ratings came too late and were not taken.`,
    late: (count) =>
      count === 1
        ? 'One rating arrived after the close: it does not count.'
        : `${upper(words(count))} ratings arrived after the close: they do not count.`,
    notFinalist: 'This design is not in the final. Your first rating still counts.',
  },
};
