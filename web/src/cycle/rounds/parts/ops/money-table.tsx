import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import type { DryRun } from './count-panel.tsx';
import styles from './round-desk.module.css';

export interface MoneyTableProps {
  readonly count: DryRun;
  /** Beside what is set aside, while nothing is paid yet. */
  readonly reserved?: boolean;
}

/** What each bounty costs, to the cent: a column for each winner, and their sum where there are several. */
export function MoneyTable({ count, reserved = false }: MoneyTableProps) {
  const text = useText('ops-rounds').count;
  const format = useFormat();
  const { money, winners } = count;
  const several = money.length > 1;
  const lines = ['gross', 'withheld', 'net', 'contribution', 'total'] as const;
  return (
    <Table label={text.moneyLabel} tight>
      <thead>
        <tr>
          <Th>
            <span className="unseen">{text.moneyLabel}</span>
          </Th>
          {money.map(({ design }) => (
            <Th key={design} numeric>
              {winners.find((winner) => winner.design === design)?.title}
            </Th>
          ))}
          {several && <Th numeric>{text.sum}</Th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line} className={line === 'total' ? styles.sum : undefined}>
            <th scope="row">{text[line]}</th>
            {money.map((one) => (
              <Td key={one.design} numeric className="nowrap">
                {format.moneyExact(one[line])}
              </Td>
            ))}
            {several && (
              <Td numeric className="nowrap">
                {format.moneyExact(money.reduce((sum, one) => sum + one[line].amount, 0))}
              </Td>
            )}
          </tr>
        ))}
        {reserved && (
          <tr>
            <th scope="row">{text.reserved}</th>
            <Td numeric className="nowrap" colSpan={money.length + Number(several)}>
              {format.moneyExact(count.reserved)}
            </Td>
          </tr>
        )}
      </tbody>
    </Table>
  );
}
