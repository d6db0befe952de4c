import styles from './woven.module.css';

/** The label that is sewn into the neck, letter for letter. */
export function Woven({ text, large = false }: { text: string; large?: boolean }) {
  return <span className={[styles.woven, large && styles.large].filter(Boolean).join(' ')}>{text || '\u00a0'}</span>;
}
