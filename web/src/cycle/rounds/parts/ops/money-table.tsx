import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import type { DryRun } from './count-panel.tsx';
import styles from './round-desk.module.css';

/** What each bounty costs, to the cent, beside what is set aside for it. */
export function MoneyTable({ count, reserved = false }: { count: DryRun; reserved?: boolean }) {
  const text = useText('ops-rounds').count;
  const format = useFormat();
  const total = count.money.reduce((sum, line) => sum + line.total.amount, 0);
  return (
    <Table label={text.moneyLabel} tight>
      <thead>
        <tr>
          <Th>{text.money}</Th>
          <Th numeric>{text.gross}</Th>
          <Th numeric>{text.withheld}</Th>
          <Th numeric>{text.net}</Th>
          <Th numeric>{text.contribution}</Th>
          <Th numeric>{text.total}</Th>
        </tr>
      </thead>
      <tbody>
        {count.money.map((line) => (
          <tr key={line.design}>
            <Td>{count.winners.find((winner) => winner.design === line.design)?.title}</Td>
            {[line.gross, line.withheld, line.net, line.contribution, line.total].map((amount, index) => (
              <Td key={String(index)} numeric className="nowrap">
                {format.moneyExact(amount)}
              </Td>
            ))}
          </tr>
        ))}
        <tr className={styles.sum}>
          <th scope="row" colSpan={5}>
            {text.sum}
          </th>
          <Td numeric className="nowrap">
            {format.moneyExact(total)}
          </Td>
        </tr>
        {reserved && (
          <tr>
            <th scope="row" colSpan={5}>
              {text.reserved}
            </th>
            <Td numeric className="nowrap">
              {format.moneyExact(count.reserved)}
            </Td>
          </tr>
        )}
      </tbody>
    </Table>
  );
}
