import type { opsToday as shape } from '../fr/ops-today.ts';

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

export const opsToday: typeof shape = {
  date: (weekday, month) => `${weekday} ${month}`,
  waiting: (count, figure) =>
    count === 0 ? 'Nothing waits.' : count === 1 ? 'One thing waits.' : `${small[count] ?? figure} things wait.`,
  calm: 'Nothing is on fire.',
  urgent: 'To do first',
  burns: {
    review: (days) => `A design has waited for ${days} days: we answer within two.`,
    bountyLate: (number, days) => `Bounty ${number} is ${days} overdue.`,
    bountySoon: (number, when) => `Bounty ${number} is due ${when}.`,
    payment: (number) => `The bank refused the transfer of bounty ${number}.`,
    stuck: (number, step) => `Round ${number} should have moved on: ${step}.`,
    close: (number) => `Round ${number} can be closed: the time for appeals is over.`,
    count: (number) => `Round ${number} waits to be counted.`,
  },
  imprint: 'The imprint is not complete.',
  imprintGaps: (count) => (count === 1 ? 'Add one line' : `Add ${count} lines`),
  days: (days) => (days === 1 ? '1 day' : `${days} days`),
  aside: {
    ballots: (voters, ratings) => `${voters} voters, ${ratings} ratings`,
    running: (designs) => `${designs} designs in the running`,
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
  votes: {
    title: 'Suspicious votes',
    clusters: (count) =>
      count === 0
        ? 'No group to decide'
        : count === 1
          ? 'One group of ballots to decide'
          : `${count} groups of ballots to decide`,
    appeals: (count) =>
      count === 0 ? 'No unanswered appeal' : count === 1 ? 'One unanswered appeal' : `${count} unanswered appeals`,
    open: 'See the groups',
    openAppeals: 'Answer the appeals',
  },
  next: {
    title: 'What comes next',
    steps: {
      collecting: 'Designs are taken',
      voting: 'Vote begins',
      final: 'Final begins',
      frozen: 'Vote ends',
      counted: 'Count',
      decided: 'Close',
    },
    now: 'any time now',
    open: 'Desk',
    empty: 'No round is under way.',
    plan: 'Plan a round',
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
    orders: (count) => `${count} orders to send`,
    packet: { preparing: 'packet being made', ready: 'packet ready', failed: 'packet failed' },
    orderState: (number, state) => `Print order ${number}: ${state}`,
    delivered: (good) => `delivered, ${good} good`,
    awaited: (good, pieces) => `${good} good of ${pieces}`,
  },
  bounty: {
    title: (number) => `Bounty ${number}`,
    open: 'Bounties',
    none: 'No bounty to pay.',
  },
  feedback: {
    title: 'What they say',
    aside: (answers) => `${answers} answers`,
    score: 'promoters minus detractors',
    label: 'Answers from 0 to 10',
    answers: (score, count) => `${score}: ${count} answers`,
    empty: 'Nobody has answered yet. We ask a week after sending.',
  },
  mail: {
    title: 'Post',
    unsent: (count) =>
      count === 0
        ? 'All e-mails have left'
        : count === 1
          ? 'One e-mail has not left'
          : `${count} e-mails have not left`,
    messages: (count) =>
      count === 0
        ? 'No message without an answer'
        : count === 1
          ? 'One message without an answer'
          : `${count} messages without an answer`,
    open: 'Messages',
  },
};
