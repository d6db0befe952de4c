import { expireDeals } from './cycle/ballots/expire-deals.job.ts';
import { sequenceLogs } from './cycle/ballots/sequence-log.job.ts';
import type { JobHandlers } from './platform/jobs/worker.ts';
import { sendMail } from './platform/mail/outbox.ts';

/** Every job and who does it. */
export const jobHandlers = {
  'send-mail': sendMail,
  'expire-deals': expireDeals,
  'sequence-log': sequenceLogs,
} as unknown as JobHandlers;
