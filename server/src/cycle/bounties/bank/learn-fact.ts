import type { Effect } from '@fraisier/shared/contracts/bounties-payouts.ts';
import {
  bountyStateOf,
  type PaymentFact,
  type PaymentState,
  paymentTransitions,
  positionOf,
  statesOf,
} from '@fraisier/shared/cycle/payment-states.ts';
import type { Deps } from '../../../deps.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { type BountyRow, lockBounty, markPaid } from '../bounties.sql.ts';
import { book } from '../ledger/book.ts';
import { countTransactions } from '../ledger/ledger.sql.ts';
import { markUnpaid } from '../payouts/payouts.sql.ts';
import { type Attempt, insertFact, readAttempts, writeStates } from './facts.sql.ts';
import { mailPaid, mailUnpaid } from './payment-mails.ts';

export interface Learned extends PaymentFact {
  readonly paymentId: string;
  readonly reasonCode?: string | null;
  readonly reason?: string | null;
  readonly bookedOn?: string | null;
  /** The bank's line that says so; null of a person's word. */
  readonly lineId: string | null;
  readonly actorId: string;
}

/**
 * Takes in one fact about a payment, under the lock of its bounty: the states of all the bounty's payments follow anew
 * from all that is known, the books move by the difference, and the winner hears of what changes for them. A fact that
 * is known already does nothing. Gives what it did, or null when it was known.
 */
export async function learnFact(deps: Deps, trx: Trx, bountyId: string, learned: Learned): Promise<Effect | null> {
  const bounty = await lockBounty(trx, bountyId);
  if (!bounty) throw new Error(`there is no bounty ${bountyId}`);
  const before = await readAttempts(trx, bounty.id);
  const isNew = await insertFact(trx, {
    payment_id: learned.paymentId,
    kind: learned.kind,
    source: learned.source,
    reference: learned.reference,
    reason_code: learned.reasonCode ?? null,
    reason: learned.reason ?? null,
    booked_on: learned.bookedOn ?? null,
    line_id: learned.lineId,
    learned_by: learned.actorId,
  });
  if (!isNew) return null;
  const after = await readAttempts(trx, bounty.id);
  const states = statesOf(after);
  const nth = after.findIndex(({ id }) => id === learned.paymentId);
  const was = before[nth]!.row.state as PaymentState;
  const is = states[nth]!;
  const changes = after.flatMap(({ id, row, facts }, at) => {
    const [from, state] = [row.state as PaymentState, states[at]!];
    if (from === state) return [];
    if (!paymentTransitions[from].includes(state)) throw new Error(`payment ${id} goes from ${from} to ${state}`);
    const told = facts.findLast((fact) => fact.kind === 'returned' || fact.kind === 'refused');
    const cancelled = facts.find((fact) => fact.kind === 'cancelled');
    return [
      {
        id,
        state,
        reasonCode: state === 'failed' ? (told?.reason_code ?? null) : null,
        reason:
          state === 'failed' ? (told?.reason ?? null) : state === 'cancelled' ? (cancelled?.reason ?? null) : null,
        settledBy: learned.actorId,
      },
    ];
  });
  await writeStates(trx, changes);
  await bookDifference(trx, { bounty, before, after, states, nth, was, is, actorId: learned.actorId });
  await moveBounty(deps, trx, { bounty, after, states, nth, was, is });
  return effectOf(learned, was, is);
}

interface Moved {
  readonly bounty: BountyRow;
  readonly after: readonly Attempt[];
  readonly states: readonly PaymentState[];
  /** Of the payment that the fact is about. */
  readonly nth: number;
  readonly was: PaymentState;
  readonly is: PaymentState;
}

const sentences: Readonly<Record<string, string>> = {
  paid: 'Virement confirmé par la banque',
  failed: 'Virement refusé par la banque',
  returned: 'Virement revenu de la banque',
  cancelled: 'Virement annulé avant la banque',
  surplus: 'Virement exécuté en trop par la banque',
  late: 'Virement exécuté après un refus',
};

/** The accounts go from where the payments left them to where they leave them now, in one transaction. */
async function bookDifference(
  trx: Trx,
  moved: Moved & { readonly before: readonly Attempt[]; readonly actorId: string },
): Promise<void> {
  const { bounty, before, after, states, nth, was, is } = moved;
  const from = positionOf(
    bounty.net_cents,
    before.map(({ amountCents, row }) => ({ amountCents, state: row.state as PaymentState })),
  );
  const to = positionOf(
    bounty.net_cents,
    after.map(({ amountCents }, at) => ({ amountCents, state: states[at]! })),
  );
  const payment = after[nth]!.row;
  const act = was === 'paid' || was === 'surplus' ? 'returned' : is === 'paid' && was !== 'exported' ? 'late' : is;
  const cause = `payment:${payment.id}:${act}`;
  const earlier = await countTransactions(trx, cause);
  await book(trx, {
    cause: earlier === 0 ? cause : `${cause}:${earlier + 1}`,
    description: `${sentences[act] ?? act}, ${payment.end_to_end_id}`,
    entries: [
      { account: 'bounty_payable', amountCents: to.payable - from.payable },
      { account: 'bounty_in_transit', amountCents: to.inTransit - from.inTransit },
      { account: 'bank', amountCents: to.bank - from.bank },
      { account: 'bounty_claims', amountCents: to.claims - from.claims },
    ],
    actorId: moved.actorId,
  });
}

async function moveBounty(deps: Deps, trx: Trx, { bounty, after, states, nth, is }: Moved): Promise<void> {
  const state = bountyStateOf(states);
  if (state === bounty.state) return;
  const { row: payment, facts } = after[nth]!;
  if (state === 'paid') {
    const paid = await markPaid(trx, bounty.id);
    await mailPaid(deps, trx, { bounty: paid, payment, facts });
    return;
  }
  await markUnpaid(trx, bounty.id, state);
  // A cancelled file is the shop's own matter: the winner hears of what the bank did.
  if (is === 'failed') await mailUnpaid(deps, trx, { bounty, payment, facts });
}

function effectOf({ kind }: Learned, was: PaymentState, is: PaymentState): Effect {
  if (kind === 'received') return 'received';
  if (was === is) return 'none';
  if (is === 'surplus') return 'surplus';
  if (is === 'paid') return was === 'failed' || was === 'cancelled' ? 'late' : 'paid';
  if (is === 'failed') return was === 'paid' || was === 'surplus' ? 'returned' : 'failed';
  return 'none';
}
