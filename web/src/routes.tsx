import type { AppRoute } from './platform/app/route.ts';

/**
 * Every page, by hand: the address without its language, the file, who may see it, what it says and what it needs.
 * `load` must be written exactly so, in one piece: the build reads the file's name from it.
 */
export const routes: readonly AppRoute[] = [
  {
    path: '/kit',
    load: () => import('./platform/kit/kit-page.tsx'),
    audience: 'anyone',
    texts: ['kit', 'problems'],
    head: ({ text }) => ({ title: text('kit').title, hidden: true }),
  },
];
