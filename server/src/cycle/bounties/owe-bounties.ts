import type { Selectable } from 'kysely';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { Rounds } from '../../platform/db/schema.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { type BountyRow, findBountyOfDesign, findWinner, insertBounty } from './bounties.sql.ts';
import { wonMail } from './bounty.mail.ts';
import { book } from './ledger/book.ts';
import { readReserve } from './ledger/ledger.sql.ts';
import { type Quote, quoteBounty } from './quote-bounty.ts';
import { releaseReserve } from './reserve-bounty.ts';

type Round = Pick<Selectable<Rounds>, 'id' | 'slug' | 'number' | 'bounty_cents' | 'bounty_is_net'>;

export interface OweInput {
  readonly round: Round;
  readonly winners: readonly { readonly designId: string; readonly designerId: string }[];
  readonly actorId: string | null;
  /** Of the settings: the winner's mail leads to the bounty's page. */
  readonly appUrl: string;
}

export interface OwedBounty {
  readonly id: string;
  readonly designId: string;
  readonly grossCents: number;
  readonly netCents: number;
  readonly contributionCents: number;
  readonly dueAt: Date;
}

/**
 * Owes each winner the promised bounty, first from the reserve, then as a new cost, gives back what is left of the
 * reserve, and tells the winners. Called again for the same winners it gives the same bounties.
 */
export async function oweBounties(trx: Trx, { round, winners, actorId, appUrl }: OweInput): Promise<OwedBounty[]> {
  const now = await shopNow(trx);
  const promised = { promisedCents: round.bounty_cents, isNet: round.bounty_is_net };
  const quote = await quoteBounty(trx, { ...promised, on: now });
  const owed: OwedBounty[] = [];
  for (const { designId, designerId } of winners) {
    const known = await findBountyOfDesign(trx, designId);
    const bounty = known ?? (await owe(trx, { round, designId, designerId, quote, now, actorId }));
    if (!known) await tellWinner(trx, bounty, round, appUrl);
    owed.push({
      id: bounty.id,
      designId,
      grossCents: bounty.gross_cents,
      netCents: bounty.net_cents,
      contributionCents: bounty.contribution_cents,
      dueAt: bounty.due_at,
    });
  }
  await releaseReserve(trx, round, actorId);
  return owed;
}

async function owe(
  trx: Trx,
  input: { round: Round; designId: string; designerId: string; quote: Quote; now: Date; actorId: string | null },
): Promise<BountyRow> {
  const { round, quote } = input;
  const { bounty_days: days } = await readSettings(trx);
  const reservedCents = await readReserve(trx, round.id);
  const bounty = await insertBounty(trx, {
    round_id: round.id,
    design_id: input.designId,
    designer_id: input.designerId,
    promised_cents: round.bounty_cents,
    promised_is_net: round.bounty_is_net,
    gross_cents: quote.grossCents,
    net_cents: quote.netCents,
    contribution_cents: quote.contributionCents,
    withholding: JSON.stringify(quote.lines),
    owed_at: input.now,
    days,
  });
  const fromReserveCents = Math.min(reservedCents, quote.totalCents);
  await book(trx, {
    cause: `bounty:${bounty.id}:owe`,
    description: `Dotation due, récolte nº ${round.number}`,
    entries: [
      { account: 'bounty_reserved', amountCents: fromReserveCents },
      { account: 'bounty_cost', amountCents: quote.totalCents - fromReserveCents },
      { account: 'bounty_payable', amountCents: -quote.netCents },
      { account: 'withholding_payable', amountCents: -quote.withheldCents },
      { account: 'contribution_payable', amountCents: -quote.contributionCents },
    ],
    actorId: input.actorId,
  });
  return bounty;
}

async function tellWinner(trx: Trx, bounty: BountyRow, round: Round, appUrl: string): Promise<void> {
  const winner = await findWinner(trx, bounty.id);
  // An erased account has no address to write to; its bounty is owed all the same.
  if (!winner) return;
  const { time_zone: timeZone } = await readSettings(trx);
  await writeMail(trx, {
    cause: `bounty-won:${bounty.id}`,
    to: winner.email,
    locale: winner.locale,
    template: 'bounty-won',
    content: wonMail(
      {
        title: winner.title,
        roundNumber: round.number,
        promisedCents: bounty.promised_cents,
        isNet: bounty.promised_is_net,
        dueAt: bounty.due_at,
        timeZone,
        url: `${appUrl}/${winner.locale}/bounties/${bounty.id}`,
      },
      winner.locale,
    ),
  });
}
