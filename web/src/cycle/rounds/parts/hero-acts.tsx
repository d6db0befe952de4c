import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { ArrowIcon } from '../../../platform/ui/icons.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import styles from './hero.module.css';

/** The one main act of the round, for this visitor, and the next in rank. */
export function HeroActs({ round }: { round: Round }) {
  const { act } = useText('home');
  const at = `/rounds/${round.slug}`;
  const { designs } = round.counts;
  switch (round.phase) {
    case 'voting':
    case 'final':
      return <VoteActs round={round} />;
    case 'collecting':
      return (
        <Actions>
          <ButtonLink to={`${at}/submit`} wideOnPhone>
            {act.submit}
          </ButtonLink>
          {designs > 0 && <Link to={at}>{act.gallery(designs)}</Link>}
        </Actions>
      );
    case 'counted':
    case 'decided':
      return (
        <Actions>
          <ButtonLink to={`${at}/result`} wideOnPhone>
            {act.result}
          </ButtonLink>
          <Link to="/rounds">{act.archive}</Link>
        </Actions>
      );
    case 'frozen':
      return (
        <Actions>
          <ButtonLink to={at} kind="ink" wideOnPhone>
            {act.gallery(designs)}
          </ButtonLink>
          <Link to="/pages/method">{act.method}</Link>
        </Actions>
      );
    default:
      return (
        <Actions>
          <Link to="/pages/method">{act.method}</Link>
          <Link to="/rounds">{act.archive}</Link>
        </Actions>
      );
  }
}

function VoteActs({ round }: { round: Round }) {
  const { act } = useText('home');
  const { standing } = round;
  const at = `/rounds/${round.slug}`;
  if (standing && !standing.canVote) {
    return (
      <>
        <p className="prose">{standing.cannotVoteReason === 'account_too_new' ? act.tooNew : act.closed}</p>
        <Actions>
          <ButtonLink to={at} kind="ink" wideOnPhone>
            {act.gallery(round.counts.designs)}
          </ButtonLink>
        </Actions>
      </>
    );
  }
  const begun = standing !== null && standing.dealt > 0;
  const hand = Math.min(round.handSize, round.counts.designs);
  return (
    <Actions>
      <ButtonLink to={`${at}/ballot`} kind={standing?.done ? 'ink' : 'fraise'} wideOnPhone>
        {standing?.done ? act.done : begun ? act.resume : act.start}
        <ArrowIcon />
      </ButtonLink>
      <span className={`${styles.note} muted`}>
        {standing?.done ? act.doneNote(standing.rated) : begun ? act.resumeNote(standing.rated) : act.startNote(hand)}
      </span>
    </Actions>
  );
}
