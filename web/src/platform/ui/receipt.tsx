import { Fragment, type ReactNode } from 'react';
import { Mark } from './brand.tsx';
import styles from './receipt.module.css';

export type ReceiptRow = readonly [label: ReactNode, value: ReactNode];

export interface ReceiptProps {
  readonly title: string;
  /** Blocks of rows, a dashed line between them. */
  readonly blocks: readonly (readonly ReceiptRow[])[];
  /** The code to keep, in large letters. */
  readonly code?: string;
  /** What the code is for. */
  readonly children?: ReactNode;
}

/** A slip of torn paper: white in both themes. */
export function Receipt({ title, blocks, code, children }: ReceiptProps) {
  return (
    <div className={styles.shadow}>
      <section className={`${styles.receipt} white-paper`} aria-label={title}>
        <div className={styles.top}>
          <Mark className={styles.mark} />
          <b>{title}</b>
        </div>
        {blocks.map((rows, index) => (
          <Fragment key={String(index)}>
            <hr className={styles.cut} />
            <dl>
              {rows.map(([label, value], row) => (
                <Fragment key={String(row)}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </Fragment>
              ))}
            </dl>
          </Fragment>
        ))}
        {(code || children) && <hr className={styles.cut} />}
        {code && <p className={styles.code}>{code}</p>}
        {children && <div className={styles.after}>{children}</div>}
      </section>
    </div>
  );
}
