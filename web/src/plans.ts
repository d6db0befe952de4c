import { listDemoMail, listDemoPeople } from '@fraisier/shared/contracts/demo.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { keepText, keptText } from './community/kept-texts.ts';
import { ballotHead, loadBallot } from './cycle/ballots/load-ballot.ts';
import { loadVerify } from './cycle/ballots/verify/load-verify.ts';
import {
  bountyHead,
  letterHead,
  loadBounty,
  loadLetter,
  loadOrder,
  loadPayment,
  loadRun,
  loadRuns,
  orderHead,
  runHead,
} from './cycle/orders/load-buying.ts';
import {
  loadArchive,
  loadDesign,
  loadDesigner,
  loadGallery,
  loadHome,
  loadResult,
} from './cycle/rounds/load-round-pages.ts';
import {
  archiveHead,
  designerHead,
  designHead,
  galleryHead,
  homeHead,
  resultHead,
} from './cycle/rounds/round-heads.ts';
import { monthYear } from './cycle/rounds/round-words.ts';
import { loadSubmit } from './cycle/submissions/load-submit.ts';
import { loadAccount } from './people/load-account.ts';
import { loadErased } from './people/load-erased.ts';
import { loadNotebook } from './people/load-notebook.ts';
import { loadStopMail } from './people/load-stop-mail.ts';
import type { Plans } from './platform/app/route.ts';
import { mailFilter } from './platform/demo/mail-filter.ts';

/**
 * What each page of the shop needs before it is shown and what its head says, by its path in routes.tsx. In a chunk of
 * its own: a page that the server has sent comes with its answers and its head.
 */
export const plans: Plans = {
  '/': {
    loader: loadHome,
    head: homeHead,
  },
  '/rounds': {
    loader: loadArchive,
    head: archiveHead,
  },
  '/rounds/:round': {
    loader: loadGallery,
    head: galleryHead,
  },
  '/rounds/:round/result': {
    loader: loadResult,
    head: resultHead,
  },
  '/designs/:design': {
    loader: loadDesign,
    head: designHead,
  },
  '/designers/:designer': {
    loader: loadDesigner,
    head: designerHead,
  },
  '/rounds/:round/ballot': {
    loader: loadBallot,
    head: ballotHead,
  },
  '/verify': {
    loader: loadVerify,
    head: ({ text }) => ({ title: text('verify').title, description: text('verify').description }),
  },
  '/rounds/:round/submit': {
    loader: loadSubmit,
    head: ({ text, params, format }) => ({
      title: text('submit').headTitle(monthYear(params.round!, format)),
      hidden: true,
    }),
  },
  '/me': {
    loader: loadNotebook,
    head: ({ text }) => ({ title: text('account').notebook.title, hidden: true }),
  },
  '/runs': {
    loader: loadRuns,
    head: ({ text }) => ({ title: text('runs').title, description: text('runs').lead }),
  },
  '/runs/:run': {
    loader: loadRun,
    head: runHead,
  },
  '/pay/:payment': {
    loader: loadPayment,
    head: ({ text }) => ({ title: text('order').bank.title, hidden: true }),
  },
  '/orders/:order': {
    loader: loadOrder,
    head: orderHead,
  },
  '/bounties/keep-account': {
    head: ({ text }) => ({ title: text('bounty').keepAccount.title, hidden: true }),
  },
  '/bounties/:bounty': {
    loader: loadBounty,
    head: bountyHead,
  },
  '/designs/:design/letter': {
    loader: loadLetter,
    head: letterHead,
  },
  '/me/account': {
    loader: loadAccount,
    head: ({ text }) => ({ title: text('profile').title, hidden: true }),
  },
  '/me/confirm-email': {
    head: ({ text }) => ({ title: text('other-email').confirm.title, hidden: true }),
  },
  '/account/keep-email': {
    head: ({ text }) => ({ title: text('other-email').keep.title, hidden: true }),
  },
  '/me/erased': {
    loader: loadErased,
    head: ({ text }) => ({ title: text('erase').done.title, hidden: true }),
  },
  '/sign-in': {
    loader: async ({ get }) => {
      // Only the demo has people to choose from.
      if ((await get(getShop)).demo) await get(listDemoPeople);
    },
    head: ({ text }) => ({ title: text('entry').signIn.title, hidden: true }),
  },
  '/sign-in/confirm': {
    head: ({ text }) => ({ title: text('entry').confirm.enter, hidden: true }),
  },
  '/contact': {
    head: ({ text }) => ({ title: text('entry').contact.title, description: text('entry').contact.lead }),
  },
  '/pages/:page': {
    loader: ({ params, lang }) => keepText(params.page, lang),
    head: ({ params, lang }) => {
      const page = keptText(params.page, lang);
      return { title: page?.title ?? '' };
    },
  },
  '/mail/:token': {
    loader: loadStopMail,
    head: ({ text }) => ({ title: text('mail-topics').stop.title, hidden: true }),
  },
  '/demo/mail': {
    loader: ({ get, search }) => get(listDemoMail, mailFilter(search)),
    head: ({ text }) => ({ title: text('entry').mail.title, hidden: true }),
  },
  '/kit': {
    head: ({ text }) => ({ title: text('kit').title, hidden: true }),
  },
};
