import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Section } from '../../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../../platform/ui/link.tsx';
import { Table, Td, Th } from '../../../platform/ui/table.tsx';
import styles from '../result-page.module.css';
import { exactScore } from '../score-figure.ts';

/** What was set aside, and what the count would have been with it: side by side, whoever it serves. */
export function BothCounts({ result }: { result: RoundResult }) {
  const { both: text } = useText('result');
  const format = useFormat();
  const { setAside, totals, winners, winnersOfAll } = result;
  const none = setAside.ratings === 0;
  const idsOf = (rows: RoundResult['winners']) => rows.map((row) => row.design).toSorted();
  const same = idsOf(winners).join() === idsOf(winnersOfAll).join();
  const named = (rows: RoundResult['winners']) =>
    rows.length === 0
      ? text.nobody
      : rows.map((row, nth) => (
          <span key={row.design}>
            {nth > 0 && ', '}
            <PlainLink to={`/designs/${row.design}`}>{row.title}</PlainLink>
          </span>
        ));
  const first = new Set([...idsOf(winners), ...idsOf(winnersOfAll)]);
  const rows = result.ranking.filter((row) => first.has(row.design));
  return (
    <Section title={text.title} id="both-counts">
      <div className={styles.honesty}>
        <div className={styles.method}>
          <p className="prose">
            {none
              ? text.none
              : text.aside(
                  format.number(setAside.voters),
                  setAside.voters,
                  format.number(setAside.ratings),
                  setAside.ratings,
                )}{' '}
            {!none && (same ? text.same : result.provisional ? text.otherUnsigned : text.other)}
          </p>
          {!none && <p className="prose muted">{text.kept}</p>}
          <p className={styles.noPrint}>
            <Link to="/pages/rules#suspicious-votes">{text.rule}</Link>
          </p>
        </div>
        {!none && (
          <div className={styles.table}>
            <Table label={text.label}>
              <thead>
                <tr>
                  <Th>{text.what}</Th>
                  <Th numeric>{text.counted}</Th>
                  <Th numeric>{text.all}</Th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <Th scope="row">{text.ratings}</Th>
                  <Td numeric>{format.number(totals.ratings)}</Td>
                  <Td numeric>{format.number(totals.ratings + setAside.ratings)}</Td>
                </tr>
                {rows.map((row) => (
                  <tr key={row.design}>
                    <Th scope="row">{text.scoreOf(row.title)}</Th>
                    <Td numeric>{exactScore(row.score, format)}</Td>
                    <Td numeric>{exactScore(row.all.score, format)}</Td>
                  </tr>
                ))}
                <tr>
                  <Th scope="row">{text.winner}</Th>
                  <Td numeric>
                    <b>{named(winners)}</b>
                  </Td>
                  <Td numeric>{named(winnersOfAll)}</Td>
                </tr>
              </tbody>
            </Table>
          </div>
        )}
      </div>
    </Section>
  );
}
