import type { AppRoute } from './platform/app/route.ts';

const workshop = { audience: 'operator', frame: 'bare' } as const;
/** In a chunk of their own: no customer's browser fetches what only the console needs. */
const workshopLoaders = () => import('./platform/ops/load-ops-pages.ts');

/** The console: its pages, each written as in routes.tsx. */
export const opsRoutes: readonly AppRoute[] = [
  {
    path: '/ops',
    load: () => import('./cycle/rounds/ops-today-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-today', 'ops-moderation', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadToday(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.today, hidden: true }),
  },
  {
    path: '/ops/rounds',
    load: () => import('./cycle/rounds/ops-rounds-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-rounds', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadRounds(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.rounds, hidden: true }),
  },
  {
    path: '/ops/rounds/calendar',
    load: () => import('./cycle/rounds/ops-calendar-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-rounds', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadCalendar(context),
    head: ({ text }) => ({ title: text('ops-rounds').calendar.title, hidden: true }),
  },
  {
    path: '/ops/rounds/:round',
    load: () => import('./cycle/rounds/ops-round-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-rounds', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadRound(context),
    head: ({ params }) => ({ title: params.round ?? '', hidden: true }),
  },
  {
    path: '/ops/moderation',
    load: () => import('./cycle/submissions/ops-moderation-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-moderation', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadModeration(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.moderation, hidden: true }),
  },
  {
    path: '/ops/votes',
    load: () => import('./cycle/ballots/ops-votes-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-votes', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadVotes(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.votes, hidden: true }),
  },
  {
    path: '/ops/bounties',
    load: () => import('./cycle/bounties/ops-bounties-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-money', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadBounties(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.bounties, hidden: true }),
  },
  {
    path: '/ops/prints',
    load: () => import('./cycle/prints/ops-prints-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-prints', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadPrints(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.prints, hidden: true }),
  },
  {
    path: '/ops/orders',
    load: () => import('./cycle/orders/ops-orders-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-orders', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadOrders(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.orders, hidden: true }),
  },
  {
    path: '/ops/settings',
    load: () => import('./platform/ops/ops-settings-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-records', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadSettings(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.settings, hidden: true }),
  },
  {
    path: '/ops/audit',
    load: () => import('./platform/ops/ops-audit-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-moderation', 'ops-records', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadAudit(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.audit, hidden: true }),
  },
  {
    path: '/ops/mail',
    load: () => import('./platform/ops/ops-mail-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-mail', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadMail(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.mail, hidden: true }),
  },
  {
    path: '/ops/messages',
    load: () => import('./people/ops-messages-page.tsx'),
    ...workshop,
    texts: ['ops', 'ops-records', 'problems'],
    loader: async (context) => (await workshopLoaders()).loadMessages(context),
    head: ({ text }) => ({ title: text('platform').ops.nav.messages, hidden: true }),
  },
];
