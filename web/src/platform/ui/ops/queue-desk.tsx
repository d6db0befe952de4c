import type { ReactNode } from 'react';
import { CheckIcon } from '../icons.tsx';
import { MoreButton } from './more-button.tsx';
import styles from './queue-desk.module.css';
import type { Pages } from './use-pages.ts';

export interface QueueEntry {
  readonly id: string;
  readonly name: ReactNode;
  /** In a few words, under the name. */
  readonly state: ReactNode;
  readonly picture: ReactNode;
  /** Where several can be decided at once: whether this is one of them. */
  readonly chosen?: boolean;
}

export interface QueueDeskProps {
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly entries: readonly QueueEntry[];
  readonly current: string;
  readonly onSelect: (id: string) => void;
  readonly pages: Pages<unknown>;
  /** Above the list: what concerns all of it. */
  readonly head?: ReactNode;
  /** Gives each entry a box to tick; its words are for screen readers. */
  readonly choose?: { readonly label: (id: string) => ReactNode; readonly onChange: (id: string) => void };
  /** The current one, large. */
  readonly children: ReactNode;
}

/** The queue at the side, what is decided upon beside it: over it, as a strip, on phones. */
export function QueueDesk({ label, entries, current, onSelect, pages, head, choose, children }: QueueDeskProps) {
  return (
    <div className={styles.desk}>
      <nav className={styles.queue} aria-label={label}>
        {head}
        <ol>
          {entries.map(({ id, name, state, picture, chosen = false }) => (
            <li key={id} className={choose && styles.choosable} data-chosen={chosen || undefined}>
              {choose && (
                <label className={styles.choice}>
                  <input type="checkbox" checked={chosen} onChange={() => choose.onChange(id)} />
                  <span className={styles.tick}>
                    <CheckIcon className={styles.sign} />
                  </span>
                  <span className="unseen">{choose.label(id)}</span>
                </label>
              )}
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
