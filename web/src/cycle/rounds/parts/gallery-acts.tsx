import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';

/** What can be done with a round, from its gallery: one thing. */
export function GalleryActs({ round }: { round: Round }) {
  const text = useText('gallery');
  const at = `/rounds/${round.slug}`;
  if (round.phase === 'collecting') {
    return (
      <ButtonLink small to={`${at}/submit`}>
        {text.submit}
      </ButtonLink>
    );
  }
  if (isCounted(round.phase)) {
    return (
      <ButtonLink small kind="ink" to={`${at}/result`}>
        {text.result}
      </ButtonLink>
    );
  }
  const { standing } = round;
  const votes = (round.phase === 'voting' || round.phase === 'final') && (standing?.canVote ?? true);
  if (!votes) return <span />;
  return (
    <ButtonLink small kind={standing?.done ? 'ink' : 'fraise'} to={`${at}/ballot`}>
      {standing?.done ? text.done : standing && standing.dealt > 0 ? text.resume : text.ballot}
    </ButtonLink>
  );
}
