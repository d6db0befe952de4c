import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { LEAST_BUYERS } from '@fraisier/shared/cycle/crowd.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Section } from '../../../platform/ui/layout.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { Table, Td, Th } from '../../../platform/ui/table.tsx';
import styles from '../result-page.module.css';

type Crowd = NonNullable<RoundResult['crowd']>;

/** Who voted, in figures that tell nobody's vote: they help to judge the count, and nobody can recount them. */
export function WhoVoted({ result }: { result: RoundResult }) {
  const { crowd: text } = useText('result');
  const format = useFormat();
  const { crowd, totals } = result;
  if (!crowd) return null;
  const share = (voters: number, of: number) => (of === 0 ? '–' : format.percent(voters / of));
  const [voters, eligible] = [format.number(totals.voters), format.number(crowd.eligible)];
  return (
    <Section title={text.title} id="who-voted">
      <div className={styles.honesty}>
        <div className={styles.method}>
          <dl className={styles.figures}>
            <div>
              <dt className="small muted">{text.eligible}</dt>
              <dd className="figure">{eligible}</dd>
            </div>
            <div>
              <dt className="small muted">{text.voters}</dt>
              <dd className="figure">{voters}</dd>
            </div>
          </dl>
          <p className="prose">
            {text.turnout(voters, totals.voters, eligible, crowd.eligible, share(totals.voters, crowd.eligible))}
          </p>
          <p className="prose muted">{text.honest}</p>
        </div>
        <div className={styles.method}>
          <div className={styles.table}>
            <Table label={text.ages}>
              <thead>
                <tr>
                  <Th>{text.age}</Th>
                  <Th numeric>{text.count}</Th>
                  <Th numeric>{text.share}</Th>
                </tr>
              </thead>
              <tbody>
                {crowd.ages.map((row) => (
                  <tr key={row.age}>
                    <Th scope="row">{text.classes[row.age]}</Th>
                    <Td numeric>{format.number(row.voters)}</Td>
                    <Td numeric>{share(row.voters, totals.voters)}</Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </div>
          <h3 className="d2">{text.buyers}</h3>
          {crowd.buyers ? (
            <BuyersOnly buyers={crowd.buyers} result={result} />
          ) : (
            <p className="prose">{text.tooFew(LEAST_BUYERS)}</p>
          )}
        </div>
      </div>
    </Section>
  );
}

function BuyersOnly({ buyers, result }: { buyers: NonNullable<Crowd['buyers']>; result: RoundResult }) {
  const { crowd: text, both } = useText('result');
  const format = useFormat();
  const idsOf = (rows: RoundResult['winners']) =>
    rows
      .map((row) => row.design)
      .toSorted()
      .join();
  const same = idsOf(buyers.winners) === idsOf(result.winners);
  return (
    <p className="prose">
      {text.buyersText(format.number(buyers.voters), format.number(buyers.ratings), buyers.ratings)}{' '}
      <b>
        {buyers.winners.length === 0
          ? both.nobody
          : buyers.winners.map((row, nth) => (
              <span key={row.design}>
                {nth > 0 && ', '}
                <PlainLink to={`/designs/${row.design}`}>{row.title}</PlainLink>
              </span>
            ))}
      </b>
      . {same ? text.same : text.other}
    </p>
  );
}
