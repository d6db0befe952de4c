import type { run as shape } from '../fr/run.ts';
import { pluralEn } from '../plural.ts';

export const run: typeof shape = {
  name: (number, month) => `Run no. ${number}, ${month}`,
  title: (design, number) => `${design}, run no. ${number}`,
  description: (design, author, size, price) =>
    `“${design}” by ${author}: ${size} numbered pieces at ${price} each, VAT included. Never reprinted.`,
  by: (author) => `Drawn by ${author}.`,
  inksOn: (inks, fabric) => `${inks} on ${fabric.toLowerCase()} fabric.`,
  onFabric: (fabric) => `${fabric} fabric.`,
  fraction: (number, size) => `Piece no. ${number} of ${size}`,
  next: 'The number of the next piece. It waits for you for fifteen minutes; paying makes it yours.',
  choose: 'Choose my piece',
  preparing: {
    title: 'The sale opens with a signature.',
    text: 'The design has won. Its designer has yet to accept the contract, which says what we may print. Nothing is sold before.',
  },
  soldOut: {
    title: (size) => `All ${size} are gone.`,
    text: 'We do not reprint. If a piece is returned, it comes back here under its own number.',
    link: 'See the other runs',
  },
  allHeld: {
    title: 'The last pieces are on hold.',
    text: 'A hold lasts fifteen minutes. Whatever is not paid by then comes back here.',
    again: 'Look again',
  },
  closed: {
    title: 'This run is no longer on sale.',
    text: 'The right to sell it had an end date, which has passed. Pieces already gone stay with the people who wear them.',
  },
  waiting: {
    title: (count, numbers) =>
      count === 1 ? `Piece no. ${numbers} is waiting for you.` : `Pieces ${numbers} are waiting for you.`,
    text: (_count, time) => `On hold until ${time}, not paid yet.`,
    pay: 'Pay for this order',
  },
  piece: {
    legend: (at) => `Piece ${at}`,
    size: 'Size',
    cut: 'Cut',
    fabric: 'Fabric',
    onlyCut: (cut) => `${cut}, the only one in this run.`,
    sizeError: 'Choose a size.',
    sizeNote: (free, size) =>
      `No stock per size: pieces are printed from the orders. ${free} of ${size} are left, in any size.`,
    measure: 'Measure mine',
    add: 'Add a piece',
    remove: 'Remove this piece',
    most: (count) => `${count} pieces per order at most.`,
    left: (count) => (count === 1 ? 'Only one is left.' : `Only ${count} are left.`),
  },
  label: {
    title: 'Your label, sewn into the neck',
    hint: (free) =>
      `Check it: we sew exactly these letters. ${free} ${pluralEn(free, { one: 'character', other: 'characters' })} left.`,
    none: (most) => `Leave it empty for a shirt without your own label. ${most} characters at most.`,
    noReturn: 'A shirt with your own label is made for you: it cannot be returned, unless it is faulty.',
    tooLong: (length, most) => `${length} characters: there is room for ${most}. Take ${length - most} out.`,
    character: (grapheme) =>
      `“${grapheme}” cannot be sewn. The machine has Latin letters with their accents, digits and - ’ . & ! ?`,
  },
  address: {
    title: 'Delivery',
    change: 'Change the address',
    save: 'Keep this address for next time',
  },
  total: {
    pieces: (count, number) => `${number} ${count === 1 ? 'piece' : 'pieces'}`,
    shipping: 'Delivery',
    sum: 'To pay',
    vat: (rate) => `including ${rate} VAT`,
  },
  buy: (price, shipping) => `Buy, ${price} + ${shipping} delivery`,
  buyFree: (price) => `Buy, ${price}, delivery included`,
  buying: 'Holding your piece',
  signIn: 'You need an account: a link by e-mail is all it takes. Your choices stay here.',
  after: 'The number is held for fifteen minutes while you pay.',
  returns: 'Free returns within fourteen days, except for a shirt with your own label.',
  terms: 'Terms of sale',
  tooFew: (left) => `${left} left: remove some pieces and try again.`,
  map: {
    title: (size) => `All ${size}`,
    text: (sold, held, free) =>
      `One square a piece. ${sold} gone, ${held} being paid for, ${free} free. When the grid is full, it is over.`,
    label: (sold, size, held) => `Pieces gone: ${sold} of ${size}, being paid for: ${held}`,
    first: 'No. 1 belongs to the designer.',
    keys: { sold: 'gone', held: 'being paid for', next: 'the next one', free: 'free' },
  },
  story: {
    title: 'The design',
    none: 'The designer added no words to the drawing.',
    from: (month) => `Chosen in ${month}.`,
    result: 'See how the vote went',
    design: 'See the design',
  },
};
