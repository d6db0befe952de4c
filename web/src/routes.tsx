import { getMyMailTopics } from '@fraisier/shared/contracts/mails.ts';
import { getAddress, listDemoMail, listDemoPeople } from '@fraisier/shared/contracts/people.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { keepText, keptText } from './community/kept-texts.ts';
import { loadBallot } from './cycle/ballots/load-ballot.ts';
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
import { opsRoutes } from './ops-routes.tsx';
import { loadErased } from './people/load-erased.ts';
import { loadNotebook } from './people/load-notebook.ts';
import { loadStopMail } from './people/load-stop-mail.ts';
import type { AppRoute } from './platform/app/route.ts';
import { mailFilter } from './platform/demo/mail-filter.ts';

/**
 * Every page, by hand: the address without its language, the file, who may see it, what it says and what it needs.
 * `load` must be written exactly so, in one piece: the build reads the file's name from it.
 */
export const routes: readonly AppRoute[] = [
  {
    path: '/',
    load: () => import('./cycle/rounds/home-page.tsx'),
    audience: 'anyone',
    frame: 'bare',
    texts: ['home', 'gallery'],
    loader: loadHome,
    head: homeHead,
  },
  {
    path: '/rounds',
    load: () => import('./cycle/rounds/archive-page.tsx'),
    audience: 'anyone',
    texts: ['gallery', 'problems'],
    loader: loadArchive,
    head: archiveHead,
  },
  {
    path: '/rounds/:round',
    load: () => import('./cycle/rounds/gallery-page.tsx'),
    audience: 'anyone',
    texts: ['gallery', 'home'],
    loader: loadGallery,
    head: galleryHead,
  },
  {
    path: '/rounds/:round/result',
    load: () => import('./cycle/rounds/result-page.tsx'),
    audience: 'anyone',
    texts: ['result', 'gallery', 'bounty'],
    loader: loadResult,
    head: resultHead,
  },
  {
    path: '/designs/:design',
    load: () => import('./cycle/submissions/design-page.tsx'),
    audience: 'anyone',
    texts: ['design', 'gallery'],
    loader: loadDesign,
    head: designHead,
  },
  {
    path: '/designers/:designer',
    load: () => import('./community/designer-page.tsx'),
    audience: 'anyone',
    texts: ['design', 'gallery'],
    loader: loadDesigner,
    head: designerHead,
  },
  {
    path: '/rounds/:round/ballot',
    load: () => import('./cycle/ballots/ballot-page.tsx'),
    audience: 'member',
    texts: ['ballot'],
    frame: 'bare',
    loader: loadBallot,
    head: ({ text, params, format }) => ({
      title: text('ballot').title(monthYear(params.round!, format)),
      hidden: true,
    }),
  },
  {
    path: '/verify',
    load: () => import('./cycle/ballots/verify-page.tsx'),
    audience: 'anyone',
    texts: ['verify', 'ballot'],
    loader: loadVerify,
    head: ({ text }) => ({ title: text('verify').title, description: text('verify').description }),
  },
  {
    path: '/rounds/:round/submit',
    load: () => import('./cycle/submissions/submit-page.tsx'),
    audience: 'member',
    texts: ['submit'],
    loader: loadSubmit,
    head: ({ text, params, format }) => ({
      title: text('submit').headTitle(monthYear(params.round!, format)),
      hidden: true,
    }),
  },
  {
    path: '/me',
    load: () => import('./people/me-page.tsx'),
    audience: 'member',
    texts: ['account'],
    loader: loadNotebook,
    head: ({ text }) => ({ title: text('account').notebook.title, hidden: true }),
  },
  {
    path: '/runs',
    load: () => import('./cycle/runs/runs-page.tsx'),
    audience: 'anyone',
    texts: ['run', 'problems'],
    loader: loadRuns,
    head: ({ text }) => ({ title: text('run').list.title, description: text('run').list.lead }),
  },
  {
    path: '/runs/:run',
    load: () => import('./cycle/runs/run-page.tsx'),
    audience: 'anyone',
    texts: ['run', 'profile', 'problems'],
    loader: loadRun,
    head: runHead,
  },
  {
    path: '/pay/:payment',
    load: () => import('./cycle/orders/pay-page.tsx'),
    audience: 'member',
    frame: 'bare',
    texts: ['order', 'problems'],
    loader: loadPayment,
    head: ({ text }) => ({ title: text('order').bank.title, hidden: true }),
  },
  {
    path: '/orders/:order',
    load: () => import('./cycle/orders/order-page.tsx'),
    audience: 'member',
    texts: ['order', 'problems'],
    loader: loadOrder,
    head: orderHead,
  },
  {
    path: '/bounties/keep-account',
    load: () => import('./cycle/bounties/keep-account-page.tsx'),
    audience: 'anyone',
    texts: ['bounty', 'problems'],
    head: ({ text }) => ({ title: text('bounty').keepAccount.title, hidden: true }),
  },
  {
    path: '/bounties/:bounty',
    load: () => import('./cycle/bounties/bounty-page.tsx'),
    audience: 'member',
    texts: ['bounty', 'profile', 'problems'],
    loader: loadBounty,
    head: bountyHead,
  },
  {
    path: '/designs/:design/letter',
    load: () => import('./cycle/feedback/letter-page.tsx'),
    audience: 'member',
    frame: 'bare',
    texts: ['letter', 'problems'],
    loader: loadLetter,
    head: letterHead,
  },
  {
    path: '/me/account',
    load: () => import('./people/account-page.tsx'),
    audience: 'member',
    texts: ['profile', 'erase', 'mail-topics', 'problems'],
    loader: ({ get }) => Promise.all([get(getAddress), get(getMyMailTopics)]),
    head: ({ text }) => ({ title: text('profile').title, hidden: true }),
  },
  {
    path: '/me/erased',
    load: () => import('./people/erased-page.tsx'),
    audience: 'anyone',
    texts: ['erase'],
    loader: loadErased,
    head: ({ text }) => ({ title: text('erase').done.title, hidden: true }),
  },
  {
    path: '/sign-in',
    load: () => import('./people/sign-in-page.tsx'),
    audience: 'anyone',
    texts: ['entry', 'profile', 'problems'],
    loader: async ({ get }) => {
      // Only the demo has people to choose from.
      if ((await get(getShop)).demo) await get(listDemoPeople);
    },
    head: ({ text }) => ({ title: text('entry').signIn.title, hidden: true }),
  },
  {
    path: '/sign-in/confirm',
    load: () => import('./people/confirm-page.tsx'),
    audience: 'anyone',
    texts: ['entry', 'problems'],
    head: ({ text }) => ({ title: text('entry').confirm.enter, hidden: true }),
  },
  {
    path: '/contact',
    load: () => import('./community/contact-page.tsx'),
    audience: 'anyone',
    texts: ['entry', 'problems'],
    head: ({ text }) => ({ title: text('entry').contact.title, description: text('entry').contact.lead }),
  },
  {
    path: '/pages/:page',
    load: () => import('./community/text-page.tsx'),
    audience: 'anyone',
    texts: ['legal', 'problems'],
    loader: ({ params, lang }) => keepText(params.page, lang),
    head: ({ params, lang }) => {
      const page = keptText(params.page, lang);
      return { title: page?.title ?? '' };
    },
  },
  {
    path: '/mail/:token',
    load: () => import('./people/stop-mail-page.tsx'),
    audience: 'anyone',
    texts: ['mail-topics', 'problems'],
    loader: loadStopMail,
    head: ({ text }) => ({ title: text('mail-topics').stop.title, hidden: true }),
  },
  {
    path: '/demo/mail',
    load: () => import('./platform/demo/mail-page.tsx'),
    audience: 'anyone',
    texts: ['entry', 'problems'],
    loader: ({ get, search }) => get(listDemoMail, mailFilter(search)),
    head: ({ text }) => ({ title: text('entry').mail.title, hidden: true }),
  },
  ...opsRoutes,
  {
    path: '/kit',
    load: () => import('./platform/kit/kit-page.tsx'),
    audience: 'anyone',
    texts: ['kit', 'problems', 'submit'],
    head: ({ text }) => ({ title: text('kit').title, hidden: true }),
  },
];
