import type { ComponentProps, ReactNode } from 'react';
import styles from './table.module.css';

export interface TableProps {
  /** What the table shows: read before it, and the name of its scrolling region. */
  readonly label: string;
  readonly children: ReactNode;
  /** Narrow columns of figures. */
  readonly tight?: boolean;
}

/** A table that scrolls sideways on a phone instead of breaking the page. */
export function Table({ label, children, tight = false }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={[styles.table, tight && styles.tight].filter(Boolean).join(' ')}>
        <caption className="unseen">{label}</caption>
        {children}
      </table>
    </section>
  );
}

/** A heading; `numeric` stands right, over figures. */
export function Th({ numeric, className, ...rest }: { numeric?: boolean } & ComponentProps<'th'>) {
  return <th scope="col" {...rest} className={[numeric && styles.numeric, className].filter(Boolean).join(' ')} />;
}

export function Td({ numeric, className, ...rest }: { numeric?: boolean } & ComponentProps<'td'>) {
  return <td {...rest} className={[numeric && styles.numeric, className].filter(Boolean).join(' ')} />;
}
