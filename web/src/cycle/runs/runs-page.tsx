import { listRuns, type Run } from '@fraisier/shared/contracts/runs.ts';
import { useSearch } from 'wouter';
import { useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Section, Wrap } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { listQuery } from './list-query.ts';
import { OpenRun } from './parts/open-run.tsx';
import { SmallRun } from './parts/small-run.tsx';
import { standingOf } from './run-words.ts';
import styles from './runs-page.module.css';

/** All runs: those on sale large on the ink of their month, then what is to come and what is gone. */
export function Page() {
  const text = useText('runs');
  const query = listQuery(new URLSearchParams(useSearch()));
  const runs = useCall(listRuns, query);
  const items = runs.data?.items ?? [];
  const open = items.filter((run) => standingOf(run) === 'open');
  const soon = items.filter((run) => standingOf(run) === 'preparing');
  const past = items.filter((run) => !open.includes(run) && !soon.includes(run));
  const next = runs.data?.nextCursor;
  return (
    <>
      <Wrap className={styles.top}>
        <h1 className="d5">{text.title}</h1>
        <p className="lead">{text.lead}</p>
      </Wrap>
      {runs.error && (
        <Wrap>
          <ErrorNote error={runs.error} onRetry={() => void runs.refetch()} />
        </Wrap>
      )}
      {runs.isPending && (
        <Wrap>
          <Loading frames={4} />
        </Wrap>
      )}
      {runs.data && items.length === 0 && (
        <Wrap>
          <Empty title={text.empty}>
            <p className="muted">{text.emptyText}</p>
            <p>
              <Link to="/">{text.emptyLink}</Link>
            </p>
          </Empty>
        </Wrap>
      )}
      {open.length > 0 && (
        <section aria-label={text.open}>
          {open.map((run, index) => (
            <OpenRun key={run.slug} run={run} priority={index === 0} />
          ))}
        </section>
      )}
      <SmallRuns title={text.soon} runs={soon} />
      <SmallRuns title={text.past} runs={past} />
      {(next || query.query.cursor) && (
        <Wrap className={styles.more}>
          {query.query.cursor && <Link to="/runs">{text.newest}</Link>}
          {next && <Link to={`/runs?cursor=${next}`}>{text.older}</Link>}
        </Wrap>
      )}
    </>
  );
}

function SmallRuns({ title, runs }: { title: string; runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.past}>
        {runs.map((run) => (
          <li key={run.slug}>
            <SmallRun run={run} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
