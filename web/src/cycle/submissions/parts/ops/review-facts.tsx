import type { ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import { BELOW_COLLAR_MM, type Placement } from '@fraisier/shared/cycle/placement.ts';
import type { RefusalReason } from '@fraisier/shared/cycle/submission-rules.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { DownloadIcon } from '../../../../platform/ui/icons.tsx';
import { Inks } from '../../../../platform/ui/inks.tsx';
import { OutLink, PlainLink } from '../../../../platform/ui/link.tsx';
import { Facts } from '../../../../platform/ui/ops/panel.tsx';
import { fabricName } from '../../card-words.ts';
import { FindingsList } from './findings.tsx';
import styles from './review.module.css';

/** All that is known of a design before it is decided upon. */
export function ReviewFacts({ item }: { item: ReviewItem }) {
  const text = useText('ops-moderation');
  const ops = useText('ops');
  const format = useFormat();
  const lang = useLang();
  const { facts } = text;
  const { own } = item;
  const cm = (mm: number) => format.number(mm / 10, mm % 10 === 0 ? 0 : 1);
  const placed = ({ widthMm, topMm, fromCentreMm }: Placement) => {
    const side = fromCentreMm < 0 ? facts.leftOf : facts.rightOf;
    const across = fromCentreMm === 0 ? facts.centred : side(cm(Math.abs(fromCentreMm)));
    return facts.placeOf(cm(widthMm), cm(BELOW_COLLAR_MM + topMm), across);
  };
  return (
    <>
      {own && (
        <section className={styles.part}>
          <h3 className="strong">{facts.findings}</h3>
          <FindingsList findings={own.findings} />
        </section>
      )}
      {own?.decision && (
        <section className={styles.part}>
          <h3 className="strong">{facts.decided[own.decision.kind](format.stamp(own.decision.decidedAt))}</h3>
          {own.decision.reasons.length > 0 && (
            <p>{format.list(own.decision.reasons.map((one) => text.refusals[one as RefusalReason] ?? one))}</p>
          )}
          {own.decision.message && <p className={styles.words}>{own.decision.message}</p>}
        </section>
      )}
      <Facts
        rows={[
          [facts.designer, item.designerName],
          [facts.submitted, format.stamp(item.submittedAt)],
          [
            facts.round,
            <PlainLink key="round" to={`/ops/rounds/${item.round}`}>
              {ops.roundName(item.roundNumber)}
            </PlainLink>,
          ],
          [facts.fabric, fabricName(item.fabric, lang)],
          [facts.inks, <Inks key="inks" colors={item.inks.map((ink) => ink.hex)} />],
          ...(own
            ? ([
                [
                  facts.size,
                  <>
                    {own.artwork.format.toUpperCase()},{' '}
                    {facts.pixels(format.number(own.artwork.width), format.number(own.artwork.height))},{' '}
                    {format.fileSize(own.artwork.bytes)}
                    {own.artwork.version > 1 && `, ${facts.version(own.artwork.version)}`}
                  </>,
                ],
                [facts.place, placed(own.artwork.placement)],
              ] as const)
            : []),
        ]}
      />
      {own && (
        <OutLink href={own.artwork.originalUrl} download className={styles.file}>
          <DownloadIcon /> {facts.original}
        </OutLink>
      )}
      <Words title={facts.story} words={item.story || facts.noStory} />
      {own && <Words title={facts.sources} words={own.sources || facts.noSources} />}
      <Words title={facts.alt} words={item.altText} />
      {item.altTextEn && <Words title={facts.altEn} words={item.altTextEn} lang="en" />}
    </>
  );
}

function Words({ title, words, lang }: { title: string; words: string; lang?: string }) {
  return (
    <section className={styles.part}>
      <h3 className="strong">{title}</h3>
      <p className={styles.words} lang={lang}>
        {words}
      </p>
    </section>
  );
}
