import { type Cut, fabrics, isFabricId } from '@fraisier/shared/cycle/garments.ts';
import { Picture, type PictureProps } from './picture.tsx';
import styles from './tee.module.css';

export interface TeeProps extends PictureProps {
  /** A fabric's code (`nuit`), or `#rrggbb`. */
  readonly fabric: string;
  readonly cut?: Cut;
  /** The pictures are of the print as it lies in the folds (`front`, `usePrints`), not of the design laid flat. */
  readonly folded?: boolean;
  /** Lists and thumbnails: smaller layers, 14 KB for all of them together. */
  readonly small?: boolean;
  /** Without the woven label in the neck. */
  readonly bare?: boolean;
}

/** A shirt of any fabric with a design on its chest: cloth, print, then the folds over both. */
export function Tee({
  fabric,
  cut = 'straight',
  folded = false,
  small = false,
  bare = false,
  className,
  ...picture
}: TeeProps) {
  const isDark = isFabricId(fabric) && fabrics[fabric].dark;
  return (
    <span
      className={[styles.tee, small && styles.small, isDark && styles.dark, styles[cut], className]
        .filter(Boolean)
        .join(' ')}
    >
      <Cloth fabric={fabric} className={styles.cloth} />
      {!bare && <i className={styles.label} />}
      <Picture key={picture.pictures[0]?.url} {...picture} className={folded ? styles.folded : styles.print} />
    </span>
  );
}

/** A field of the fabric's colour, without a style attribute. */
export function Cloth({ fabric, className }: { fabric: string; className?: string | undefined }) {
  const own = fabric.startsWith('#');
  return (
    <svg
      className={className}
      data-fabric={own ? undefined : fabric}
      preserveAspectRatio="none"
      viewBox="0 0 1 1"
      aria-hidden="true"
    >
      <rect width="1" height="1" className={own ? undefined : styles.dyed} fill={own ? fabric : undefined} />
    </svg>
  );
}
