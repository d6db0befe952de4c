import { getLetter, type Letter as LetterFacts } from '@fraisier/shared/contracts/feedback.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { letterText } from '@fraisier/shared/cycle/letter-text.ts';
import { useParams } from 'wouter';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { AwaitingWords } from '../../platform/ui/awaiting.tsx';
import { Letter } from '../../platform/ui/letter.tsx';
import { PlainLink } from '../../platform/ui/link.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { RankBand } from '../../platform/ui/rank-band.tsx';
import styles from './letter-page.module.css';
import { LetterActions } from './parts/letter-actions.tsx';
import { LetterFigures } from './parts/letter-figures.tsx';
import { LetterNotes } from './parts/letter-notes.tsx';

/** The result letter of one design, to the person who drew it. */
export function Page() {
  const { design = '' } = useParams();
  const letter = useCall(getLetter, { params: { design } });
  if (!letter.data) {
    return (
      <Letter dateline={null}>
        <AwaitingWords found={letter} />
      </Letter>
    );
  }
  return <Written letter={letter.data} />;
}

/** The words are those of the mail and of the paper. */
function Written({ letter }: { letter: LetterFacts }) {
  const text = useText('letter');
  const format = useFormat();
  const lang = useLang();
  const shop = useCall(getShop).data;
  const said = letterText({ ...letter, title: letter.design.title }, lang, shop?.timeZone ?? 'Europe/Paris');
  return (
    <div data-ink={monthCode(letter.month)} className={styles.letter}>
      <Letter
        dateline={
          <>
            {text.dateline(shop?.imprint.city ?? '', format.day(letter.writtenAt, { year: true }))}
            <br />
            {text.round(letter.roundNumber)}
          </>
        }
        aside={<LetterFigures letter={letter} />}
      >
        <p>{said.hello}</p>
        <h1 className={styles.fact}>{said.fact}</h1>
        <p>{said.result}</p>
        {said.figures.map((figure) => (
          <p key={figure}>{figure}</p>
        ))}
        {said.margin && (
          <>
            <p>{said.margin}</p>
            <div className={styles.band}>
              <RankBand
                rank={letter.rank}
                from={letter.rankLow}
                to={letter.rankHigh}
                of={letter.designs}
                label={said.margin}
              />
            </div>
          </>
        )}
        {said.decisions.map((decision) => (
          <p key={decision} className={styles.decision}>
            {decision}
          </p>
        ))}
        <LetterNotes notes={letter.notes} intro={said.notes} by={said.by} />
        <p>{said.ahead}</p>
        <p>
          <PlainLink to="/contact">{said.reply}</PlainLink>
        </p>
        <p className={styles.signature}>
          <b>{letter.signedBy}</b>
          <br />
          {said.for}
        </p>
        <LetterActions letter={letter} />
      </Letter>
    </div>
  );
}
