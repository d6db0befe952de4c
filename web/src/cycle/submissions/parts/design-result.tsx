import { getResult, type RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { RATINGS_FOR_RANK } from '@fraisier/shared/cycle/margins.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { Histogram } from '../../../platform/ui/histogram.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { Loading } from '../../../platform/ui/loading.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { Ordinal } from '../../../platform/ui/ordinal.tsx';
import { RankBand } from '../../../platform/ui/rank-band.tsx';
import type { RankedRow } from '../../rounds/gallery-calls.ts';
import { fiveOf } from '../../rounds/score-figure.ts';
import styles from './design-parts.module.css';

/** After the count: how many rated it and how, its place and what the place is worth. */
export function DesignResult({ design }: { design: Design }) {
  const text = useText('design');
  const found = useCall(getResult, { params: { round: design.round } });
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const result = found.data;
  const row = result.ranking.find((one) => one.design === design.id);
  const out = result.passedOver.find((one) => one.design === design.id);
  const won = result.winners.some((one) => one.design === design.id);
  const run = design.runs[0];
  return (
    <>
      {row && <Figures row={row} />}
      {row && <Place row={row} result={result} won={won} />}
      {out && <Note tone="warn">{text.passedOver(out.reason)}</Note>}
      <Actions>
        {run ? (
          <ButtonLink to={`/runs/${run}`} wideOnPhone>
            {text.run}
          </ButtonLink>
        ) : (
          <ButtonLink kind="ink" to={`/rounds/${design.round}/result`} wideOnPhone>
            {text.result}
          </ButtonLink>
        )}
        {run && <Link to={`/rounds/${design.round}/result`}>{text.result}</Link>}
        {design.own?.isOwner && <Link to={`/designs/${design.id}/letter`}>{text.letter}</Link>}
      </Actions>
    </>
  );
}

function Figures({ row }: { row: RankedRow }) {
  const text = useText('design');
  const format = useFormat();
  const { counts, worn } = fiveOf(row.histogram);
  if (row.ratings === 0) return null;
  return (
    <>
      <p className={styles.score}>
        <span className={`${styles.big} figure`}>{format.number(row.ratings)}</span>
        <span>
          {text.ratings(row.ratings)}
          <br />
          <span className="muted">
            {row.wouldWear === 0
              ? text.noneWorn
              : text.worn(format.number(row.wouldWear), row.wouldWear, format.percent(row.wouldWear / row.ratings))}
          </span>
        </span>
      </p>
      <section>
        <h2 className="unseen">{text.histogram}</h2>
        <Histogram counts={counts} worn={worn} label={text.histogram} />
        <p className="small muted">{text.legend}</p>
      </section>
    </>
  );
}

function Place({ row, result, won }: { row: RankedRow; result: RoundResult; won: boolean }) {
  const text = useText('design');
  const format = useFormat();
  const of = result.ranking.length;
  const place = (rank: number) => format.ordinal(rank, 'f');
  if (row.ratings < RATINGS_FOR_RANK) {
    return <p className="lead">{row.ratings === 0 ? text.none : text.few(row.ratings)}</p>;
  }
  return (
    <section>
      <h2 className="d3">
        <Ordinal rank={row.rank} /> {text.of(of)}
        {row.tied && `, ${text.tied}`}
        {won && <span className={styles.won}>{text.won}</span>}
      </h2>
      <RankBand
        rank={row.rank}
        from={row.rankLow}
        to={row.rankHigh}
        of={of}
        label={text.bandLabel(format.ordinal(row.rank), place(row.rankLow), place(row.rankHigh), of)}
      />
      <p className={`${styles.margin} small muted`}>
        {row.rankLow === row.rankHigh
          ? text.bandSure(place(row.rank))
          : text.band(place(row.rankLow), place(row.rankHigh))}
      </p>
    </section>
  );
}
