import type { account as shape } from '../fr/account.ts';
import { pluralEn } from '../plural.ts';

export const account: typeof shape = {
  notebook: {
    title: 'My notebook',
    since: (month) => `Here since ${month}.`,
    account: 'Account and address',
    figures: {
      designs: (count) => pluralEn(count, { one: 'design submitted', other: 'designs submitted' }),
      ratings: (count) => pluralEn(count, { one: 'rating given', other: 'ratings given' }),
      pieces: (count) => pluralEn(count, { one: 'piece of yours', other: 'pieces of yours' }),
    },
    designs: {
      title: 'My designs',
      none: 'No design yet, as expected.',
      noneText: 'There is a round for them every month. A PNG and a title will do.',
      noneLink: 'See the rounds',
      letter: 'Result letter',
      states: {
        checking: 'being checked',
        checked: 'under review, two days at most',
        admitted: 'admitted',
        refused: 'to correct',
        withdrawn: 'withdrawn',
      },
    },
    ballots: {
      title: 'My ballots',
      none: 'No ballot yet.',
      noneText: 'Ten designs, one at a time, five minutes. It ends.',
      noneLink: 'See the rounds',
      round: (number, month) => `Round no. ${number}, ${month}`,
      counts: (rated, skipped) =>
        `${rated} ${pluralEn(rated, { one: 'rating', other: 'ratings' })}, ${skipped} skipped`,
      goOn: 'Open the ballot',
      receipts: 'Ratings and receipts',
      result: 'Result',
    },
    orders: {
      title: 'My pieces',
      none: 'No piece yet.',
      noneText: 'The winning design is printed once, in numbered pieces. Then it is over.',
      noneLink: 'See the runs',
      pieces: (numbers, of, list) =>
        numbers.length === 1 ? `Piece no. ${numbers[0]} of ${of}` : `Pieces no. ${list(numbers)} of ${of}`,
      author: 'designer’s piece',
      see: 'See the order',
      pay: 'Pay',
      states: {
        held: 'Held',
        paid: 'Paid',
        sent: 'Sent',
        lapsed: 'Hold lapsed',
        cancelled: 'Cancelled',
        refunded: 'Refunded',
      },
    },
    bounties: {
      title: 'My bounty',
      asks: 'Your design won. Your account and your agreement are missing.',
      act: 'Receive my bounty',
      see: 'See the bounty',
      states: {
        owed: (day) => `Due before ${day}.`,
        exported: (day) => `The transfer is with the bank. Due before ${day}.`,
        paid: (day) => `Paid on ${day}.`,
        failed: () => 'The transfer did not go through. Check your account.',
        cancelled: () => 'Cancelled.',
      },
    },
  },
};
