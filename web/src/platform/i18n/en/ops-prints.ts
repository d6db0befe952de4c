import type { opsPrints as shape } from '../fr/ops-prints.ts';

export const opsPrints: typeof shape = {
  reasons: {
    nothing_to_print: () => 'Every piece sold is ordered already.',
    size_missing: (number) =>
      number === '1'
        ? 'Piece 1 is the designer’s: its size is chosen on the page of the bounty.'
        : `Piece ${number} has no size or cut yet.`,
    nothing_counted: () => 'Count one piece at least.',
    numbers_do_not_match: (count) => `Give exactly ${count} different numbers, or none.`,
    numbers_not_awaited: (numbers) => `These numbers are not awaited: ${numbers}.`,
    more_than_ordered: (counted) => `Good and defective make ${counted}, more than announced.`,
    ordered: (pieces) => `The order holds only ${pieces} pieces.`,
    outstanding: (count) => `Only ${count} are still missing.`,
    packet_failed: () => 'The packet could not be made.',
    packet_preparing: () => 'The packet is still being made.',
  },
  title: 'Printer',
  subtitle: (pieces, count) =>
    count === 0
      ? 'Nothing to print.'
      : count === 1
        ? 'One piece sold waits to be printed.'
        : `${pieces} pieces sold wait to be printed.`,
  empty: 'No run yet.',
  emptyHint: 'A run comes with the close of a round.',
  run: (slug) => `Run ${slug}`,
  sold: (sold, size) => `${sold} sold of ${size}`,
  held: (held) => `${held} on hold`,
  free: (free) => `${free} free`,
  need: 'To print',
  sizes: 'Sizes to print',
  wished: 'Would wear it',
  total: 'Total',
  noNeed: 'No piece sold is missing.',
  order: (pieces, count) => (count === 1 ? 'Order 1 piece' : `Order ${pieces} pieces`),
  leftOut: (count) =>
    count === 1 ? 'One piece sold waits for another order.' : `${count} pieces sold wait for another order.`,
  orderTitle: 'Order the printing',
  orderText: (pieces, count, run) =>
    `${pieces} ${count === 1 ? 'piece' : 'pieces'} of run ${run}, from the file that was voted on. Pieces sold later go into another order.`,
  orderConfirm: 'Order',
  ordered: (number) => `Print order ${number} is placed. Its packet is being made.`,
  orderedWithout: (number, count) =>
    `Print order ${number} is placed, without ${count === 1 ? 'one piece' : `${count} pieces`}. Its packet is being made.`,
  wait: 'Sizes awaited',
  orders: {
    title: 'Print orders',
    empty: 'No order yet.',
    name: (number) => `Print order ${number}`,
    of: (run, title) => `Run ${run}, ${title}`,
    orderedAt: (when) => `placed on ${when}`,
    deliveredAt: (when) => `Delivered on ${when}`,
    waiting: 'Waiting for delivery',
    packet: {
      title: 'Packet for the printer',
      preparing: 'The packet is being made: file at 300 dots per inch, order sheet, list of pieces.',
      ready: 'File at 300 dots per inch, order sheet, list of pieces.',
      failed: 'The packet could not be made. The site tries again by itself; if it lasts, read the log.',
      download: (size) => `Download the packet (${size})`,
      sha: 'Fingerprint of the packet',
      artwork: 'Fingerprint of the design voted on',
    },
    progress: (good, pieces) => `${good} good of ${pieces}`,
    defective: (count, number) =>
      number === 1 ? '1 defective, to be ordered again' : `${count} defective, to be ordered again`,
    left: (count, number) => (number === 1 ? '1 is missing' : `${count} are missing`),
    deliveries: 'Deliveries counted',
    delivery: (good, defective, ordered) => `${good} good, ${defective} defective, ${ordered} announced`,
  },
  count: {
    open: 'Count a delivery',
    title: (number) => `Count a delivery of print order ${number}`,
    text: (left) => `${left} pieces are missing.`,
    ordered: 'Announced',
    orderedHint: 'On the delivery note.',
    good: 'Good',
    defective: 'Defective',
    numbers: 'Defective numbers',
    numbersHint: 'As in 12, 45-47. Without them, the highest missing numbers.',
    badNumber: 'A whole number.',
    badNumbers: 'Numbers with commas, as in 12, 45-47.',
    confirm: 'Note the count',
    done: (good, defective) => `Counted: ${good} good, ${defective} defective.`,
  },
};
