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
  },
};
