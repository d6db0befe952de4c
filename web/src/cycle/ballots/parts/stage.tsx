import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { Flat } from '../../../platform/ui/flat.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { artSizes } from '../../rounds/picture-sizes.ts';
import { onShirt } from '../../submissions/on-shirt.ts';
import type { HandState } from '../hand.ts';
import { useSwipe } from '../use-swipe.ts';
import styles from './stage.module.css';

export type StageView = 'worn' | 'flat';

export interface StageProps {
  readonly cards: readonly DesignCard[];
  readonly at: number;
  readonly step: HandState['step'];
  readonly view: StageView;
  /** What is seen on the design that is shown. */
  readonly alt: string;
  readonly onLeft: () => void;
  readonly onRight: () => void;
}

/** The design, as a sheet that slides over the one before it. */
export function Stage({ cards, at, step, view, alt, onLeft, onRight }: StageProps) {
  const swipe = useSwipe({ onLeft, onRight });
  const under = step === 'forward' ? cards[at - 1] : step === 'back' ? cards[at + 1] : undefined;
  const top = cards[at];
  const sheets = [under, top].filter((card) => card !== undefined);
  return (
    <div className={styles.stage} {...swipe}>
      {sheets.map((card) => (
        <div
          key={card.id}
          className={card === top ? [styles.sheet, step && styles[step]].filter(Boolean).join(' ') : styles.under}
          aria-hidden={card !== top || undefined}
        >
          <div className={styles.shown}>
            {view === 'worn' ? (
              <Tee
                fabric={card.fabric}
                {...onShirt(card)}
                alt={card === top ? alt : ''}
                sizes={artSizes.ballot}
                priority={card === top}
                className={styles.tee}
              />
            ) : (
              <Flat
                fabric={card.fabric}
                pictures={card.pictures}
                alt={card === top ? alt : ''}
                sizes={artSizes.ballotFlat}
                priority={card === top}
                className={styles.flat}
              />
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
