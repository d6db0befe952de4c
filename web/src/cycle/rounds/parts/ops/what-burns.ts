import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { getDesk } from '@fraisier/shared/contracts/shop.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { Catalogue } from '../../../../platform/i18n/catalogues.ts';
import type { Formats } from '../../../../platform/i18n/format.ts';
import { nextStep } from './next-step.ts';

/** Days within which designers are promised an answer. */
const ANSWER_DAYS = 2;
const SOON = 3;
/** A job moves rounds; it is given this long before a person is called. */
const PATIENCE = 15 * 60_000;

export interface Burn {
  readonly text: string;
  readonly to: string;
}

export interface Waiting {
  readonly desk: ResponseOf<typeof getDesk>;
  readonly rounds: readonly Round[];
  readonly bounties: readonly Bounty[];
  readonly now: string;
}

/** What is late, or about to be: nobody should learn it from a customer. */
export function whatBurns(waiting: Waiting, text: Catalogue['ops-today'], format: Formats): Burn[] {
  const { desk, rounds, bounties, now } = waiting;
  const burns: Burn[] = [];
  for (const bounty of bounties) {
    if (bounty.state === 'paid' || bounty.state === 'cancelled') continue;
    const to = `/ops/bounties#${bounty.id}`;
    const days = format.daysBetween(now, bounty.dueAt);
    const { roundNumber } = bounty;
    if (bounty.state === 'failed') burns.push({ text: text.burns.payment(roundNumber), to });
    if (days < 0) burns.push({ text: text.burns.bountyLate(roundNumber, text.days(-days)), to });
    else if (days <= SOON)
      burns.push({ text: text.burns.bountySoon(roundNumber, format.relativeDays(bounty.dueAt, now)), to });
  }
  for (const round of rounds) {
    const next = nextStep(round);
    const to = `/ops/rounds/${round.slug}`;
    if (!next) continue;
    const since = next.due ? Date.parse(now) - Date.parse(next.due) : null;
    if (next.to === 'counted') burns.push({ text: text.burns.count(round.number), to });
    else if (since === null || since < 0) continue;
    else if (next.to === 'decided') burns.push({ text: text.burns.close(round.number), to });
    else if (since > PATIENCE)
      burns.push({ text: text.burns.stuck(round.number, text.next.steps[next.to].toLowerCase()), to });
  }
  if (desk.oldestReviewSince) {
    const days = format.daysBetween(desk.oldestReviewSince, now);
    if (days > ANSWER_DAYS) burns.push({ text: text.burns.review(days), to: '/ops/moderation' });
  }
  return burns;
}

/** How many times a person is needed: a print order is one, however many pieces are in it. */
export function countWaiting(desk: Waiting['desk']): number {
  return (
    desk.designsToReview +
    desk.notesToReview +
    desk.clustersToDecide +
    desk.appealsToAnswer +
    desk.bountiesToPay +
    desk.payoutsToSettle +
    desk.ordersToSend +
    desk.messagesToAnswer +
    (desk.piecesToPrint > 0 ? 1 : 0)
  );
}
