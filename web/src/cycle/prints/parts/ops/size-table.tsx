import type { MatrixRow } from '@fraisier/shared/contracts/prints.ts';
import type { Static } from 'typebox';
import { useFormat } from '../../../../platform/i18n/use-text.ts';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import styles from './prints.module.css';

export interface SizeRow {
  readonly key: string;
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly strong?: boolean;
}

export interface SizeTableProps {
  readonly label: string;
  readonly total: string;
  readonly sizes: readonly string[];
  readonly rows: readonly SizeRow[];
}

/** Pieces by size, one line for each thing that is counted. */
export function SizeTable({ label, total, sizes, rows }: SizeTableProps) {
  const format = useFormat();
  return (
    <div className={styles.sizes}>
      <Table label={label} tight>
        <thead>
          <tr>
            <Th>
              <span className="unseen">{label}</span>
            </Th>
            {sizes.map((size) => (
              <Th key={size} numeric>
                {size}
              </Th>
            ))}
            <Th numeric>{total}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.strong ? styles.strong : undefined}>
              <th scope="row" className={styles.rowName}>
                {row.name}
              </th>
              {sizes.map((size) => (
                <Td key={size} numeric className={row.counts[size] ? undefined : styles.nought}>
                  {format.number(row.counts[size] ?? 0)}
                </Td>
              ))}
              <Td numeric className="strong">
                {format.number(Object.values(row.counts).reduce((sum, count) => sum + count, 0))}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** The sizes of several rows of a matrix together. */
export function sumBySize(rows: readonly Static<typeof MatrixRow>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    for (const [size, count] of Object.entries(row.sizes)) sums[size] = (sums[size] ?? 0) + count;
  }
  return sums;
}
