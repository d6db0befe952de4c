import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { PlainLink } from '../../../../platform/ui/link.tsx';

export interface ReasonLineProps {
  readonly reason: ProblemReason;
  readonly round: string;
  readonly say: (reason: ProblemReason) => string;
}

/** A reason in words, and the way to where it is settled. */
export function ReasonLine({ reason, round, say }: ReasonLineProps) {
  const { ways } = useText('ops-rounds');
  const way = wayOf(reason, round);
  return (
    <>
      {say(reason)} {way && <PlainLink to={way.to}>{ways[way.name]}</PlainLink>}
    </>
  );
}

type Way = { readonly name: keyof ReturnType<typeof useText<'ops-rounds'>>['ways']; readonly to: string };

/** Where a reason is settled: a desk, the design it is about, or the place on this very page. */
function wayOf({ code, field }: ProblemReason, round: string): Way | null {
  const votes = (state: string) => `/ops/votes?round=${round}&state=${state}`;
  switch (code) {
    case 'clusters_open':
      return { name: 'decide', to: votes('open') };
    case 'second_signature_missing':
      return { name: 'sign', to: votes('quarantined') };
    case 'appeals_open':
      return { name: 'answer', to: votes('appeals') };
    case 'appeals_running':
      return { name: 'appeals', to: votes('appeals') };
    case 'too_few_designs':
      return { name: 'moderate', to: '/ops/moderation' };
    case 'not_due':
      return { name: 'calendar', to: '/ops/rounds/calendar' };
    case 'winner_not_admitted':
      return field ? { name: 'design', to: `/designs/${field}` } : null;
    case 'winner_unreachable':
      return { name: 'passOver', to: `/ops/rounds/${round}#winners` };
    case 'bounty_not_covered':
    case 'beyond_reserve':
      return { name: 'ledger', to: '/ops/bounties' };
    case 'counts_differ':
      return { name: 'log', to: `/ops/audit?subject=${round}` };
    case 'winner_missing':
    case 'quorum_missed':
    case 'photo_finish':
    case 'shortlist':
    case 'shared_place':
      return { name: 'result', to: `/rounds/${round}/result` };
    default:
      return null;
  }
}
