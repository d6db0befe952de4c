import type { ReactNode } from 'react';
import { ApiProblem } from '../api.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';
import styles from './error-note.module.css';
import { Note } from './note.tsx';
import { ProblemText } from './problem-text.tsx';

export interface ErrorNoteProps {
  /** What a call threw. Nothing is shown for null. */
  readonly error: unknown;
  /** Offered when trying again can help. */
  readonly onRetry?: (() => void) | undefined;
  /** In place of the sentence of the code, where the page knows better. */
  readonly children?: ReactNode;
  /** One line for each reason that the page can name. */
  readonly reason?: (reason: ApiProblem['reasons'][number]) => ReactNode;
}

/** Says why a call failed and what to do; read out at once. */
export function ErrorNote({ error, onRetry, children, reason }: ErrorNoteProps) {
  const text = useText('platform');
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error : new ApiProblem('internal');
  const lines = reason ? problem.reasons.map(reason).filter(Boolean) : [];
  return (
    <Note tone="bad" role="alert">
      {children ?? <ProblemText code={problem.code} fallback={text.error.text} />}
      {lines.length > 0 && (
        <ul className={styles.reasons}>
          {lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <p className={styles.retry}>
          <Button kind="line" small onClick={onRetry}>
            {text.retry}
          </Button>
        </p>
      )}
    </Note>
  );
}
