import type { AppRoute } from './platform/app/route.ts';

const workshop = { audience: 'operator', frame: 'bare' } as const;

/** The console: its pages, each written as in routes.tsx. */
export const opsRoutes: readonly AppRoute[] = [
  {
    path: '/ops',
    load: () => import('./cycle/rounds/ops-today-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-today', 'ops-moderation', 'problems'],
  },
  {
    path: '/ops/rounds',
    load: () => import('./cycle/rounds/ops-rounds-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-rounds', 'problems'],
  },
  {
    path: '/ops/rounds/calendar',
    load: () => import('./cycle/rounds/ops-calendar-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-rounds', 'problems'],
  },
  {
    path: '/ops/rounds/:round',
    load: () => import('./cycle/rounds/ops-round-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-rounds', 'problems'],
  },
  {
    path: '/ops/moderation',
    load: () => import('./cycle/submissions/ops-moderation-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-moderation', 'problems'],
  },
  {
    path: '/ops/votes',
    load: () => import('./cycle/ballots/ops-votes-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-votes', 'problems'],
  },
  {
    path: '/ops/bounties',
    load: () => import('./cycle/bounties/ops-bounties-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-money', 'ops-ledger', 'problems'],
  },
  {
    path: '/ops/ledger',
    load: () => import('./cycle/bounties/ops-ledger-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-ledger', 'problems'],
  },
  {
    path: '/ops/ledger/:account',
    load: () => import('./cycle/bounties/ops-ledger-account-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-ledger', 'problems'],
  },
  {
    path: '/ops/prints',
    load: () => import('./cycle/prints/ops-prints-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-prints', 'problems'],
  },
  {
    path: '/ops/orders',
    load: () => import('./cycle/orders/ops-orders-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-orders', 'problems'],
  },
  {
    path: '/ops/settings',
    load: () => import('./platform/ops/ops-settings-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-records', 'problems'],
  },
  {
    path: '/ops/audit',
    load: () => import('./platform/ops/ops-audit-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-moderation', 'ops-records', 'problems'],
  },
  {
    path: '/ops/mail',
    load: () => import('./platform/ops/ops-mail-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-mail', 'problems'],
  },
  {
    path: '/ops/messages',
    load: () => import('./people/ops-messages-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-records', 'problems'],
  },
];
