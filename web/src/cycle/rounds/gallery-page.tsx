import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { listRoundDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { memo, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { showQuery } from '../../platform/app/go-to.ts';
import { useVisitorOrder } from '../../platform/app/visitor-order.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { ButtonLink } from '../../platform/ui/button.tsx';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Wrap } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { Segments } from '../../platform/ui/segments.tsx';
import { cardsAfter, GALLERY_PAGE, hasFinalists } from './gallery-calls.ts';
import styles from './gallery-page.module.css';
import { pagesAsked } from './load-round-pages.ts';
import { Call } from './parts/call.tsx';
import { DesignTile, type View } from './parts/design-tile.tsx';
import { GalleryActs } from './parts/gallery-acts.tsx';
import { GalleryTop } from './parts/gallery-top.tsx';
import { useRated } from './parts/use-rated.ts';

/** The designs of a round, all of the same size, in an order drawn for this visitor. */
export function Page() {
  const { round: slug = '' } = useParams();
  const found = useCall(getRound, { params: { round: slug } });
  if (!found.data) {
    return <Awaiting found={found} frames={8} />;
  }
  return <Gallery round={found.data} />;
}

function Gallery({ round }: { round: Round }) {
  const text = useText('gallery');
  const [search] = useSearchParams();
  const [view, setView] = useState<View>(viewOf(search));
  // The switch answers at once; two dozen shirts take their time behind it.
  const shownView = useDeferredValue(view);
  const rated = useRated(round);
  const pages = pagesAsked(search);
  const wall = useRef<HTMLUListElement>(null);
  const before = useRef(pages);
  useEffect(() => {
    // After "more" the focus goes to the first design that it brought.
    if (pages > before.current) wall.current?.querySelectorAll('a')[before.current * GALLERY_PAGE]?.focus();
    before.current = pages;
  }, [pages]);
  useEffect(() => {
    // The address follows last: it makes the whole page look at itself again, and the touch would wait for that.
    const now = new URLSearchParams(location.search);
    if (shownView === viewOf(now)) return;
    if (shownView === 'worn') now.set('view', 'worn');
    else now.delete('view');
    showQuery(now, { replace: true });
  }, [shownView]);
  return (
    <div data-ink={monthCode(round.month)}>
      <Wrap className={styles.page}>
        <GalleryTop round={round} />
        {round.counts.designs === 0 ? (
          <div className={styles.none}>
            <NoDesigns round={round} />
          </div>
        ) : (
          <>
            <div className={styles.bar}>
              <GalleryActs round={round} />
              <span className={`${styles.order} small muted`}>{text.order}</span>
              <Segments
                label={text.view.label}
                labelHidden
                options={[
                  { value: 'flat', label: text.view.flat },
                  { value: 'worn', label: text.view.worn },
                ]}
                value={view}
                onChange={setView}
              />
            </div>
            <ul className={styles.wall} ref={wall}>
              <Pages round={round} left={pages} cursor={undefined} first view={shownView} rated={rated} />
            </ul>
            <More round={round} pages={pages} view={view} />
          </>
        )}
      </Wrap>
      {round.phase === 'collecting' && round.counts.designs > 0 && <Call round={round} onGallery />}
    </div>
  );
}

const viewOf = (search: URLSearchParams): View => (search.get('view') === 'worn' ? 'worn' : 'flat');

interface PagesProps {
  readonly round: Round;
  readonly left: number;
  readonly cursor: string | undefined;
  readonly first?: boolean;
  readonly view: View;
  readonly rated: ReadonlySet<string>;
}

/** One page of tiles and those after it: each begins at the cursor of the one before. */
const Pages = memo(function Pages({ round, left, cursor, first = false, view, rated }: PagesProps) {
  const order = useVisitorOrder();
  const list = useCall(listRoundDesigns, cardsAfter(round.slug, order, cursor));
  if (list.error) {
    return (
      <li className={styles.whole}>
        <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      </li>
    );
  }
  if (!list.data) {
    return (
      <li className={styles.whole}>
        <Loading frames={8} />
      </li>
    );
  }
  const next = list.data.nextCursor;
  const someFinalists = hasFinalists(round);
  return (
    <>
      {list.data.items.map((card, index) => (
        <DesignTile
          key={card.id}
          card={card}
          view={view}
          priority={first && index === 0}
          rated={rated.has(card.id)}
          finalist={someFinalists && card.finalist}
        />
      ))}
      {left > 1 && next && <Pages round={round} left={left - 1} cursor={next} view={view} rated={rated} />}
    </>
  );
});

/** How much is shown, and the rest by a link: nothing comes by itself, and the address keeps it. */
function More({ round, pages, view }: { round: Round; pages: number; view: View }) {
  const text = useText('gallery');
  const all = round.counts.designs;
  const shown = Math.min(all, pages * GALLERY_PAGE);
  const search = new URLSearchParams({ pages: String(pages + 1), ...(view === 'worn' ? { view } : {}) });
  return (
    <div className={styles.more}>
      {shown < all && (
        <ButtonLink kind="line" to={`/rounds/${round.slug}?${search}`} wideOnPhone>
          {text.more(Math.min(GALLERY_PAGE, all - shown))}
        </ButtonLink>
      )}
      <p className="muted num" role="status">
        {text.shown(shown, all)}
      </p>
    </div>
  );
}

function NoDesigns({ round }: { round: Round }) {
  const { all, empty } = useText('gallery');
  if (round.phase === 'planned') {
    return (
      <Empty title={empty.planned}>
        <p className="muted">{empty.plannedText}</p>
        <Link to="/pages/designers">{empty.template}</Link>
      </Empty>
    );
  }
  if (round.phase !== 'collecting') {
    return (
      <Empty title={empty.none}>
        <p className="muted">{empty.noneText}</p>
        <Link to="/rounds">{all}</Link>
      </Empty>
    );
  }
  return (
    <Empty title={empty.collecting}>
      <p className="muted">{empty.text}</p>
      <GalleryActs round={round} />
    </Empty>
  );
}
