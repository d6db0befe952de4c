import { type Design, getDesign } from '@fraisier/shared/contracts/submissions.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { Inks } from '../../platform/ui/inks.tsx';
import { Halves } from '../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../platform/ui/link.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { Tee } from '../../platform/ui/tee.tsx';
import { artSizes } from '../rounds/picture-sizes.ts';
import { monthYear } from '../rounds/round-words.ts';
import { altOf, fabricName } from './card-words.ts';
import styles from './design-page.module.css';
import { DesignerName } from './designer-name.tsx';
import { onShirt } from './on-shirt.ts';
import { DesignResult } from './parts/design-result.tsx';
import { DesignSealed } from './parts/design-sealed.tsx';
import { DesignShare } from './parts/design-share.tsx';
import { DesignViews } from './parts/design-views.tsx';
import { OwnPart } from './parts/own-part.tsx';
import { useShownPictures } from './sent-previews.ts';

const OwnTee = lazy(() => import('./parts/own-tee.tsx').then(({ OwnTee: default_ }) => ({ default: default_ })));

/** One design on its shirt: sealed until the count, then with its place, its margin and its figures. */
export function Page() {
  const { design: id = '' } = useParams();
  const found = useCall(getDesign, { params: { design: id } });
  if (!found.data) {
    return <Awaiting found={found} frames={1} />;
  }
  return <Shown design={found.data} />;
}

function Shown({ design }: { design: Design }) {
  const text = useText('design');
  const format = useFormat();
  const lang = useLang();
  const pictures = useShownPictures(design);
  const shirt = onShirt({ ...design, pictures });
  const picture = { sizes: artSizes.half, alt: altOf(design, lang), placeholder: design.placeholder, priority: true };
  // What folds it is brought for its designer alone, once the page is there.
  const [isThere, setIsThere] = useState(false);
  useEffect(() => setIsThere(true), []);
  const counted = isCounted(design.roundPhase) && design.state === 'admitted';
  return (
    <div data-ink={monthCode(design.month)}>
      <Halves
        steady
        picture={
          design.own && !shirt.folded && isThere ? (
            <Suspense fallback={<Tee fabric={design.fabric} {...shirt} {...picture} />}>
              <OwnTee design={design} pictures={pictures} {...picture} />
            </Suspense>
          ) : (
            <Tee fabric={design.fabric} {...shirt} {...picture} />
          )
        }
        caption={<Material design={design} />}
      >
        <div className={styles.top}>
          <p className="muted">
            <PlainLink to={`/rounds/${design.round}`}>
              {text.round(design.roundNumber, monthYear(design.round, format))}
            </PlainLink>{' '}
            {counted && (design.roundPhase === 'decided' ? text.final : text.provisional)}{' '}
            {design.finalist && text.finalist}
          </p>
          <h1 className="d5">{design.title}</h1>
          {design.designer ? (
            <p>
              {text.by} <DesignerName designer={design.designer} />
            </p>
          ) : (
            <p className="muted">{text.hidden}</p>
          )}
        </div>
        {counted ? <DesignResult design={design} /> : <DesignSealed design={design} />}
        {design.story && (
          <section className={styles.story}>
            <h2 className="d2">{design.designer ? text.story : text.storyNow}</h2>
            <p className="prose">{design.story}</p>
          </section>
        )}
        {design.artworkSha256 && (
          <p className={`small muted ${styles.hash}`}>
            {text.hash} <code>{design.artworkSha256}</code>
          </p>
        )}
        <p className={styles.foot}>
          <DesignShare />
          <Link to={`/rounds/${design.round}`}>{text.gallery}</Link>
        </p>
      </Halves>
      <DesignViews design={design} />
      {design.own && <OwnPart design={design} />}
    </div>
  );
}

function Material({ design }: { design: Design }) {
  const text = useText('design');
  const { inks } = useText('platform');
  const lang = useLang();
  const colors = design.inks.map((ink) => ink.hex);
  return (
    <span className={styles.material}>
      {colors.length > 0 && <Inks colors={colors} showCount={false} />}
      <span aria-hidden={colors.length > 0 || undefined}>
        {colors.length > 0
          ? text.onFabric(inks(colors.length), fabricName(design.fabric, lang))
          : fabricName(design.fabric, lang)}
      </span>
      {colors.length > 0 && <span className="unseen">, {fabricName(design.fabric, lang)}</span>}
    </span>
  );
}
