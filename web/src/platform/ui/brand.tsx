import { useText } from '../i18n/use-text.ts';
import styles from './brand.module.css';
import { PlainLink } from './link.tsx';

/** The strawberry of two inks; its green plate falls into register when the brand is hovered. */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg className={[styles.mark, className].filter(Boolean).join(' ')} viewBox="0 0 34 38" aria-hidden="true">
      <path
        className={styles.red}
        d="M17 9.5c4.6-2 14 .2 13.6 9.2C30.2 26.5 22.5 36 17 37 11.5 36 3.8 26.5 3.4 18.7 3 9.7 12.4 7.5 17 9.5Z"
      />
      <path
        className={styles.green}
        d="M17 1.5 20 7.2 27.8 5.8 24.2 11.2 30 16.2 22 15.4 17 21 12 15.4 4 16.2 9.8 11.2 6.2 5.8 14 7.2Z"
      />
      <g className={styles.seeds}>
        <ellipse cx="12" cy="23" rx="1.1" ry="1.7" />
        <ellipse cx="17" cy="27.5" rx="1.1" ry="1.7" />
        <ellipse cx="22" cy="23" rx="1.1" ry="1.7" />
        <ellipse cx="17" cy="32.5" rx="1" ry="1.5" />
      </g>
    </svg>
  );
}

/** The mark and the name, leading home. */
export function Brand() {
  const text = useText('platform');
  return (
    <PlainLink to="/" className={styles.brand} aria-label={text.home}>
      <Mark />
      <Wordmark />
    </PlainLink>
  );
}

/** The name as outlines, which every document brings once (document.ts): they are there before any font and script. */
export function Wordmark() {
  return (
    <svg className={styles.word} viewBox="0 0 90 26" aria-hidden="true">
      <use href="#wordmark" />
    </svg>
  );
}
