import type { opsPrints as shape } from '../fr/ops-prints.ts';
import { figuredEn as figured } from '../plural.ts';

export const opsPrints: typeof shape = {
  reasons: {
    nothing_to_print: () => 'Every sold piece is already ordered.',
    size_missing: (number) =>
      number === '1'
        ? 'Piece 1 is the designer’s: its size is chosen on the page of the bounty.'
        : `Piece ${number} has no size or cut yet.`,
    nothing_counted: () => 'Count one piece at least.',
    numbers_do_not_match: (count) => `Give exactly ${count} different numbers, or none.`,
    numbers_not_awaited: (numbers) => `These numbers are not awaited: ${numbers}.`,
    more_than_ordered: (counted) => `Good and defective make ${counted}, more than announced.`,
    ordered: (pieces) => `The order holds only ${figured(`${pieces}`, 'piece')}.`,
    outstanding: (count) => `Only ${count} are still missing.`,
    packet_failed: () => 'The packet could not be made.',
    packet_preparing: () => 'The packet is still being made.',
  },
  title: 'Printer',
  subtitle: (pieces, count) =>
    count === 0
      ? 'Nothing to print.'
      : count === 1
        ? 'One sold piece is waiting to be printed.'
        : `${pieces} sold pieces are waiting to be printed.`,
  empty: 'No run yet.',
  emptyHint: 'A run comes with the close of a round. Its sold pieces are ordered here, size by size.',
  run: (slug) => `Run ${slug}`,
  sold: (sold, size) => `${sold} sold of ${size}`,
  held: (held) => `${held} on hold`,
  free: (free) => `${free} free`,
  need: 'To print',
  sizes: 'Sizes to print',
  wished: 'Would wear it',
  total: 'Total',
  order: (pieces, count) => (count === 1 ? 'Order 1 piece' : `Order ${pieces} pieces`),
  leftOut: (count) =>
    count === 1
      ? 'One sold piece is waiting for another order.'
      : `${count} sold pieces are waiting for another order.`,
  orderTitle: 'Order the printing',
  orderText: (pieces, count, run) =>
    `${pieces} ${count === 1 ? 'piece' : 'pieces'} of run ${run}, from the file that was voted on. Pieces sold later go into another order.`,
  orderConfirm: 'Order',
  ordered: (number) => `Print order ${number} is placed. Its packet is being made.`,
  orderedWithout: (number, count) =>
    `Print order ${number} is placed, without ${count === 1 ? 'one piece' : `${count} pieces`}. Its packet is being made.`,
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
      preparing: 'The packet is being made: print file, sheet for the press, list of pieces, a plate for each ink.',
      ready: 'Print file, sheet for the press, list of pieces, a plate for each ink.',
      readyWithout: 'Print file, sheet for the press, list of pieces.',
      failed: 'The packet could not be made.',
      problems: {
        artwork_changed:
          'The stored file is not the one that was voted on. Nothing is printed. Put the original back from a backup, then make the packet again.',
        original_missing: 'The uploaded file is not in storage. The site tries again by itself.',
        original_broken: 'The uploaded file cannot be read to its end.',
        storage_full: 'Storage is full. Make room: the site tries again by itself.',
        no_time: 'The machine ran out of time or memory. The site tries again by itself.',
        packet_changed: 'The stored packet is no longer the one that was made. It is not given out. Make it again.',
        unknown: 'The site tries again by itself; if it lasts, read the log.',
      },
      retry: 'Make the packet again',
      files: (count) => `What the packet holds: ${count} files`,
      verify:
        'The README gives those of the other files too. Compute one anew with “sha256sum”: change one dot and it changes.',
      pixels: 'Fingerprint of the pixels, in the uploaded file and in the print file',
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
  proof: {
    title: 'Proof',
    open: 'Show the proof and the plates',
    close: 'Close the proof',
    none: 'No plates.',
    unseparated: {
      digital: 'This run is printed digitally, in its own colours.',
      photographic:
        'Flat inks do not give this picture back. Have it printed digitally: the site does not fake a four-colour process.',
      no_inks: 'No ink was found in the file.',
    },
    sheet: (shown, of, title) => `${shown} plates of ${of}, one over the other: ${title}`,
    ground: 'Ground',
    film: 'As film',
    plates: (count) => (count === 1 ? 'One plate' : `${count} plates, in the order of printing`),
    underbase: 'underbase',
    covers: (share) => `covers ${share}`,
    white: 'white beneath the light inks',
    tonal: 'with halftones',
    flat: 'flat',
    mesh: (_perCm, perInch) => `mesh ${perInch} threads/inch`,
    hint: 'The mesh is a hint to start with: print shops know their screens.',
    alone: 'Alone',
    all: 'All plates',
    size: 'Print size',
    mm: (width, height) => `${width} × ${height} mm`,
    place: 'Place',
    placeOf: (below, across, side) =>
      `${below} cm below the collar seam, ${side === null ? 'centred' : `${across} cm ${side} of centre`}`,
    pixels: 'File',
    pixelsOf: (width, height, dpi) => `${width} × ${height} pixels, ${dpi} dpi, not resampled`,
    colours: 'Colours',
    coloursOf: {
      kept: 'those of the uploaded file, with its profile',
      grey: 'grey, taken to sRGB',
      cmyk: 'CMYK, taken to sRGB',
    },
    plateSize: 'Plates',
    plateSizeOf: (width, height, dpi) =>
      `${width} × ${height} pixels, ${dpi} dpi, black = ink, four targets at the same points`,
    fit: 'Register',
    fitOf: (trap, choke) =>
      `light ink goes on for ${trap} mm beneath dark${choke === null ? '' : `, the underbase is drawn in by ${choke} mm`}`,
    true: 'Fidelity',
    trueOf: (share) => `${share} of the inked dots come out the same, printed over each other`,
  },
  count: {
    open: 'Count a delivery',
    title: (number) => `Count a delivery of print order ${number}`,
    text: (left) => (left === '1' ? 'One piece is missing.' : `${left} pieces are missing.`),
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
