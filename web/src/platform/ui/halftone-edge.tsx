import styles from './halftone-edge.module.css';

/**
 * The edge of a field of the month's ink, dissolving into dots: beyond its left side, or beyond its top on phones. Put
 * it first into a `field-of-ink` that is positioned.
 */
export function HalftoneEdge() {
  return <span className={styles.edge} aria-hidden="true" />;
}
