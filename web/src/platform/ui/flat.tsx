import styles from './flat.module.css';
import { Picture, type PictureProps } from './picture.tsx';
import { Cloth } from './tee.tsx';

export interface FlatProps extends PictureProps {
  readonly fabric: string;
  /** Less margin, for thumbnails. */
  readonly tight?: boolean;
}

/** The design laid flat: its fabric from edge to edge, five by six. */
export function Flat({ fabric, tight = false, className, ...picture }: FlatProps) {
  return (
    <span className={[styles.flat, tight && styles.tight, className].filter(Boolean).join(' ')}>
      <Cloth fabric={fabric} className={styles.cloth} />
      <Picture {...picture} className={styles.print} />
    </span>
  );
}
