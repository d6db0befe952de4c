import type { legal as french } from '../fr/legal.ts';

export const legal: typeof french = {
  contents: 'On this page',
  version: (version) => `Version ${version}`,
  names: {
    rules: 'The rules',
    method: 'The method',
    bounty: 'The bounty',
    terms: 'Terms of sale',
    privacy: 'Your data',
    imprint: 'Legal notice',
    sizes: 'Sizes',
    designers: 'For designers',
    verify: 'Check a vote',
    account: 'Your account',
    contact: 'Write to us',
  },
  parts: (count) => (count === 1 ? 'part' : 'parts'),
  minutes: (count) => (count === 1 ? 'minute to read' : 'minutes to read'),
  drawn: {
    width: 'Width',
    height: 'Length',
    shirt:
      'A T-shirt laid flat: the width goes from armpit to armpit, the length from the shoulder at the collar to the hem.',
    same: (area) =>
      `Two T-shirts, a small and a large one, with the same design of ${area}: it takes up more of the small one.`,
    area: (area, margin) => `The print area, ${area}, and its margin of ${margin} in dashes.`,
    margin: (margin) => `${margin} margin`,
  },
};
