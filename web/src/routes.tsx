import type { AppRoute } from './platform/app/route.ts';

/**
 * Every page of the shop, by hand: the address without its language, the file, who may see it and what it speaks. What
 * it needs and is called stands in plans.ts; the console's pages have lists of their own, ops-routes.tsx and ops-plans.ts.
 * `load` must be written exactly so, in one piece: the build reads the file's name from it.
 */
export const routes: readonly AppRoute[] = [
  {
    path: '/',
    load: () => import('./cycle/rounds/home-page.tsx'),
    audience: 'anyone',
    frame: 'bare',
    texts: ['home', 'call'],
  },
  {
    path: '/rounds',
    load: () => import('./cycle/rounds/archive-page.tsx'),
    audience: 'anyone',
    texts: ['gallery', 'problems'],
  },
  {
    path: '/rounds/:round',
    load: () => import('./cycle/rounds/gallery-page.tsx'),
    audience: 'anyone',
    texts: ['gallery', 'call'],
  },
  {
    path: '/rounds/:round/result',
    load: () => import('./cycle/rounds/result-page.tsx'),
    audience: 'anyone',
    texts: ['result', 'gallery', 'bounty'],
  },
  {
    path: '/designs/:design',
    load: () => import('./cycle/submissions/design-page.tsx'),
    audience: 'anyone',
    texts: ['design'],
  },
  {
    path: '/designers/:designer',
    load: () => import('./community/designer-page.tsx'),
    audience: 'anyone',
    texts: ['design', 'gallery'],
  },
  {
    path: '/rounds/:round/ballot',
    load: () => import('./cycle/ballots/ballot-page.tsx'),
    audience: 'member',
    texts: ['ballot'],
    frame: 'bare',
  },
  {
    path: '/verify',
    load: () => import('./cycle/ballots/verify-page.tsx'),
    audience: 'anyone',
    texts: ['verify', 'ballot-end'],
  },
  {
    path: '/rounds/:round/submit',
    load: () => import('./cycle/submissions/submit-page.tsx'),
    audience: 'member',
    texts: ['submit'],
  },
  {
    path: '/me',
    load: () => import('./people/me-page.tsx'),
    audience: 'member',
    texts: ['account'],
  },
  {
    path: '/runs',
    load: () => import('./cycle/runs/runs-page.tsx'),
    audience: 'anyone',
    texts: ['run', 'runs', 'problems'],
  },
  {
    path: '/runs/:run',
    load: () => import('./cycle/runs/run-page.tsx'),
    audience: 'anyone',
    texts: ['run'],
  },
  {
    path: '/pay/:payment',
    load: () => import('./cycle/orders/pay-page.tsx'),
    audience: 'member',
    frame: 'bare',
    texts: ['order', 'problems'],
  },
  {
    path: '/orders/:order',
    load: () => import('./cycle/orders/order-page.tsx'),
    audience: 'member',
    texts: ['order', 'problems'],
  },
  {
    path: '/bounties/keep-account',
    load: () => import('./cycle/bounties/keep-account-page.tsx'),
    audience: 'anyone',
    texts: ['bounty', 'problems'],
  },
  {
    path: '/bounties/:bounty',
    load: () => import('./cycle/bounties/bounty-page.tsx'),
    audience: 'member',
    texts: ['bounty', 'address', 'problems'],
  },
  {
    path: '/designs/:design/letter',
    load: () => import('./cycle/feedback/letter-page.tsx'),
    audience: 'member',
    frame: 'bare',
    texts: ['letter', 'problems'],
  },
  {
    path: '/me/account',
    load: () => import('./people/account-page.tsx'),
    audience: 'member',
    texts: ['profile', 'address', 'other-email', 'erase', 'mail-topics', 'problems'],
  },
  {
    path: '/me/confirm-email',
    load: () => import('./people/confirm-email-page.tsx'),
    audience: 'member',
    texts: ['other-email', 'problems'],
  },
  {
    path: '/account/keep-email',
    load: () => import('./people/keep-email-page.tsx'),
    audience: 'anyone',
    texts: ['other-email', 'problems'],
  },
  {
    path: '/me/erased',
    load: () => import('./people/erased-page.tsx'),
    audience: 'anyone',
    texts: ['erase'],
  },
  {
    path: '/sign-in',
    load: () => import('./people/sign-in-page.tsx'),
    audience: 'anyone',
    texts: ['entry', 'profile', 'problems'],
  },
  {
    path: '/sign-in/confirm',
    load: () => import('./people/confirm-page.tsx'),
    audience: 'anyone',
    texts: ['entry', 'problems'],
  },
  {
    path: '/contact',
    load: () => import('./community/contact-page.tsx'),
    audience: 'anyone',
    texts: ['entry', 'problems'],
  },
  {
    path: '/pages/:page',
    load: () => import('./community/text-page.tsx'),
    audience: 'anyone',
    texts: ['legal', 'problems'],
    loadsCode: true,
  },
  {
    path: '/mail/:token',
    load: () => import('./people/stop-mail-page.tsx'),
    audience: 'anyone',
    texts: ['mail-topics', 'problems'],
  },
  {
    path: '/demo/mail',
    load: () => import('./platform/demo/mail-page.tsx'),
    audience: 'anyone',
    texts: ['entry', 'problems'],
  },
  {
    path: '/kit',
    load: () => import('./platform/kit/kit-page.tsx'),
    audience: 'anyone',
    texts: ['kit', 'problems', 'submit', 'gallery', 'ops'],
  },
];
