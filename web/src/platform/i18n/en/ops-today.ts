import type { opsToday as shape } from '../fr/ops-today.ts';
import { figuredEn as figured } from '../plural.ts';

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

export const opsToday: typeof shape = {
  date: (weekday, month) => `${weekday} ${month}`,
  waiting: (count, figure) =>
    count === 0
      ? 'Nothing is waiting.'
      : count === 1
        ? 'One thing is waiting.'
        : `${small[count] ?? figure} things are waiting.`,
  calm: 'Nothing is on fire.',
  imprint: 'The legal notice is not complete.',
  imprintGaps: (count) => (count === 1 ? 'Add one line' : `Add ${count} lines`),
  days: (days) => (days === 1 ? '1 day' : `${days} days`),
  aside: {
    ballots: (voters, ratings) => `${figured(voters, 'voter')}, ${figured(ratings, 'rating')}`,
    running: (designs) => `${figured(designs, 'design')} in the running`,
    received: (designs, month) => `${designs} admitted for ${month}`,
  },
  calendar: 'The month of the rounds',
  spans: {
    collecting: (number) => `Designs for ${number}`,
    voting: (number) => `Vote ${number}`,
    final: (number) => `Final ${number}`,
    count: (number) => `Count ${number}`,
    sale: (number) => `Sale ${number}`,
    saleOf: (number, sold, size) => `Sale ${number}, ${sold} of ${size}`,
    until: (label, when) => `${label}, until ${when}`,
  },
  moderation: {
    title: 'Moderation',
    aside: (count, since) =>
      count === 0
        ? 'nothing to review'
        : count === 1
          ? `1 to review, waiting ${since}`
          : `${count} to review, the oldest waiting ${since}`,
    hours: (hours) => `${hours} h`,
    look: 'Look',
    all: 'The whole queue',
    notes: (count) => (count === 1 ? 'One word to read' : `${count} words to read`),
    empty: 'All seen.',
  },
  waits: {
    title: 'Waiting for you',
    none: 'Nothing.',
    noneHint: 'The bench is clean. The site will tell you here.',
    onTime: 'nothing late',
    late: (count) => (count === 1 ? 'one late' : `${count} late`),
    urgency: { late: 'late', soon: 'soon' },
    overToday: 'due today',
    overdue: (days) => `${days} overdue`,
    before: (when) => `by ${when}`,
    since: (time) => `for ${time}`,
    hours: (hours) => (hours < 1 ? 'less than an hour' : `${hours} h`),
    retry: 'Try again',
    retried: (count) =>
      count === 0
        ? 'Nothing left to try again.'
        : count === 1
          ? 'One task is tried again.'
          : `${count} tasks are tried again.`,
    what: {
      stuck: () => 'The date is past, and the round has not moved',
      designs: (count) => (count === 1 ? 'Design to review' : 'Designs to review'),
      notes: (count) => (count === 1 ? 'Word to read' : 'Words to read'),
      too_few_designs: (count) => (count === 1 ? 'One design short of a vote' : 'Designs short of a vote'),
      clusters: (count) => (count === 1 ? 'Group of ballots to decide' : 'Groups of ballots to decide'),
      appeals: (count) => (count === 1 ? 'Unanswered appeal' : 'Unanswered appeals'),
      signatures: (count) => (count === 1 ? 'Second signature to give' : 'Second signatures to give'),
      count: () => 'Round to count',
      close: () => 'Round to close',
      letters: (count) => (count === 1 ? 'Letter not written' : 'Letters not written'),
      bounty_of_winner: () => 'Bounty owed, the winner’s papers are not done',
      bounty_to_pay: (count) => (count === 1 ? 'Bounty to pay' : 'Bounties to pay'),
      payment_failed: (count) => (count === 1 ? 'Transfer refused by the bank' : 'Transfers refused by the bank'),
      payout_to_settle: (count) =>
        count === 1 ? 'Transfer without the bank’s answer' : 'Transfers without the bank’s answer',
      pieces_to_print: (count) => (count === 1 ? 'Sold piece to have printed' : 'Sold pieces to have printed'),
      packet_failed: (count) => (count === 1 ? 'Print packet that failed' : 'Print packets that failed'),
      delivery: (count) => (count === 1 ? 'Delivery to count' : 'Deliveries to count'),
      orders_to_send: (count) => (count === 1 ? 'Order to send' : 'Orders to send'),
      messages: (count) => (count === 1 ? 'Unanswered message' : 'Unanswered messages'),
      mails_failed: (count) => (count === 1 ? 'E-mail that did not leave' : 'E-mails that did not leave'),
      jobs_failed: (count) => (count === 1 ? 'Task of the site that failed' : 'Tasks of the site that failed'),
      nothing_planned: () => 'No round ahead: plan the year',
    },
  },
  comes: {
    title: 'What comes',
    calendar: 'Calendar',
    none: 'Nothing planned. A round that is planned puts its dates here.',
    byItself: 'by itself',
    byYou: 'by you',
    what: {
      collecting: (round) => `${round}: designs are taken`,
      voting: (round) => `${round}: vote begins`,
      final: (round) => `${round}: final begins`,
      freeze: (round) => `${round}: end of vote`,
      appeals_end: (round) => `${round}: end of appeals`,
      bounty_due: (round) => `${round}: bounty to pay`,
    },
  },
  keys: {
    step: 'Next line, line before',
    open: 'Open',
    undo: 'Take the last decision back',
  },
  run: {
    title: (slug) => `Run ${slug}`,
    sold: (sold, size) => `${sold} of ${size} sold`,
    wished: 'Would wear it',
    ordered: 'Ordered',
    need: 'To order',
    total: 'Total',
    label: 'Sizes of the run',
    open: 'Printer',
    orders: (count) => `${figured(count, 'order')} to send`,
    packet: { preparing: 'packet being made', ready: 'packet ready', failed: 'packet failed' },
    orderState: (number, state) => `Print order ${number}: ${state}`,
    delivered: (good) => `delivered, ${good} good`,
    awaited: (good, pieces) => `${good} good of ${pieces}`,
  },
  bounty: {
    title: (number) => `Bounty ${number}`,
    open: 'Bounties',
    none: 'No bounty to pay. The next one comes with the close of a round.',
  },
  feedback: {
    title: 'What they say',
    aside: (answers) => figured(answers, 'answer'),
    score: 'promoters minus detractors',
    label: 'Answers from 0 to 10',
    answers: (score, count) => `${score}: ${figured(count, 'answer')}`,
    empty: 'Nobody has answered yet. We ask a week after sending.',
  },
};
