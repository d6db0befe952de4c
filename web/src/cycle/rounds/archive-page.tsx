import { listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { listRuns, type Run } from '@fraisier/shared/contracts/runs.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { keyOf, queryOf, useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { Button } from '../../platform/ui/button.tsx';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Wrap } from '../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../platform/ui/link.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { Phase } from '../../platform/ui/phase.tsx';
import { Tee } from '../../platform/ui/tee.tsx';
import { altOf } from '../submissions/card-words.ts';
import { useNameOf } from '../submissions/designer-name.tsx';
import { onShirt } from '../submissions/on-shirt.ts';
import styles from './archive-page.module.css';
import { phaseState } from './phase-state.ts';
import { capital, monthYear } from './round-words.ts';

/** Every round there was, each a sheet of its month's ink. */
export function Page() {
  const { archive } = useText('gallery');
  const first = useCall(listRounds);
  const runs = useCall(listRuns).data?.items ?? [];
  const after = first.data?.nextCursor ?? null;
  const older = useInfiniteQuery({
    queryKey: [...keyOf(listRounds), 'older', after],
    enabled: false,
    initialPageParam: after,
    queryFn: ({ pageParam, signal, client }) =>
      queryOf(listRounds, pageParam ? { query: { cursor: pageParam } } : {}).queryFn({ signal, client }),
    getNextPageParam: (page) => page.nextCursor,
  });
  if (!first.data) {
    return <Awaiting found={first} frames={6} />;
  }
  const rounds = [...first.data.items, ...(older.data?.pages.flatMap((page) => page.items) ?? [])];
  const more = older.data ? older.hasNextPage : after !== null;
  return (
    <Wrap className={styles.page}>
      <header className={styles.top}>
        <h1 className="d5">{archive.title}</h1>
        <p className="lead">{archive.lead}</p>
      </header>
      {rounds.length === 0 ? (
        <Empty title={archive.empty}>
          <p className="muted">{archive.emptyText}</p>
          <Link to="/pages/method">{archive.emptyLink}</Link>
        </Empty>
      ) : (
        <ol className={styles.sheets}>
          {rounds.map((round) => (
            <Sheet key={round.slug} round={round} run={runs.find((run) => run.round === round.slug)} />
          ))}
        </ol>
      )}
      {more && (
        <p className={styles.more}>
          <Button
            kind="line"
            busy={older.isFetching}
            onClick={() => void (older.data ? older.fetchNextPage() : older.refetch())}
          >
            {archive.more}
          </Button>
        </p>
      )}
      <ErrorNote error={older.error} onRetry={() => void older.refetch()} />
    </Wrap>
  );
}

function Sheet({ round, run }: { round: Round; run: Run | undefined }) {
  const { archive } = useText('gallery');
  const { phases } = useText('platform');
  const nameOf = useNameOf();
  const format = useFormat();
  const lang = useLang();
  const name = capital(monthYear(round.slug, format));
  const { designs, voters, ratings } = round.counts;
  const counted = isCounted(round.phase);
  const figures = [
    archive.designs(designs, format.number(designs)),
    ...(voters > 0 ? [archive.voters(voters, format.number(voters))] : []),
    ...(ratings > 0 ? [archive.ratings(ratings, format.number(ratings))] : []),
  ];
  return (
    <li>
      <PlainLink to={counted ? `/rounds/${round.slug}/result` : `/rounds/${round.slug}`} className={styles.sheet}>
        <span className={`${styles.ink} field-of-ink`} data-ink={monthCode(round.month)}>
          <span className={styles.number}>{archive.number(round.number)}</span>
          {run ? (
            <Tee
              small
              className={styles.tee}
              fabric={run.design.fabric}
              {...onShirt(run.design)}
              alt={altOf(run.design, lang)}
              placeholder={run.design.placeholder}
              sizes="(max-width: 56.25rem) 34vw, 160px"
            />
          ) : (
            <span className={`${styles.month} figure`} aria-hidden="true">
              {round.month}
            </span>
          )}
        </span>
        <span className={styles.words}>
          <h2 className="d3">{name}</h2>
          {run?.design.designer && (
            <span className="strong">{archive.winner(run.design.title, nameOf(run.design.designer.name))}</span>
          )}
          <span className={styles.state}>
            <Phase state={phaseState(round.phase)}>{phases[round.phase]}</Phase>
            <span className="small muted">
              <SheetDate round={round} />
            </span>
          </span>
          {designs > 0 && <span className="small muted num">{figures.join(', ')}</span>}
        </span>
      </PlainLink>
      {counted && (
        <PlainLink to={`/rounds/${round.slug}`} className={`${styles.gallery} small`}>
          {archive.open(monthYear(round.slug, format))}
        </PlainLink>
      )}
    </li>
  );
}

function SheetDate({ round }: { round: Round }) {
  const { dates } = useText('gallery').archive;
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? '';
  const at = {
    planned: round.planned.collecting,
    collecting: round.planned.voting,
    voting: round.planned.freeze,
    final: round.planned.freeze,
    frozen: round.actual.frozen,
    counted: round.actual.counted,
    decided: round.actual.decided,
    cancelled: round.actual.cancelled,
  }[round.phase];
  if (!at) return null;
  const year = now.slice(0, 4) !== at.slice(0, 4);
  return dates[round.phase](format.day(at, { year }));
}
