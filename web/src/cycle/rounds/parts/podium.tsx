import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { getDesign } from '@fraisier/shared/contracts/submissions.ts';
import { RATINGS_FOR_RANK } from '@fraisier/shared/cycle/margins.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Section, Wrap } from '../../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../../platform/ui/link.tsx';
import { LoadingFrame } from '../../../platform/ui/loading.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { Ordinal } from '../../../platform/ui/ordinal.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { Tile } from '../../../platform/ui/tile.tsx';
import { altOf } from '../../submissions/card-words.ts';
import { useNameOf } from '../../submissions/designer-name.tsx';
import { onShirt } from '../../submissions/on-shirt.ts';
import { appealsEnd } from '../appeals-end.ts';
import { PODIUM, podiumOf, type RankedRow } from '../gallery-calls.ts';
import { monthName, when } from '../round-words.ts';
import styles from './podium.module.css';

/** The first places of the last round that was counted. */
export function Podium({ round }: { round: Round }) {
  const { podium } = useText('home');
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  const result = useCall(getResult, { params: { round: round.slug } }).data;
  if (!result || result.ranking.length === 0) return null;
  const until = appealsEnd(result.countedAt, round.promise.appealHours);
  return (
    <Section
      title={podium.title(monthName(round.slug, format))}
      aside={<Link to={`/rounds/${round.slug}/result`}>{podium.all(result.totals.designs)}</Link>}
    >
      {result.provisional && now && (
        <Note tone="warn" className={styles.provisional}>
          {now < until ? podium.provisional(when(format, until, now)) : podium.provisionalOver}
        </Note>
      )}
      <ol className={styles.podium}>
        {podiumOf(result, PODIUM).map((row) => (
          <Place
            key={row.design}
            row={row}
            round={round}
            won={result.winners.some((one) => one.design === row.design)}
          />
        ))}
      </ol>
    </Section>
  );
}

function Place({ row, round, won }: { row: RankedRow; round: Round; won: boolean }) {
  const { podium, ratings } = useText('home');
  const nameOf = useNameOf();
  const format = useFormat();
  const lang = useLang();
  const design = useCall(getDesign, { params: { design: row.design } }).data;
  const place = (rank: number) => format.ordinal(rank, 'f');
  const band =
    row.ratings < RATINGS_FOR_RANK
      ? podium.few
      : row.rankLow === row.rankHigh
        ? podium.sure(place(row.rankLow))
        : podium.band(place(row.rankLow), place(row.rankHigh));
  return (
    <li>
      <PlainLink to={`/designs/${row.design}`} className={styles.place}>
        {design ? (
          <Tile square>
            <Tee
              small
              fabric={design.fabric}
              {...onShirt(design)}
              alt={altOf(design, lang)}
              placeholder={design.placeholder}
              sizes="(max-width: 56.25rem) 36vw, 170px"
            />
          </Tile>
        ) : (
          <LoadingFrame />
        )}
        <span className={styles.row}>
          <b className={`${styles.rank} figure`}>
            <Ordinal rank={row.rank} />
          </b>
          <span className={styles.words}>
            <span className="d3">{row.title}</span>
            <span>{nameOf(row.designer.name)}</span>
            <span className={`${styles.facts} small muted`}>
              <span>
                {podium.counted(ratings(format.number(row.ratings), row.ratings), format.number(row.wouldWear))}
              </span>
              <span>{band}</span>
              {won && <span>{podium.bounty(format.money(round.promise.bounty), round.promise.bountyIsNet)}</span>}
            </span>
          </span>
        </span>
      </PlainLink>
    </li>
  );
}

/** A round between its vote and its count, while the next one is already on. */
export function FrozenNote({ round }: { round: Round }) {
  const { podium, act } = useText('home');
  const format = useFormat();
  return (
    <Wrap className={styles.frozen}>
      <Note>
        {podium.waiting(monthName(round.slug, format))}{' '}
        <PlainLink to={`/rounds/${round.slug}`}>{act.gallery(round.counts.designs)}</PlainLink>
      </Note>
    </Wrap>
  );
}
