import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { getStatement } from '@fraisier/shared/contracts/bounties-papers.ts';
import { addressOf } from '../../../platform/api.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { OutLink } from '../../../platform/ui/link.tsx';
import { Table, Td, Th } from '../../../platform/ui/table.tsx';
import { rateText } from '../../runs/run-words.ts';
import styles from './money-table.module.css';
import { Step } from './step.tsx';

/** From what is promised to what arrives, each contribution on its line, to the cent. */
export function MoneyTable({ bounty }: { bounty: Bounty }) {
  const text = useText('bounty').money;
  const format = useFormat();
  const lang = useLang();
  const exact = (amount: number) => format.moneyExact(amount);
  const { gross, net, promised, contribution } = bounty;
  const kept = bounty.withholding.filter((line) => line.payer === 'author');
  const onTop = bounty.withholding.filter((line) => line.payer !== 'author');
  const labelOf = (line: Bounty['withholding'][number]) => (lang === 'fr' ? line.labelFr : line.labelEn);
  const withheld = exact(gross.amount - net.amount);
  const said =
    kept.length === 0
      ? text.exempt(exact(net.amount))
      : bounty.promisedIsNet
        ? text.net(exact(promised.amount), exact(gross.amount), withheld)
        : text.gross(exact(promised.amount), exact(net.amount), withheld);
  return (
    <Step title={text.title}>
      <p className="prose">{said}</p>
      <Table label={text.table} tight>
        <thead>
          <tr>
            <Th>{text.line}</Th>
            <Th numeric>{text.base}</Th>
            <Th numeric>{text.rate}</Th>
            <Th numeric>{text.amount}</Th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <Th scope="row" colSpan={3} className={styles.strong}>
              {text.grossRow}
            </Th>
            <Td numeric>{exact(gross.amount)}</Td>
          </tr>
          {kept.map((line) => (
            <tr key={line.code}>
              <Th scope="row">{labelOf(line)}</Th>
              <Td numeric>{exact(line.base.amount)}</Td>
              <Td numeric>{rateText(line.rateBp, format)}</Td>
              <Td numeric>{exact(-line.amount.amount)}</Td>
            </tr>
          ))}
          <tr className={styles.net}>
            <Th scope="row" colSpan={3} className={styles.strong}>
              {text.netRow}
            </Th>
            <Td numeric>{exact(net.amount)}</Td>
          </tr>
          {onTop.map((line) => (
            <tr key={line.code}>
              <Th scope="row">{text.onTop(labelOf(line))}</Th>
              <Td numeric>{exact(line.base.amount)}</Td>
              <Td numeric>{rateText(line.rateBp, format)}</Td>
              <Td numeric>{exact(line.amount.amount)}</Td>
            </tr>
          ))}
          <tr>
            <Th scope="row" colSpan={3}>
              {text.cost}
            </Th>
            <Td numeric>{exact(gross.amount + contribution.amount)}</Td>
          </tr>
        </tbody>
      </Table>
      {bounty.payee && (
        <div>
          <OutLink href={addressOf(getStatement, { params: { bounty: bounty.id }, query: { lang } })} download>
            {text.statement}
          </OutLink>
          {!bounty.paidAt && <p className="small muted">{text.provisional}</p>}
        </div>
      )}
      {bounty.promisedIsNet && net.amount > promised.amount && <p className="small muted">{text.cent}</p>}
    </Step>
  );
}
