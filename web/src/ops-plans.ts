import type { Plans } from './platform/app/route.ts';
import {
  loadAudit,
  loadBounties,
  loadCalendar,
  loadLedger,
  loadLedgerAccount,
  loadMail,
  loadMessages,
  loadModeration,
  loadOrders,
  loadPrints,
  loadRound,
  loadRounds,
  loadSettings,
  loadToday,
  loadVotes,
} from './platform/ops/load-ops-pages.ts';

/** The plans of the console's pages, as in plans.ts. */
export const opsPlans: Plans = {
  '/ops': {
    loader: loadToday,
    head: ({ text }) => ({ title: text('ops').desk.nav.today, hidden: true }),
  },
  '/ops/rounds': {
    loader: loadRounds,
    head: ({ text }) => ({ title: text('ops').desk.nav.rounds, hidden: true }),
  },
  '/ops/rounds/calendar': {
    loader: loadCalendar,
    head: ({ text }) => ({ title: text('ops-rounds').calendar.title, hidden: true }),
  },
  '/ops/rounds/:round': {
    loader: loadRound,
    head: ({ params }) => ({ title: params.round ?? '', hidden: true }),
  },
  '/ops/moderation': {
    loader: loadModeration,
    head: ({ text }) => ({ title: text('ops').desk.nav.moderation, hidden: true }),
  },
  '/ops/votes': {
    loader: loadVotes,
    head: ({ text }) => ({ title: text('ops').desk.nav.votes, hidden: true }),
  },
  '/ops/bounties': {
    loader: loadBounties,
    head: ({ text }) => ({ title: text('ops').desk.nav.bounties, hidden: true }),
  },
  '/ops/ledger': {
    loader: loadLedger,
    head: ({ text }) => ({ title: text('ops').desk.nav.ledger, hidden: true }),
  },
  '/ops/ledger/:account': {
    loader: loadLedgerAccount,
    head: ({ text, params }) => ({
      title: `${text('ops').desk.nav.ledger}, ${params.account ?? ''}`,
      hidden: true,
    }),
  },
  '/ops/prints': {
    loader: loadPrints,
    head: ({ text }) => ({ title: text('ops').desk.nav.prints, hidden: true }),
  },
  '/ops/orders': {
    loader: loadOrders,
    head: ({ text }) => ({ title: text('ops').desk.nav.orders, hidden: true }),
  },
  '/ops/settings': {
    loader: loadSettings,
    head: ({ text }) => ({ title: text('ops').desk.nav.settings, hidden: true }),
  },
  '/ops/audit': {
    loader: loadAudit,
    head: ({ text }) => ({ title: text('ops').desk.nav.audit, hidden: true }),
  },
  '/ops/mail': {
    loader: loadMail,
    head: ({ text }) => ({ title: text('ops').desk.nav.mail, hidden: true }),
  },
  '/ops/messages': {
    loader: loadMessages,
    head: ({ text }) => ({ title: text('ops').desk.nav.messages, hidden: true }),
  },
};
