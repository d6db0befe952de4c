import { listAuditActors } from '@fraisier/shared/contracts/audit.ts';
import type { FormEvent } from 'react';
import { showQuery } from '../app/go-to.ts';
import { useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Input, Select } from '../ui/input.tsx';
import { Link } from '../ui/link.tsx';
import styles from './audit.module.css';
import { type AuditQuery, auditFilters } from './lists.ts';
import { useTakeAudit } from './take-audit.ts';

/** What is looked for. The address of the page says it, so that a search can be sent to a colleague. */
export function AuditFilter({ query, subject }: { query: AuditQuery; subject: string | undefined }) {
  const text = useText('ops-records').audit;
  const actors = useCall(listAuditActors).data?.items ?? [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const asked = auditFilters.map((name) => [name, String(form.get(name) ?? '').trim()] as const);
    const search = new URLSearchParams(asked.filter(([, value]) => value !== '').map(([name, value]) => [name, value]));
    showQuery(search);
  };
  return (
    <form className={styles.filter} onSubmit={submit}>
      <div className={styles.words}>
        <Input
          label={text.words}
          hint={text.wordsHint}
          required={false}
          name="words"
          type="search"
          maxLength={200}
          defaultValue={query.words}
        />
      </div>
      <Select label={text.act} required={false} name="act" defaultValue={query.act ?? ''}>
        <option value="">{text.allActs}</option>
        {Object.entries(text.acts).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Select label={text.actor} required={false} name="actor" defaultValue={query.actor ?? ''}>
        <option value="">{text.allActors}</option>
        {actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="shop">{text.machine}</option>
      </Select>
      <Input label={text.from} required={false} name="from" type="date" defaultValue={query.from} />
      <Input label={text.to} required={false} name="to" type="date" defaultValue={query.to} />
      {query.subject && (
        <p className={styles.subject}>
          {text.on} <b>{subject ?? query.subject}</b>
          <input type="hidden" name="subject" value={query.subject} />
        </p>
      )}
      <div className={styles.go}>
        <Button type="submit" kind="ink" small>
          {text.filter}
        </Button>
        {Object.keys(query).length > 0 && <Link to="/ops/audit">{text.clear}</Link>}
      </div>
    </form>
  );
}

/** The log as a file: what is found, and not only the page that is shown. */
export function TakeAudit({ query }: { query: AuditQuery }) {
  const text = useText('ops-records').audit;
  const take = useTakeAudit();
  return (
    <div className={styles.take}>
      <h2 className="d2">{text.take}</h2>
      <p className="small muted">{text.takeHint}</p>
      <div className={styles.formats}>
        {(['csv', 'jsonl'] as const).map((format) => (
          <Button
            key={format}
            kind="line"
            small
            busy={take.isPending && take.variables.format === format}
            onClick={() => take.mutate({ format, query })}
          >
            {text.takeAs[format]}
          </Button>
        ))}
      </div>
      <ErrorNote error={take.error} />
    </div>
  );
}
