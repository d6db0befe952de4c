import { listAudit } from '@fraisier/shared/contracts/audit.ts';
import { useSearchParams } from 'wouter';
import { useText } from '../i18n/use-text.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Loading } from '../ui/loading.tsx';
import { MoreButton } from '../ui/ops/more-button.tsx';
import { OpsShell } from '../ui/ops/ops-shell.tsx';
import { usePages } from '../ui/ops/use-pages.ts';
import styles from './audit.module.css';
import { AuditFilter, TakeAudit } from './audit-filter.tsx';
import { AuditList } from './audit-list.tsx';
import { auditInput } from './lists.ts';

/** What the workshop did: who, what, on what. Kept for ever. */
export function Page() {
  const text = useText('ops-records').audit;
  const [search] = useSearchParams();
  const input = auditInput(search);
  const { query } = input;
  const isSearch = Object.keys(query).length > 0;
  const pages = usePages(listAudit, input);
  const subject = pages.items?.flatMap((entry) => entry.things).find(({ id }) => id === query.subject)?.name;
  return (
    <OpsShell title={text.title} subtitle={text.subtitle}>
      <Stack gap={5}>
        <div className={styles.search}>
          <AuditFilter key={JSON.stringify(query)} query={query} subject={subject} />
          <TakeAudit query={query} />
        </div>
        {!pages.items && (pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />)}
        {pages.items?.length === 0 && (
          <Empty title={isSearch ? text.empty : text.unwritten}>
            {isSearch ? <Link to="/ops/audit">{text.clear}</Link> : <p className="muted">{text.unwrittenHint}</p>}
          </Empty>
        )}
        {pages.items && pages.items.length > 0 && <AuditList entries={pages.items} />}
        <MoreButton pages={pages} />
      </Stack>
    </OpsShell>
  );
}
