import { listAudit } from '@fraisier/shared/contracts/shop.ts';
import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Input, Select } from '../ui/input.tsx';
import { Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Loading } from '../ui/loading.tsx';
import { MoreButton } from '../ui/ops/more-button.tsx';
import { OpsShell } from '../ui/ops/ops-shell.tsx';
import { usePages } from '../ui/ops/use-pages.ts';
import styles from './audit.module.css';
import { AuditList } from './audit-list.tsx';
import { auditInput } from './lists.ts';

/** What the workshop did: who, what, on what. Kept for ever. */
export function Page() {
  const text = useText('ops-records').audit;
  const [search] = useSearchParams();
  const input = auditInput(search);
  const pages = usePages(listAudit, input);
  const { act = '', subject = '' } = input.query;
  return (
    <OpsShell title={text.title} subtitle={text.subtitle}>
      <Stack gap={5}>
        <Filter key={`${act} ${subject}`} act={act} subject={subject} />
        {!pages.items && (pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />)}
        {pages.items?.length === 0 && (
          <Empty title={text.empty}>
            <Link to="/ops/audit">{text.clear}</Link>
          </Empty>
        )}
        {pages.items && pages.items.length > 0 && <AuditList entries={pages.items} />}
        <MoreButton pages={pages} />
      </Stack>
    </OpsShell>
  );
}

function Filter({ act, subject }: { act: string; subject: string }) {
  const text = useText('ops-records').audit;
  const navigate = useNavigate();
  const [typed, setTyped] = useState(subject);
  const show = (next: { act: string; subject: string }) => {
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value.trim() !== ''));
    void navigate({ search: query.size > 0 ? `?${query}` : '' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show({ act, subject: typed.trim() });
  };
  return (
    <form className={styles.filter} onSubmit={submit}>
      <Select label={text.act} value={act} onChange={(event) => show({ act: event.target.value, subject })}>
        <option value="">{text.allActs}</option>
        {Object.entries(text.acts).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Input
        label={text.subject}
        hint={text.subjectHint}
        required={false}
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className={styles.go}>
        <Button type="submit" kind="line">
          {text.filter}
        </Button>
        {(act || subject) && <Link to="/ops/audit">{text.clear}</Link>}
      </div>
    </form>
  );
}
