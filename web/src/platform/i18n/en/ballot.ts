import type { ballot as shape } from '../fr/ballot.ts';
import { pluralEn } from '../plural.ts';

const numerals = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const words = (count: number) => numerals[count] ?? String(count);
const upper = (said: string) => said.charAt(0).toUpperCase() + said.slice(1);
const designs = { one: 'design', other: 'designs' };

export const ballot: typeof shape = {
  title: (round) => `Ballot, ${round} round`,
  finalTitle: (round) => `Final ballot, ${round} round`,
  at: (at, of) => `${at} of ${of}`,
  final: 'Final',
  later: 'Finish later',
  laterNote: (rated) => (rated === 1 ? 'Your rating already counts.' : `Your ${words(rated)} ratings already count.`),
  onFabric: (fabric) => `On ${fabric.toLowerCase()}`,
  author: 'Names are revealed once the vote is closed. You judge the drawing, not the signature.',
  dealing: {
    title: (count) => `${upper(words(count))} ${pluralEn(count, designs)}, dealt to you.`,
    text: 'Least seen first, in an order that is yours alone. Ten to a hand, and then it ends.',
    finalText: 'The finalists only, in an order that is yours alone. A new rating replaces the old one.',
    failed: 'The hand does not arrive.',
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
    down: 'The site does not answer. Your ratings are kept here and will be sent again.',
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
  done: {
    sent: 'Ballot received',
    stillSending: 'Ballot on its way',
    voted: 'That’s your vote.',
    seeYou: (day) => `See you ${day}.`,
    hand: (rated, skipped) => {
      const seen = rated + skipped;
      const parts = [
        ...(rated > 0 ? [`${words(rated)} rated`] : []),
        ...(skipped > 0 ? [`${words(skipped)} skipped`] : []),
      ].join(', ');
      return `${upper(words(seen))} ${pluralEn(seen, designs)} seen: ${parts}.`;
    },
    none: 'There is no design for you to rate in this round.',
    allSeen: 'You have seen all that one ballot can be dealt.',
    allSeenFinal: 'You have seen every finalist.',
    weight: (moment) => `Every rating weighs the same. You can change yours until the close, on ${moment}.`,
    finalNext: (moment) => `The final opens on ${moment}, with the best sixteen designs.`,
    own: 'Your own designs are not dealt to you.',
    change: 'Change a rating',
    more: (count) => `${upper(words(count))} more`,
    moreNote: (left) =>
      left === 1 ? 'There is one you have not seen.' : `There are ${words(left)} you have not seen.`,
    round: 'See the round',
    loved: (count) => (count === 1 ? 'The one you love' : `The ${words(count)} you love`),
  },
  receipt: {
    title: 'Voting receipt',
    round: 'Round',
    roundOf: (number, month) => `no. ${number}, ${month}`,
    rated: 'Designs rated',
    skipped: 'Skipped',
    wear: 'Would wear',
    wearIn: (count, size) => `${count}, size ${size}`,
    codes: (count) => `${count} ${pluralEn(count, { one: 'receipt', other: 'receipts' })}`,
    more: (count) => `and ${words(count)} more, below`,
    use: 'Each rating has its code. After the close it finds the rating in the published count. It does not say who you are.',
    waiting: 'The receipt comes once it is sent.',
  },
  mine: {
    title: 'My ratings',
    intro: (count) => (count === 1 ? 'One rating, one receipt.' : `${count} ratings, as many receipts.`),
    finalIntro: 'In the final only the finalists’ ratings still change. The others keep counting.',
    columns: { design: 'Design', rating: 'Rating', wear: 'Size', code: 'Receipt' },
    change: 'Change',
    changeOf: (title) => `Change the rating of ${title}`,
    notWorn: 'no',
    copy: 'Copy the receipts',
    copied: 'Receipts copied.',
    copyFailed: 'Copying did not work. Download them.',
    download: 'Download (JSON)',
    line: (line) => `In the log, line ${line}`,
    next: 'With the next head',
    verify: 'Check my receipts',
    file: (round) => `fraisier-receipts-${round}.json`,
    proof: 'A receipt holds your sealed rating and the shop’s signature. Keep them to recount for yourself.',
    none: 'No rating in this round.',
  },
  setAside: {
    title: 'Your ratings are set aside.',
    fact: (count, figure, when) =>
      count === 1
        ? `One of your ratings does not count for now, since ${when}.`
        : `${figure} of your ratings do not count for now, since ${when}.`,
    kept: 'Nothing is deleted: they stay in the log, and your receipts stay good.',
    why: 'What was seen:',
    reasons: {
      flat_ballot: 'almost all your ratings are the same. A public rule then sets the ballot aside by itself.',
      sole_favourite: 'several ballots like one design only, and it is the same one.',
      twin_ballots: 'several ballots give the same rating almost everywhere.',
      other: 'something our rules had not foreseen, noticed by someone of the workshop.',
    },
    honest: 'It happens to honest ballots. Your account stays as it is, and no design is punished.',
    can: 'You can appeal, once.',
    until: (when) => `Until ${when}.`,
    untilHours: (hours) => `From now on, and up to ${hours} hours after the count.`,
    untilCount: 'Until the count.',
    label: 'How did you vote?',
    hint: 'A person reads and answers. They see neither your name nor your address.',
    empty: 'Write a few words: they are all that person will read.',
    send: 'Appeal',
    refusals: {
      not_set_aside: 'All your ratings count: there is nothing left to contest.',
      appeals_over: 'The time to appeal is over.',
      already_appealed: 'You have appealed in this round already.',
    },
    tooLate: 'The time to appeal is over.',
    states: {
      open: 'Your appeal is sent.',
      upheld: 'Your appeal is upheld.',
      rejected: 'Your appeal is not upheld.',
    },
    sentOn: (when) => `Sent ${when}.`,
    yours: 'What you wrote',
    answer: 'The workshop’s answer.',
    answeredOn: (when) => `Received ${when}.`,
    waiting: 'A person is reading it. Their answer comes here and by e-mail; the round does not close without it.',
    final: 'This answer is final. You vote in the next rounds like everybody.',
    over: 'Your ratings count again.',
    overText: 'They were set aside, then restored, all of them. The log says both.',
    rules: 'The rule in full',
  },
  changing: { back: 'Back to the receipt' },
  shut: {
    planned: 'Voting is not open.',
    plannedText: (moment) => `It opens on ${moment}. You will be dealt ten designs, the least seen first.`,
    submit: 'Submit a design',
    wall: 'See the designs',
    closed: 'Voting is closed.',
    closedText: 'Nobody sees a ranking before the count. It is published all at once, with both tallies.',
    closing: 'Voting is closing right now.',
    counted: 'The votes are counted.',
    countedText: 'The ranking and the tallies are public.',
    result: 'See the result',
    cancelled: 'This round was cancelled.',
    cancelledText: 'No rating was counted.',
    tooNew: 'You will vote in the next round.',
    tooNewText: (moment) =>
      `The final is for accounts made before it opened, on ${moment}. That is what keeps people from making some for it.`,
    rounds: 'See the rounds',
    yours: (count) => (count === 1 ? 'Your rating is in the count.' : `Your ${words(count)} ratings are in the count.`),
  },
};
