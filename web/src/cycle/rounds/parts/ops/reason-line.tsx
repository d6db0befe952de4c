import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { PlainLink } from '../../../../platform/ui/link.tsx';

/** Reasons that are settled at the desk of suspicious votes, and in which of its views. */
const views: Readonly<Record<string, 'open' | 'quarantined' | 'appeals'>> = {
  clusters_open: 'open',
  second_signature_missing: 'quarantined',
  appeals_open: 'appeals',
};

export interface ReasonLineProps {
  readonly reason: ProblemReason;
  readonly round: string;
  readonly say: (reason: ProblemReason) => string;
}

/** A reason in words, and the way to where it is settled. */
export function ReasonLine({ reason, round, say }: ReasonLineProps) {
  const text = useText('ops-rounds').votes;
  const view = views[reason.code];
  return (
    <>
      {say(reason)} {view && <PlainLink to={`/ops/votes?round=${round}&state=${view}`}>{text[view]}</PlainLink>}
    </>
  );
}
