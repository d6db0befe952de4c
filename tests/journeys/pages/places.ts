import type { LivelyShop } from '../../support/lively-shop.ts';

export type Person = keyof LivelyShop['people'];

/** One visit of a page: where, by whom, and with which answer. */
export interface Visit {
  readonly path: string;
  /** Signed out when nobody is named. */
  readonly as?: Person;
  readonly status?: 404;
  /** The name of the picture that is kept of it, to be looked at. */
  readonly kept?: string;
}

/** Every page of the site, visited where it has something to show. A page that is not here fails the test below. */
export const places: Record<string, (shop: LivelyShop) => Visit[]> = {
  '/': () => [{ path: '/', kept: 'home' }],
  '/rounds': () => [{ path: '/rounds' }],
  '/rounds/:round': ({ rounds }) => [
    { path: `/rounds/${rounds.decided}`, kept: 'gallery' },
    { path: `/rounds/${rounds.voting}` },
    { path: `/rounds/${rounds.collecting}`, as: 'newDesigner' },
    { path: '/rounds/2031-01', status: 404, kept: 'error' },
  ],
  '/rounds/:round/ballot': ({ rounds }) => [
    { path: `/rounds/${rounds.voting}/ballot`, as: 'buyer', kept: 'ballot' },
    { path: `/rounds/${rounds.decided}/ballot`, as: 'buyer' },
  ],
  '/rounds/:round/submit': ({ rounds }) => [
    { path: `/rounds/${rounds.collecting}/submit`, as: 'buyer', kept: 'submit' },
    { path: `/rounds/${rounds.decided}/submit`, as: 'buyer' },
  ],
  '/rounds/:round/result': ({ rounds }) => [
    { path: `/rounds/${rounds.decided}/result`, kept: 'result' },
    { path: `/rounds/${rounds.voting}/result` },
  ],
  '/verify': ({ rounds }) => [
    { path: '/verify' },
    { path: `/verify?round=${rounds.decided}`, as: 'buyer', kept: 'verify' },
    { path: `/verify?round=${rounds.voting}&receipts=mine`, as: 'member' },
  ],
  '/designs/:design': ({ winningDesign, designInVote, waitingDesign }) => [
    { path: `/designs/${winningDesign}`, kept: 'design' },
    { path: `/designs/${designInVote}` },
    { path: `/designs/${waitingDesign}`, as: 'newDesigner', kept: 'report' },
    { path: `/designs/${waitingDesign}`, status: 404 },
  ],
  '/designs/:design/letter': ({ losingDesign, winningDesign }) => [
    { path: `/designs/${losingDesign}/letter`, as: 'loser', kept: 'letter' },
    { path: `/designs/${winningDesign}/letter`, as: 'winner' },
  ],
  '/designers/:designer': ({ people }) => [{ path: `/designers/${people.winner.id}` }],
  '/runs': () => [{ path: '/runs' }],
  '/runs/:run': ({ run }) => [
    { path: `/runs/${run}`, kept: 'run' },
    { path: `/runs/${run}`, as: 'buyer' },
  ],
  '/orders/:order': ({ paidOrder, sentOrder, heldOrder }) => [
    { path: `/orders/${paidOrder}`, as: 'buyer', kept: 'order' },
    { path: `/orders/${sentOrder}`, as: 'buyer' },
    { path: `/orders/${heldOrder}`, as: 'buyer' },
  ],
  '/pay/:payment': ({ payment }) => [{ path: `/pay/${payment}`, as: 'buyer' }],
  '/sign-in': () => [{ path: '/sign-in' }],
  '/sign-in/confirm': () => [{ path: '/sign-in/confirm?token=of-no-use-at-all' }],
  '/me': () => [
    { path: '/me', as: 'buyer', kept: 'me' },
    { path: '/me', as: 'winner' },
    { path: '/me', as: 'member' },
  ],
  '/me/account': () => [{ path: '/me/account', as: 'buyer', kept: 'account' }],
  '/me/erased': () => [{ path: '/me/erased' }, { path: '/me/erased', as: 'buyer', status: 404 }],
  '/bounties/:bounty': ({ bounty }) => [{ path: `/bounties/${bounty}`, as: 'winner' }],
  '/me/confirm-email': () => [
    { path: `/me/confirm-email?token=${'a'.repeat(43)}`, as: 'buyer' },
    { path: '/me/confirm-email', as: 'buyer' },
  ],
  '/account/keep-email': () => [
    { path: `/account/keep-email?token=${'a'.repeat(44)}` },
    { path: '/account/keep-email' },
  ],
  '/bounties/keep-account': () => [
    { path: `/bounties/keep-account?token=${'a'.repeat(43)}` },
    { path: '/bounties/keep-account' },
  ],
  '/mail/:token': ({ unsubscribe }) => [{ path: `/mail/${unsubscribe}` }],
  '/demo/mail': () => [{ path: '/demo/mail' }],
  '/contact': () => [{ path: '/contact' }],
  '/pages/:page': () => [
    ...['rules', 'method', 'bounty', 'terms', 'privacy', 'imprint', 'sizes', 'designers'].map((page) => ({
      path: `/pages/${page}`,
    })),
    { path: '/pages/nothing', status: 404 as const },
  ],
  '/ops': () => [{ path: '/ops', as: 'operator', kept: 'desk' }],
  '/ops/rounds': () => [{ path: '/ops/rounds', as: 'operator' }],
  '/ops/rounds/calendar': () => [{ path: '/ops/rounds/calendar', as: 'operator' }],
  '/ops/rounds/:round': ({ rounds }) => [
    { path: `/ops/rounds/${rounds.decided}`, as: 'operator' },
    { path: `/ops/rounds/${rounds.voting}`, as: 'operator' },
    { path: `/ops/rounds/${rounds.collecting}`, as: 'operator' },
  ],
  '/ops/moderation': () => [{ path: '/ops/moderation', as: 'operator', kept: 'moderation' }],
  '/ops/votes': ({ rounds }) => [
    { path: '/ops/votes', as: 'operator' },
    { path: `/ops/votes?round=${rounds.voting}&state=appeals`, as: 'operator' },
    { path: `/ops/votes?round=${rounds.decided}&state=quarantined`, as: 'operator' },
  ],
  '/ops/bounties': () => [{ path: '/ops/bounties', as: 'operator' }],
  '/ops/ledger': () => [
    { path: '/ops/ledger', as: 'operator' },
    { path: '/ops/ledger?on=2026-11-30', as: 'admin' },
  ],
  '/ops/ledger/:account': () => [{ path: '/ops/ledger/bounty_reserved', as: 'operator' }],
  '/ops/mail': () => [
    { path: '/ops/mail', as: 'operator' },
    { path: '/ops/mail?view=samples&template=result-letter&theme=dark', as: 'operator' },
  ],
  '/ops/prints': () => [{ path: '/ops/prints', as: 'operator' }],
  '/ops/orders': () => [{ path: '/ops/orders', as: 'operator' }],
  '/ops/settings': () => [
    { path: '/ops/settings', as: 'operator' },
    { path: '/ops/settings', as: 'admin' },
  ],
  '/ops/audit': () => [{ path: '/ops/audit', as: 'operator' }],
  '/ops/messages': () => [{ path: '/ops/messages', as: 'operator' }],
  '/kit': () => [{ path: '/kit', kept: 'kit' }],
};
