import { useText } from '../i18n/use-text.ts';
import styles from './inks.module.css';

/** The inks of a design as dots of their own colours, with their number in words. */
export function Inks({ colors, showCount = true }: { colors: readonly string[]; showCount?: boolean }) {
  const { inks } = useText('platform');
  const count = inks(colors.length);
  return (
    <span className={styles.inks}>
      <span className={styles.dots} aria-hidden="true">
        {colors.map((color) => (
          <svg key={color} viewBox="0 0 14 14" aria-hidden="true">
            <circle cx="7" cy="7" r="6.4" fill={color} />
          </svg>
        ))}
      </span>
      <span className={showCount ? undefined : 'unseen'}>{count}</span>
    </span>
  );
}
