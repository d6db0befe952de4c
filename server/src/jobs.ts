import type { JobHandlers } from './platform/jobs/worker.ts';
import { sendMail } from './platform/mail/outbox.ts';

/** Every job and who does it. */
export const jobHandlers = {
  'send-mail': sendMail,
} as unknown as JobHandlers;
