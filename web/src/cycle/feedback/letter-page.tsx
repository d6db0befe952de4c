import { getLetter, type Letter as LetterFacts } from '@fraisier/shared/contracts/feedback.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { RATINGS_FOR_RANK } from '@fraisier/shared/cycle/margins.ts';
import { useParams } from 'react-router';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Letter } from '../../platform/ui/letter.tsx';
import { PlainLink } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { Ordinal } from '../../platform/ui/ordinal.tsx';
import { RankBand } from '../../platform/ui/rank-band.tsx';
import { useNameOf } from '../submissions/designer-name.tsx';
import styles from './letter-page.module.css';
import { LetterActions } from './parts/letter-actions.tsx';
import { LetterFigures } from './parts/letter-figures.tsx';
import { LetterNotes } from './parts/letter-notes.tsx';
import { NextRound } from './parts/next-round.tsx';

/** The result letter of one design, to the person who drew it. */
export function Page() {
  const { design = '' } = useParams();
  const letter = useCall(getLetter, { params: { design } });
  if (!letter.data) {
    return (
      <Letter dateline={null}>
        <ErrorNote error={letter.error} onRetry={() => void letter.refetch()} />
        {!letter.error && <Loading />}
      </Letter>
    );
  }
  return <Written letter={letter.data} />;
}

function Written({ letter }: { letter: LetterFacts }) {
  const text = useText('letter');
  const format = useFormat();
  const city = useCall(getShop).data?.imprint.city ?? '';
  return (
    <div data-ink={monthCode(letter.month)}>
      <Letter
        dateline={
          <>
            {text.dateline(city, format.day(letter.writtenAt, { year: true }))}
            <br />
            {text.round(letter.roundNumber)}
          </>
        }
        aside={<LetterFigures letter={letter} />}
      >
        <h1 className="unseen">{text.title(letter.design.title)}</h1>
        <p>{text.hello(letter.designer)}</p>
        <Result letter={letter} />
        <Figures letter={letter} />
        <LetterNotes notes={letter.notes} />
        {letter.winner ? <p>{text.bounty}</p> : <NextRound next={letter.next} />}
        <p>
          <PlainLink to="/contact">{text.write}</PlainLink> {text.reply}
        </p>
        <p className={styles.signature}>
          <b>{letter.signedBy}</b>
          <br />
          {text.for}
        </p>
        <LetterActions letter={letter} />
      </Letter>
    </div>
  );
}

/** The first sentence is the result. */
function Result({ letter }: { letter: LetterFacts }) {
  const text = useText('letter');
  const nameOf = useNameOf();
  const format = useFormat();
  const { title } = letter.design;
  const place = text.place('', format.number(letter.designs));
  const others = letter.winners.filter((winner) => winner.title !== title || winner.designer !== letter.designer);
  const fact = letter.winner
    ? text.won(title)
    : letter.passedOverReason
      ? text.passedOver(title)
      : text.notPrinted(title);
  return (
    <p>
      <b>{fact}</b>{' '}
      {letter.ratings < RATINGS_FOR_RANK ? (
        text.noRank(letter.ratings, RATINGS_FOR_RANK)
      ) : (
        <>
          {place.before}
          <Ordinal rank={letter.rank} />
          {place.after}
        </>
      )}{' '}
      {letter.winner && text.wonRest}
      {!letter.winner && letter.finalist && `${text.finalist} `}
      {letter.passedOverReason && text.passedOverRest(letter.passedOverReason)}
      {!letter.winner &&
        others.length > 0 &&
        text.winners(format.list(others.map((one) => text.winner(one.title, nameOf(one.designer)))), others.length)}
    </p>
  );
}

/** One figure a paragraph, and the margin said as it is. */
function Figures({ letter }: { letter: LetterFacts }) {
  const text = useText('letter');
  const format = useFormat();
  const { rank, rankLow, rankHigh, designs } = letter;
  const place = (at: number) => format.ordinal(at, 'f');
  const most = Math.max(0, ...Object.values(letter.sizes));
  const sizes = Object.keys(letter.sizes).filter((size) => most > 0 && letter.sizes[size] === most);
  return (
    <>
      <p>{text.ratings(format.number(letter.ratings), letter.ratings > 1)}</p>
      <p>
        {letter.wouldWear > 0
          ? text.wear(format.number(letter.wouldWear), letter.wouldWear > 1, sizes.length > 2 ? '' : format.list(sizes))
          : text.noWear}
      </p>
      {letter.ratings >= RATINGS_FOR_RANK && designs > 1 && (
        <>
          <p>{rankLow < rankHigh ? text.band(place(rankLow), place(rankHigh)) : text.bandOne(format.ordinal(rank))}</p>
          <div className={styles.band}>
            <RankBand
              rank={rank}
              from={rankLow}
              to={rankHigh}
              of={designs}
              label={text.bandLabel(format.number(rank), place(rankLow), place(rankHigh), format.number(designs))}
            />
          </div>
        </>
      )}
    </>
  );
}
