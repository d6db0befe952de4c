import type { Trx } from '../../platform/db/database.ts';
import { type BountyRow, updateTerms } from './bounties.sql.ts';
import { book } from './ledger/book.ts';
import { countTransactions } from './ledger/ledger.sql.ts';
import { quoteBounty } from './quote-bounty.ts';

/**
 * Works out gross, net and contributions anew, when the winner hands in or takes back an exemption, or when other rates
 * are valid on the day of the transfer, and books the difference. Without one it changes and books nothing.
 *
 * An exempt author is paid the promised sum as gross, with nothing kept back: they settle their contributions
 * themselves. The shop's own contribution stays due.
 */
export async function repriceBounty(
  trx: Trx,
  bounty: BountyRow,
  { exempt, on, actorId }: { exempt: boolean; on: Date; actorId: string },
): Promise<BountyRow> {
  const quote = await quoteBounty(trx, {
    promisedCents: bounty.promised_cents,
    isNet: bounty.promised_is_net,
    on,
    exempt,
  });
  const payable = quote.netCents - bounty.net_cents;
  const withheld = quote.withheldCents - (bounty.gross_cents - bounty.net_cents);
  const contribution = quote.contributionCents - bounty.contribution_cents;
  const prefix = `bounty:${bounty.id}:reprice:`;
  await book(trx, {
    cause: `${prefix}${(await countTransactions(trx, prefix)) + 1}`,
    description: exempt ? 'Dotation recalculée, avec dispense de précompte' : 'Dotation recalculée',
    entries: [
      { account: 'bounty_cost', amountCents: payable + withheld + contribution },
      { account: 'bounty_payable', amountCents: -payable },
      { account: 'withholding_payable', amountCents: -withheld },
      { account: 'contribution_payable', amountCents: -contribution },
    ],
    actorId,
  });
  return updateTerms(trx, bounty.id, {
    exempt,
    gross_cents: quote.grossCents,
    net_cents: quote.netCents,
    contribution_cents: quote.contributionCents,
    withholding: JSON.stringify(quote.lines),
  });
}
