import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { RATINGS_FOR_RANK } from '@fraisier/shared/cycle/margins.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Flat } from '../../../platform/ui/flat.tsx';
import { Section } from '../../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../../platform/ui/link.tsx';
import { Ordinal } from '../../../platform/ui/ordinal.tsx';
import { Table, Td, Th } from '../../../platform/ui/table.tsx';
import { useNameOf } from '../../submissions/designer-name.tsx';
import type { RankedRow } from '../gallery-calls.ts';
import styles from '../result-page.module.css';
import { exactScore, shortScore } from '../score-figure.ts';
import { RankInterval } from './rank-interval.tsx';
import { useAllCards } from './use-all-cards.ts';

/** Every design with its place, its figures and the margin of its place. */
export function ResultTable({ result }: { result: RoundResult }) {
  const text = useText('result');
  const cards = useAllCards(result.round);
  const cut = result.ranking.some((row) => !row.finalist);
  const won = new Set(result.winners.map((row) => row.design));
  if (result.ranking.length === 0) return null;
  return (
    <Section
      id="ranking"
      title={text.table.title}
      aside={
        <Link to={`/rounds/${result.round}`} className={styles.noPrint}>
          {text.gallery}
        </Link>
      }
    >
      <div className={styles.table}>
        <Table label={text.table.label}>
          <thead>
            <tr>
              <Th className={styles.rankCell}>{text.table.rank}</Th>
              <Th>{text.table.design}</Th>
              <Th numeric>{text.table.score}</Th>
              <Th numeric>{text.table.ratings}</Th>
              <Th numeric>{text.table.worn}</Th>
              <Th className={styles.interval}>{text.table.band}</Th>
            </tr>
          </thead>
          <tbody>
            {result.ranking.map((row) => (
              <Row
                key={row.design}
                row={row}
                of={result.ranking.length}
                cut={cut}
                won={won.has(row.design)}
                card={cards.get(row.design)}
              />
            ))}
          </tbody>
        </Table>
      </div>
      <p className={`${styles.measure} prose small muted`}>{text.table.note}</p>
    </Section>
  );
}

interface RowProps {
  readonly row: RankedRow;
  readonly of: number;
  readonly won: boolean;
  /** Some designs did not reach the final, so that being a finalist says something. */
  readonly cut: boolean;
  readonly card: DesignCard | undefined;
}

function Row({ row, of, won, cut, card }: RowProps) {
  const { table } = useText('result');
  const nameOf = useNameOf();
  const format = useFormat();
  const ranked = row.ratings >= RATINGS_FOR_RANK || won;
  return (
    <tr className={won ? styles.winner : undefined}>
      <Th scope="row" className={styles.rankCell}>
        <span className={`${styles.rank} figure`}>{ranked ? <Ordinal rank={row.rank} /> : '–'}</span>
        {ranked && row.tied && <span className={styles.tied}>{table.tied}</span>}
      </Th>
      <Td>
        <PlainLink to={`/designs/${row.design}`} className={styles.who}>
          {card ? (
            <Flat
              tight
              fabric={card.fabric}
              pictures={card.pictures}
              alt=""
              placeholder={card.placeholder}
              sizes="48px"
            />
          ) : (
            <span className={styles.empty} />
          )}
          <span className={styles.whoWords}>
            <span className={styles.whoTitle}>{row.title}</span>
            <span className="small muted">
              {nameOf(row.designer.name)}
              {cut && row.finalist && `, ${table.finalist.toLowerCase()}`}
            </span>
          </span>
        </PlainLink>
      </Td>
      <Td numeric>
        <b>{shortScore(row.score, format)}</b>
        <span className={`${styles.exact} small muted`}>{exactScore(row.score, format)}</span>
      </Td>
      <Td numeric>{format.number(row.ratings)}</Td>
      <Td numeric>{format.number(row.wouldWear)}</Td>
      <Td className={styles.interval}>
        {row.ratings >= RATINGS_FOR_RANK ? (
          <RankInterval rank={row.rank} from={row.rankLow} to={row.rankHigh} of={of} />
        ) : (
          <span className="small muted">{table.few}</span>
        )}
      </Td>
    </tr>
  );
}
