import { findClusters } from './cycle/ballots/desk/find-clusters.job.ts';
import { eraseStragglers } from './cycle/ballots/erase-ballots.ts';
import { expireDeals } from './cycle/ballots/expire-deals.job.ts';
import { forgetPseudonyms } from './cycle/ballots/forget-pseudonyms.job.ts';
import { mailHeads } from './cycle/ballots/log/mail-heads.job.ts';
import { makeBundle } from './cycle/ballots/log/make-bundle.job.ts';
import { signHeads } from './cycle/ballots/log/sign-heads.job.ts';
import { checkLedgerNightly } from './cycle/bounties/ledger/keep-check.ts';
import { askRecommendations } from './cycle/feedback/ask-recommendations.job.ts';
import { checkLetters, mailLetters } from './cycle/feedback/mail-letters.job.ts';
import { forgetLapsedOrders } from './cycle/orders/forget-orders.ts';
import { lapseHolds } from './cycle/orders/lapse-holds.job.ts';
import { makePacket } from './cycle/prints/make-packet.job.ts';
import { advanceDueRounds } from './cycle/rounds/advance-due-rounds.job.ts';
import { checkArtwork } from './cycle/submissions/check-artwork.job.ts';
import { renderPictures } from './cycle/submissions/render-pictures.job.ts';
import { resumeChecks } from './cycle/submissions/resume-checks.job.ts';
import { sweepStorage } from './cycle/submissions/sweep-storage.job.ts';
import { traceLikenesses } from './cycle/submissions/trace-likenesses.job.ts';
import { forgetAskedAddresses } from './people/email-change/forget-asked-addresses.job.ts';
import { forgetSessions } from './people/forget-sessions.job.ts';
import type { JobHandlers } from './platform/jobs/worker.ts';
import { forgetMails } from './platform/mail/forget-mails.job.ts';
import { sendMail } from './platform/mail/send-mail.job.ts';

/** Every job and who does it. */
export const jobHandlers: JobHandlers = {
  'send-mail': sendMail,
  'forget-mails': forgetMails,
  'forget-asked-addresses': forgetAskedAddresses,
  'forget-sessions': forgetSessions,
  'check-artwork': checkArtwork,
  'render-pictures': renderPictures,
  'resume-checks': resumeChecks,
  'sweep-storage': (deps) => sweepStorage(deps),
  'trace-likenesses': traceLikenesses,
  'advance-due-rounds': advanceDueRounds,
  'expire-deals': expireDeals,
  'find-clusters': findClusters,
  'sign-heads': signHeads,
  'mail-heads': mailHeads,
  'make-bundle': makeBundle,
  'forget-pseudonyms': (deps) => forgetPseudonyms(deps),
  'erase-stragglers': eraseStragglers,
  'lapse-holds': lapseHolds,
  'forget-lapsed-orders': forgetLapsedOrders,
  'make-packet': makePacket,
  'check-ledger': (deps) => checkLedgerNightly(deps),
  'write-letters': mailLetters,
  'check-letters': (deps) => checkLetters(deps),
  'ask-recommendations': askRecommendations,
};
