import type { ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { RefObject } from 'react';
import { useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Flat } from '../../../../platform/ui/flat.tsx';
import { KeyHint } from '../../../../platform/ui/key-hint.tsx';
import { useHeldActs } from '../../../../platform/ui/ops/held-acts.ts';
import { Checklist } from '../../../../platform/ui/ops/panel.tsx';
import { Tee } from '../../../../platform/ui/tee.tsx';
import { Tile } from '../../../../platform/ui/tile.tsx';
import { altOf } from '../../card-words.ts';
import { onShirt } from '../../on-shirt.ts';
import { Compare } from './compare.tsx';
import { isAllGreen } from './findings.tsx';
import { type Refusal, RefuseForm } from './refuse-form.tsx';
import { useBlockerWords } from './report.tsx';
import styles from './review.module.css';
import { ReviewFacts } from './review-facts.tsx';

export interface ReviewProps {
  readonly item: ReviewItem;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly refusing: boolean;
  readonly onRefusing: (refusing: boolean) => void;
  readonly onAdmit: () => void;
  readonly onRefuse: (refusal: Refusal) => void;
  readonly canAdmit: boolean;
  readonly canRefuse: boolean;
  /** Several are chosen: the word that is said now is about those. */
  readonly locked: boolean;
}

/** One design, flat and on its shirt, with all that is known of it and the two answers. */
export function Review(props: ReviewProps) {
  const { item, heading, refusing, onRefusing, onAdmit, onRefuse, canAdmit, canRefuse, locked } = props;
  const text = useText('ops-moderation');
  const sayBlocker = useBlockerWords();
  const lang = useLang();
  const failed = useHeldActs((state) => state.failed[item.id]);
  const picture = {
    fabric: item.fabric,
    pictures: item.pictures,
    placeholder: item.placeholder,
    sizes: '(max-width: 56.25rem) 90vw, 420px',
  };
  const green = isAllGreen(item);
  return (
    <article className={styles.review}>
      <header className={styles.top}>
        <h2 ref={heading} tabIndex={-1} className={`d3 ${styles.title}`}>
          {item.title}
        </h2>
        {(item.state === 'checked' || canRefuse) && !refusing && !locked && (
          <div className={styles.decide}>
            {item.state === 'checked' && (
              <Button
                kind={green ? 'fraise' : 'line'}
                onClick={onAdmit}
                disabledReason={canAdmit ? undefined : text.admitBlocked}
              >
                {text.admit} <KeyHint>A</KeyHint>
              </Button>
            )}
            {canRefuse && (
              <Button kind="line" onClick={() => onRefusing(true)}>
                {text.refuse} <KeyHint>R</KeyHint>
              </Button>
            )}
          </div>
        )}
      </header>
      {failed && <ErrorNote error={failed} reason={sayBlocker} />}
      {item.blockers.length > 0 && item.state === 'checked' && (
        <Checklist items={item.blockers.map((reason) => ({ state: 'bad', text: sayBlocker(reason) }))} />
      )}
      {refusing && canRefuse && !locked && (
        <RefuseForm title={item.title} onRefuse={onRefuse} onCancel={() => onRefusing(false)} />
      )}
      {item.likenesses.length > 0 && <Compare item={item} />}
      <div className={styles.body}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and must be reached by keyboard. */}
        <section className={styles.pictures} aria-label={item.title} tabIndex={0}>
          <figure>
            <Flat {...picture} alt={altOf(item, lang)} priority={item.likenesses.length === 0} />
            <figcaption className="small muted">{text.flat}</figcaption>
          </figure>
          <figure>
            <Tile>
              <Tee {...picture} {...onShirt(item)} alt="" />
            </Tile>
            <figcaption className="small muted">{text.worn}</figcaption>
          </figure>
        </section>
        <div className={styles.side}>
          <ReviewFacts item={item} />
        </div>
      </div>
    </article>
  );
}
