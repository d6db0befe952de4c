import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { RoundResult, WinnerRow } from '@fraisier/shared/contracts/rounds-result.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { getDesign } from '@fraisier/shared/contracts/submissions.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { Histogram } from '../../../platform/ui/histogram.tsx';
import { Actions, Halves } from '../../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../../platform/ui/link.tsx';
import { LoadingFrame } from '../../../platform/ui/loading.tsx';
import { Phase } from '../../../platform/ui/phase.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { PayRecord } from '../../bounties/parts/pay-record.tsx';
import { altOf } from '../../submissions/card-words.ts';
import { DesignerName, useNameOf } from '../../submissions/designer-name.tsx';
import { onShirt } from '../../submissions/on-shirt.ts';
import { artSizes } from '../picture-sizes.ts';
import styles from '../result-page.module.css';
import { monthYear } from '../round-words.ts';
import { exactScore, fiveOf, shortScore } from '../score-figure.ts';

export interface WinnerProps {
  readonly round: Round;
  readonly result: RoundResult;
  readonly winner: WinnerRow;
  /** Among winners who share the place. */
  readonly nth: number;
}

/** The winner on the ink of the month, with the figures that made it win and the run it becomes. */
export function Winner({ round, result, winner, nth }: WinnerProps) {
  const text = useText('result');
  const say = useText('gallery');
  const { phases } = useText('platform');
  const nameOf = useNameOf();
  const format = useFormat();
  const lang = useLang();
  const design = useCall(getDesign, { params: { design: winner.design } }).data;
  const shop = useCall(getShop).data;
  const row = result.ranking.find((one) => one.design === winner.design);
  const alone = result.winners.length === 1;
  const Title = alone ? 'h1' : 'h2';
  const run = design?.runs[0];
  const { promise } = round;
  return (
    <Halves
      ground="ink"
      picture={
        design ? (
          <Tee
            fabric={design.fabric}
            {...onShirt(design)}
            alt={altOf(design, lang)}
            placeholder={design.placeholder}
            sizes={artSizes.half}
            priority={nth === 0}
          />
        ) : (
          <LoadingFrame />
        )
      }
    >
      <div className={styles.top}>
        <p className={styles.phase}>
          <Phase state="settled">{phases[round.phase]}</Phase>
          <PlainLink to={`/rounds/${round.slug}`} className="muted">
            {say.round(round.number, monthYear(round.slug, format))}
          </PlainLink>
        </p>
        <Title className="d5">
          <span className="unseen">{text.prefix(monthYear(round.slug, format))} </span>
          {winner.title}
        </Title>
        <p>
          {text.by} {row ? <DesignerName designer={row.designer} /> : nameOf(winner.designer)}
        </p>
      </div>
      {row && (
        <>
          <p className={styles.score}>
            <span className={`${styles.big} figure`}>{shortScore(row.score, format)}</span>
            <span>
              {text.points}
              <br />
              <span className="small muted num">{text.exact(exactScore(row.score, format))}</span>
            </span>
          </p>
          <p className="prose">
            {text.ratings(format.number(row.ratings), row.ratings)}.{' '}
            {text.worn(
              format.number(row.wouldWear),
              row.wouldWear,
              format.percent(row.ratings === 0 ? 0 : row.wouldWear / row.ratings),
            )}{' '}
            {text.bounty(format.money(promise.bounty), promise.bountyIsNet)}
          </p>
          {shop && <PayRecord record={shop.payRecord} averageDays={shop.averageDaysToPay} />}
          <div>
            <Histogram {...fiveOf(row.histogram)} label={text.histogram} />
            <p className="small muted">{text.legend}</p>
          </div>
        </>
      )}
      <Actions className={styles.noPrint}>
        {run ? (
          <ButtonLink to={`/runs/${run}`} wideOnPhone>
            {text.run(promise.runSize)}
          </ButtonLink>
        ) : (
          <p className="muted">{text.runSoon(promise.runSize)}</p>
        )}
        <Link to={`/designs/${winner.design}`}>{text.design}</Link>
      </Actions>
    </Halves>
  );
}
