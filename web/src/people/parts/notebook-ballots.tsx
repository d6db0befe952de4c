import type { listMyBallots } from '@fraisier/shared/contracts/ballots.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import { monthYear } from '../../cycle/rounds/round-words.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Section } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import type { Found } from '../found.ts';
import styles from './notebook.module.css';

export function NotebookBallots({ found }: { found: Found<typeof listMyBallots> }) {
  const { notebook: text } = useText('account');
  const format = useFormat();
  const items = found.data?.items ?? [];
  return (
    <Section id="ballots" title={text.ballots.title}>
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {!found.data && !found.error && <Loading />}
      {found.data && items.length === 0 && (
        <Empty title={text.ballots.none}>
          <p className="muted">{text.ballots.noneText}</p>
          <Link to="/rounds">{text.ballots.noneLink}</Link>
        </Empty>
      )}
      <ul className={styles.rows}>
        {items.map(({ round, number, phase, rated, skipped, setAside }) => {
          const isOpen = phase === 'voting' || phase === 'final';
          return (
            <li key={round} data-ink={round.slice(-2)}>
              <i className={styles.ink} />
              <p className="d3">{text.ballots.round(number, monthYear(round, format))}</p>
              <p className="muted">
                {text.ballots.counts(rated, skipped)}
                {setAside && (
                  <>
                    <br />
                    <Link to={`/rounds/${round}/ballot#set-aside`}>{text.ballots.setAside}</Link>
                  </>
                )}
              </p>
              <p className={styles.links}>
                <Link to={`/rounds/${round}/ballot`}>{isOpen ? text.ballots.goOn : text.ballots.receipts}</Link>
                {rated > 0 && <Link to={`/verify?round=${round}&receipts=mine`}>{text.ballots.verify}</Link>}
                {isCounted(phase) && <Link to={`/rounds/${round}/result`}>{text.ballots.result}</Link>}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
