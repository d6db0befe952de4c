import type { ReactNode } from 'react';
import { MoreButton } from './more-button.tsx';
import styles from './queue-desk.module.css';
import type { Pages } from './use-pages.ts';

export interface QueueEntry {
  readonly id: string;
  readonly name: ReactNode;
  /** In a few words, under the name. */
  readonly state: ReactNode;
  readonly picture: ReactNode;
}

export interface QueueDeskProps {
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly entries: readonly QueueEntry[];
  readonly current: string;
  readonly onSelect: (id: string) => void;
  readonly pages: Pages<unknown>;
  /** The current one, large. */
  readonly children: ReactNode;
}

/** The queue at the side, what is decided upon beside it: over it, as a strip, on phones. */
export function QueueDesk({ label, entries, current, onSelect, pages, children }: QueueDeskProps) {
  return (
    <div className={styles.desk}>
      <nav className={styles.queue} aria-label={label}>
        <ol>
          {entries.map(({ id, name, state, picture }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.entry}
                aria-current={id === current || undefined}
                onClick={() => onSelect(id)}
              >
                <span>{picture}</span>
                <span className={styles.name}>
                  <b>{name}</b>
                  {state}
                </span>
              </button>
            </li>
          ))}
        </ol>
        <MoreButton pages={pages} />
      </nav>
      {children}
    </div>
  );
}
