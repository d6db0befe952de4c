import type { OpsLoaders } from './catalogues.ts';

export const opsLoaders: OpsLoaders = {
  fr: {
    ops: () => import('./fr/ops.ts').then((file) => file.ops),
    'ops-today': () => import('./fr/ops-today.ts').then((file) => file.opsToday),
    'ops-rounds': () => import('./fr/ops-rounds.ts').then((file) => file.opsRounds),
    'ops-moderation': () => import('./fr/ops-moderation.ts').then((file) => file.opsModeration),
    'ops-votes': () => import('./fr/ops-votes.ts').then((file) => file.opsVotes),
    'ops-money': () => import('./fr/ops-money.ts').then((file) => file.opsMoney),
    'ops-ledger': () => import('./fr/ops-ledger.ts').then((file) => file.opsLedger),
    'ops-prints': () => import('./fr/ops-prints.ts').then((file) => file.opsPrints),
    'ops-orders': () => import('./fr/ops-orders.ts').then((file) => file.opsOrders),
    'ops-records': () => import('./fr/ops-records.ts').then((file) => file.opsRecords),
    'ops-mail': () => import('./fr/ops-mail.ts').then((file) => file.opsMail),
  },
  en: {
    ops: () => import('./en/ops.ts').then((file) => file.ops),
    'ops-today': () => import('./en/ops-today.ts').then((file) => file.opsToday),
    'ops-rounds': () => import('./en/ops-rounds.ts').then((file) => file.opsRounds),
    'ops-moderation': () => import('./en/ops-moderation.ts').then((file) => file.opsModeration),
    'ops-votes': () => import('./en/ops-votes.ts').then((file) => file.opsVotes),
    'ops-money': () => import('./en/ops-money.ts').then((file) => file.opsMoney),
    'ops-ledger': () => import('./en/ops-ledger.ts').then((file) => file.opsLedger),
    'ops-prints': () => import('./en/ops-prints.ts').then((file) => file.opsPrints),
    'ops-orders': () => import('./en/ops-orders.ts').then((file) => file.opsOrders),
    'ops-records': () => import('./en/ops-records.ts').then((file) => file.opsRecords),
    'ops-mail': () => import('./en/ops-mail.ts').then((file) => file.opsMail),
  },
};
