import { getMe } from '@fraisier/shared/contracts/people.ts';
import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { reasonsNotToSubmit, type SubmitReasonCode } from '@fraisier/shared/cycle/submission-rules.ts';
import { useParams } from 'wouter';
import { useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { SubmitForm } from './parts/submit-form.tsx';
import { SubmitShut } from './parts/submit-shut.tsx';

export function Page() {
  const { round: slug = '' } = useParams();
  const round = useCall(getRound, { params: { round: slug } });
  const me = useCall(getMe).data;
  const now = useCall(getShop).data?.now;
  if (!round.data || !me || !now) {
    return <Awaiting found={round} />;
  }
  const [why] = whyNot(round.data, now);
  if (why) return <SubmitShut round={round.data} why={why} now={now} />;
  return <SubmitForm key={slug} round={round.data} member={me.id} />;
}

/** The server's own rule, as far as it speaks of the round and of the person; the form speaks of the rest. */
function whyNot({ phase, planned, counts, standing }: Round, now: string): SubmitReasonCode[] {
  return reasonsNotToSubmit({
    phase,
    late: Date.parse(now) >= Date.parse(planned.voting),
    admitted: counts.designs,
    capacity: counts.capacity,
    own: standing?.submissions.filter(({ state }) => state !== 'withdrawn').length ?? 0,
    rightsDeclared: true,
    texts: { title: '-', story: '', altText: '-', sources: '' },
  }).map(({ code }) => code);
}
