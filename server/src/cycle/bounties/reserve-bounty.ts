import type { Selectable } from 'kysely';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { Rounds } from '../../platform/db/schema.ts';
import { book } from './ledger/book.ts';
import { readReserve } from './ledger/ledger.sql.ts';
import { quoteBounty } from './quote-bounty.ts';

type Round = Pick<Selectable<Rounds>, 'id' | 'number' | 'bounty_cents' | 'bounty_is_net'>;

/** Sets aside all that the promised bounty will cost, when the round starts collecting: the promise is covered. */
export async function reserveBounty(trx: Trx, round: Round, actorId: string | null): Promise<void> {
  const { totalCents } = await quoteBounty(trx, {
    promisedCents: round.bounty_cents,
    isNet: round.bounty_is_net,
    on: await shopNow(trx),
  });
  await book(trx, {
    cause: `round:${round.id}:reserve`,
    description: `Dotation réservée, récolte nº ${round.number}`,
    entries: [
      { account: 'bounty_cost', amountCents: totalCents },
      { account: 'bounty_reserved', amountCents: -totalCents },
    ],
    actorId,
  });
}

/** Gives back what is still in reserve: the round is cancelled, or closed without a use for it. */
export async function releaseReserve(trx: Trx, round: Pick<Round, 'id' | 'number'>, actorId: string | null) {
  const leftCents = await readReserve(trx, round.id);
  await book(trx, {
    cause: `round:${round.id}:release`,
    description: `Réserve rendue, récolte nº ${round.number}`,
    entries: [
      { account: 'bounty_reserved', amountCents: leftCents },
      { account: 'bounty_cost', amountCents: -leftCents },
    ],
    actorId,
  });
}
