import type { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useEffect, useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { createHand } from '../hand.ts';
import type { Outbox } from '../outbox.ts';
import { HandView } from './hand-view.tsx';
import styles from './my-ratings.module.css';

export interface ChangeRatingProps {
  readonly round: Round;
  readonly outbox: Outbox;
  readonly ballot: ResponseOf<typeof getBallot>;
  readonly design: string;
  readonly onDone: () => void;
}

/** One rating in hand again, as when it was given. */
export function ChangeRating({ round, outbox, ballot, design, onDone }: ChangeRatingProps) {
  const { changing: text } = useText('ballot-end');
  const [hand] = useState(() =>
    createHand({
      designs: ballot.ratings
        .filter((rating) => rating.card.id === design)
        .map(({ card, receipt: _, ...rating }) => ({ ...card, state: 'rated', rating })),
      waiting: outbox.getState().waiting,
      put: (id, answer) => {
        outbox.put(id, answer);
        void outbox.flush();
      },
      first: design,
    }),
  );
  useEffect(() => () => hand.settleIfRated(), [hand]);
  return (
    <HandView
      round={round}
      hand={hand}
      outbox={outbox}
      onDone={onDone}
      takesFocus
      wayBack={
        <button type="button" className={styles.change} onClick={onDone}>
          {text.back}
        </button>
      }
    />
  );
}
