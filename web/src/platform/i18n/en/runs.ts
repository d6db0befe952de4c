import type { runs as shape } from '../fr/runs.ts';

export const runs: typeof shape = {
  title: 'The runs',
  lead: 'One winning design, one fabric, a number of pieces fixed beforehand. Each has its number, and nothing is reprinted.',
  open: 'On sale',
  soon: 'On sale soon',
  past: 'Sold out and closed',
  empty: 'Nothing yet, as expected.',
  emptyText: 'The first run starts from the first result.',
  emptyLink: 'See this round',
  older: 'Older runs',
  newest: 'Back to the newest',
  states: {
    preparing: 'Contract to be signed',
    open: 'On sale',
    held: 'All on hold',
    soldOut: 'Sold out',
    closed: 'No longer on sale',
  },
  left: (number, size) => `${number} of ${size} left.`,
};
