import { useText } from '../i18n/use-text.ts';
import styles from './awaiting.module.css';
import { ErrorNote } from './error-note.tsx';
import { Wrap } from './layout.tsx';
import { Loading } from './loading.tsx';

export interface AwaitingProps {
  /** The answer that the page cannot do without. */
  readonly found: { readonly error: unknown; refetch(): unknown };
  /** How many pictures are expected. */
  readonly frames?: number;
}

/** A page without its answer: on its way, or why it did not come and how to ask again. It has a heading like any page. */
export function Awaiting(words: AwaitingProps) {
  return (
    <Wrap className={styles.place}>
      <AwaitingWords {...words} />
    </Wrap>
  );
}

/** The same for a page that has its own place for words. */
export function AwaitingWords({ found, frames = 0 }: AwaitingProps) {
  const text = useText('platform');
  if (!found.error) {
    return (
      <>
        <h1 className="unseen">{text.loading}</h1>
        <Loading frames={frames} />
      </>
    );
  }
  return (
    <>
      <h1 className="d5">{text.error.title}</h1>
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
    </>
  );
}
