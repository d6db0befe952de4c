import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { HAND_SIZE } from '@fraisier/shared/cycle/voting-rules.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { when } from '../../rounds/round-words.ts';
import styles from './design-parts.module.css';

/** Before the count: no author, no figure, and the way to a ballot. */
export function DesignSealed({ design }: { design: Design }) {
  const text = useText('design');
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  const round = useCall(getRound, { params: { round: design.round } }).data;
  if (design.state !== 'admitted') return <Note>{text.state[design.state]}</Note>;
  if (!round || !now) return null;
  if (round.phase === 'cancelled') return <Note tone="warn">{text.cancelled}</Note>;
  if (round.phase === 'frozen') return <p className="lead">{text.sealedFrozen}</p>;
  if (round.phase !== 'voting' && round.phase !== 'final') {
    return <p className="lead">{text.collecting(when(format, round.planned.voting, now))}</p>;
  }
  return (
    <>
      <p className="lead">{text.sealed(when(format, round.planned.freeze, now))}</p>
      <section className={styles.ballot}>
        <h2 className="d3">{text.ballotTitle}</h2>
        <p className="prose">{text.ballotText(HAND_SIZE)}</p>
        <Actions>
          <ButtonLink to={`/rounds/${round.slug}/ballot`} wideOnPhone>
            {text.ballot}
          </ButtonLink>
        </Actions>
      </section>
    </>
  );
}
