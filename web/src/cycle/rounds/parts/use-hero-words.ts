import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { finalistsKnown } from '../gallery-calls.ts';
import { monthName, when } from '../round-words.ts';

/** What the first screen says of a round, from its own figures. */
export function useHeroWords(round: Round): { lines: readonly string[]; lead: string } {
  const { headline, lead, ratings } = useText('home');
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? round.planned.collecting;
  const month = monthName(round.slug, format);
  const { designs } = round.counts;
  const run = format.number(round.promise.runSize);
  const bounty = format.money(round.promise.bounty);
  const { bountyIsNet } = round.promise;
  switch (round.phase) {
    case 'voting':
      return {
        lines: headline.voting(designs),
        lead: lead.voting(Math.min(round.handSize, designs), run, bounty, bountyIsNet),
      };
    case 'final':
      return {
        lines: headline.final(finalistsKnown(designs)),
        lead: lead.final(run, bounty, bountyIsNet),
      };
    case 'frozen': {
      const counted = round.counts.ratings;
      return { lines: headline.frozen(month), lead: lead.frozen(ratings(format.number(counted), counted)) };
    }
    case 'collecting':
      return { lines: headline.collecting(month), lead: lead.collecting(run, bounty, bountyIsNet) };
    case 'counted':
      return { lines: headline.published(month), lead: lead.provisional };
    case 'decided':
      return { lines: headline.published(month), lead: lead.decided };
    default:
      return { lines: headline.planned(month), lead: lead.planned(when(format, round.planned.collecting, now)) };
  }
}
