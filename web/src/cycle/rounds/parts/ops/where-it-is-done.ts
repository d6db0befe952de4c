import type { WaitingItem } from '@fraisier/shared/contracts/rounds-agenda.ts';

/** The page on which something that waits is done; null where it is done on the spot. */
export function whereItIsDone({ what, round, subjects }: WaitingItem): string | null {
  const votes = (state: string) => `/ops/votes?round=${round?.slug ?? ''}&state=${state}`;
  switch (what) {
    case 'designs':
      return '/ops/moderation';
    case 'notes':
      return '/ops/moderation?state=notes';
    case 'clusters':
      return votes('open');
    case 'appeals':
      return votes('appeals');
    case 'signatures':
      return votes('quarantined');
    case 'stuck':
    case 'too_few_designs':
    case 'count':
    case 'close':
    case 'letters':
      return `/ops/rounds/${round?.slug ?? ''}`;
    case 'bounty_of_winner':
    case 'bounty_to_pay':
    case 'payment_failed':
    case 'payout_to_settle':
      return subjects[0] ? `/ops/bounties#${subjects[0]}` : '/ops/bounties';
    case 'pieces_to_print':
    case 'packet_failed':
    case 'delivery':
      return '/ops/prints';
    case 'orders_to_send':
      return '/ops/orders';
    case 'messages':
      return '/ops/messages';
    case 'mails_failed':
      return '/ops/mails?state=failed';
    case 'nothing_planned':
      return '/ops/rounds/calendar';
    case 'jobs_failed':
      return null;
  }
}
