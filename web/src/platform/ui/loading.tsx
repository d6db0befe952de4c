import { useText } from '../i18n/use-text.ts';
import styles from './loading.module.css';

/** Where a picture will be: a halftone that stands still. */
export function LoadingFrame() {
  return <span className={styles.frame} aria-hidden="true" />;
}

/** A part of the page that is on its way; nothing blinks. `frames` pictures are expected. */
export function Loading({ frames = 0 }: { frames?: number }) {
  const { loading } = useText('platform');
  return (
    <div className={styles.loading} role="status">
      <p className={frames > 0 ? 'unseen' : 'muted'}>{loading}</p>
      {frames > 0 && (
        <div className={styles.frames}>
          {Array.from({ length: frames }, (_, index) => (
            <LoadingFrame key={index} />
          ))}
        </div>
      )}
    </div>
  );
}
