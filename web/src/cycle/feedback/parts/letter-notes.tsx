import { useText } from '../../../platform/i18n/use-text.ts';
import styles from './letter-notes.module.css';

/** A voter's word, quoted; the others one click away. Nobody's name stands under them. */
export function LetterNotes({ notes, intro, by }: { notes: readonly string[]; intro: string | null; by: string }) {
  const text = useText('letter');
  const [first, ...others] = notes;
  if (first === undefined) return null;
  return (
    <>
      <p>{intro}</p>
      <Quote note={first} by={by} />
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{text.otherNotes(others.length)}</summary>
          {others.map((note, index) => (
            <Quote key={String(index)} note={note} by={by} />
          ))}
        </details>
      )}
    </>
  );
}

function Quote({ note, by }: { note: string; by: string }) {
  const text = useText('letter');
  return (
    <blockquote className={styles.quote}>
      {text.quote(note)}
      <footer>{by}</footer>
    </blockquote>
  );
}
