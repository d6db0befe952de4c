import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { ReactNode } from 'react';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Flat } from '../../../platform/ui/flat.tsx';
import { CheckIcon } from '../../../platform/ui/icons.tsx';
import { Inks } from '../../../platform/ui/inks.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { altOf } from '../../submissions/card-words.ts';
import { useNameOf } from '../../submissions/designer-name.tsx';
import { artSizes } from '../picture-sizes.ts';
import styles from './design-tile.module.css';

export type View = 'flat' | 'worn';

export interface DesignTileProps {
  readonly card: DesignCard;
  readonly view: View;
  /** The picture that the first screen waits for. */
  readonly priority?: boolean;
  /** This visitor has rated it. */
  readonly rated?: boolean;
  /** It is in the final, and others are not. */
  readonly finalist?: boolean;
  /** Where it leads; the design's own page if not given. */
  readonly to?: string;
  /** In place of the designer's name. */
  readonly below?: ReactNode;
}

/** A design in a wall of equals. */
export function DesignTile({
  card,
  view,
  priority = false,
  rated = false,
  finalist = false,
  to = `/designs/${card.id}`,
  below,
}: DesignTileProps) {
  const text = useText('gallery');
  const nameOf = useNameOf();
  const lang = useLang();
  const picture = {
    fabric: card.fabric,
    pictures: card.pictures,
    alt: altOf(card, lang),
    placeholder: card.placeholder,
    priority,
  };
  return (
    <li>
      <PlainLink to={to} className={styles.tile}>
        <span className={styles.art}>
          {view === 'flat' ? (
            <Flat {...picture} sizes={artSizes.tile} />
          ) : (
            <span className={styles.worn}>
              <Tee small {...picture} sizes={artSizes.wornTile} />
            </span>
          )}
        </span>
        <span className={styles.words}>
          <b className={styles.title}>{card.title}</b>
          <span className="small muted">
            <Inks colors={card.inks.map((ink) => ink.hex)} />
          </span>
        </span>
        {finalist && <span className={styles.finalist}>{text.finalist}</span>}
        {rated && (
          <span className={styles.rated}>
            <CheckIcon />
            {text.rated}
          </span>
        )}
        {below ??
          (card.designer && <span className={`${styles.by} muted`}>{text.by(nameOf(card.designer.name))}</span>)}
      </PlainLink>
    </li>
  );
}
