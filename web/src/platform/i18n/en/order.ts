import type { order as shape } from '../fr/order.ts';

export const order: typeof shape = {
  title: (numbers, design) => `Piece ${numbers}, ${design}`,
  placed: (day) => `Order of ${day}`,
  authors: 'The designer’s own piece',
  numbers: (count, numbers, size) => `${count === 1 ? 'Piece' : 'Pieces'} no. ${numbers} of ${size}`,
  steps: ['On hold', 'Paid', 'At the printer', 'Sent'],
  state: {
    held: {
      title: () => 'On hold for you.',
      text: (count, time) =>
        count === 1
          ? `Until ${time}. Paying makes it yours; otherwise it goes back on sale.`
          : `Until ${time}. Paying makes them yours; otherwise they go back on sale.`,
    },
    paid: {
      title: (count) => (count === 1 ? 'It is yours.' : 'They are yours.'),
      text: (day) =>
        `Paid on ${day}. Pieces are printed from the orders: this page says when, and an e-mail leaves with the parcel.`,
    },
    printing: {
      title: (count) => (count === 1 ? 'It is being printed.' : 'They are being printed.'),
      text: (_count, day) => `Ordered from the printer on ${day}. An e-mail leaves with the parcel.`,
    },
    author: {
      title: 'No. 1 is yours.',
      text: 'Free, delivery included. It is printed with the others, in the size you choose.',
      size: 'Its size is not chosen yet.',
      choose: 'Choose size and cut',
      change: 'Change size or cut',
    },
    sent: {
      title: (count) => (count === 1 ? 'It is on its way.' : 'They are on their way.'),
      text: (day) => `Handed to the carrier on ${day}.`,
    },
    lapsed: {
      title: 'The hold is over.',
      text: 'No payment came within fifteen minutes. You were not charged, and the numbers went back on sale.',
      again: 'Choose another piece',
    },
    cancelled: { title: 'Order cancelled.', text: 'Nothing is sent, nothing is owed.' },
    refunded: {
      title: 'Order refunded.',
      text: 'Price and delivery were given back by the means you paid with.',
    },
  },
  pay: (amount) => `Pay ${amount}`,
  pieces: {
    title: 'In the parcel',
    number: 'No.',
    size: 'Size',
    cut: 'Cut',
    fabric: 'Fabric',
    label: 'Label',
    noSize: 'to be chosen',
    noLabel: 'without your own text',
  },
  address: { title: 'Delivery', none: 'No address yet.', tracking: 'Tracking', noTracking: 'No tracking number.' },
  money: {
    title: 'What it comes to',
    pieces: (count) => `${count} ${count === 1 ? 'piece' : 'pieces'}`,
    shipping: 'Delivery',
    paid: 'Paid',
    toPay: 'To pay',
    refunded: 'Given back',
    sum: 'Sum of the order',
    vat: 'including VAT',
    free: 'Free',
    invoice: (number) => `Invoice ${number}, PDF`,
  },
  returns: {
    title: 'If you change your mind',
    text: 'You have fourteen days after delivery, no reason needed, and we pay for the return. The number goes back on sale.',
    labelled: (numbers, count) =>
      count === 1
        ? `Piece no. ${numbers} has your own label: it cannot be returned, unless it is faulty.`
        : `Pieces ${numbers} have your own label: they cannot be returned, unless they are faulty.`,
    write: 'Tell us what is wrong',
    answer: 'A person replies within two working days.',
    terms: 'Terms of sale and returns',
  },
  run: 'See the run',
  buyer: (name) => `Ordered by ${name}.`,
  recommend: {
    title: 'Would you recommend us?',
    lead: 'From 0 to 10, to somebody who dresses like you.',
    legend: 'From 0, not at all, to 10, any time',
    least: 'Not at all',
    most: 'Any time',
    why: 'Why that figure',
    whyHint: 'Read in the workshop. A complaint helps us more than a compliment.',
    missing: 'Choose a figure from 0 to 10.',
    send: 'Send my answer',
    given: (score) => `Your answer: ${score} out of 10.`,
    change: 'Change my answer',
    sent: 'Your answer is recorded.',
  },
  bank: {
    title: 'Sandbox bank',
    warning: 'A sandbox, not a bank: no card, no money. You choose its answer.',
    back: 'Back to the order',
    amount: 'To pay',
    to: 'To',
    what: 'For',
    piecesOf: (numbers, size, design) => `no. ${numbers} of ${size}, “${design}”`,
    heldUntil: 'Before',
    accept: 'Accept the payment',
    refuse: 'Refuse',
    accepting: 'The bank is answering',
    failed: 'The payment did not go through. You were not charged. Your size is still selected.',
    retry: (time) => `You can try again until ${time}.`,
    lapsed: 'The hold is over.',
    lapsedText: 'Fifteen minutes have passed and the pieces went back on sale. You were not charged.',
    givenBack: 'The payment came after the fifteen minutes. All of it is given back to you.',
    again: 'Choose another piece',
    paid: 'It is paid.',
    paidText: 'This order is already paid: nothing is charged twice.',
    see: 'See the order',
  },
};
