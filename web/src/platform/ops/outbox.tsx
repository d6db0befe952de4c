import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import {
  getMailCounts,
  listMails,
  type MailState,
  mailStates,
  type OutboxMail,
  retryFailedMails,
  retryMail,
} from '@fraisier/shared/contracts/mails.ts';
import type { FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { showQuery } from '../app/go-to.ts';
import { useFormat, useText } from '../i18n/use-text.ts';
import { useAct, useCall } from '../query.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Input } from '../ui/input.tsx';
import { Link } from '../ui/link.tsx';
import { Loading } from '../ui/loading.tsx';
import { MoreButton } from '../ui/ops/more-button.tsx';
import { usePages } from '../ui/ops/use-pages.ts';
import { Segments } from '../ui/segments.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import styles from './mail.module.css';
import { outboxInput } from './mail-lists.ts';

const stale = [listMails, getMailCounts, getDesk];

/** What became of each mail, newest first. Nobody reads here what a mail says: that is its reader's. */
export function Outbox() {
  const [search] = useSearchParams();
  const input = outboxInput(search);
  const pages = usePages(listMails, input);
  return (
    <>
      <Filter key={JSON.stringify(input)} state={input.query.state} to={input.query.to} />
      {!pages.items && (pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />)}
      {pages.items?.length === 0 && <NoMail {...input.query} />}
      {pages.items && pages.items.length > 0 && (
        <ol className={styles.mails}>
          {pages.items.map((mail) => (
            <Mail key={mail.id} mail={mail} />
          ))}
        </ol>
      )}
      <MoreButton pages={pages} />
    </>
  );
}

function NoMail({ state, to }: { state?: MailState | undefined; to?: string | undefined }) {
  const text = useText('ops-mail');
  if (!state && !to) {
    return (
      <Empty title={text.before}>
        <p className="muted">{text.beforeHint}</p>
        <Link to="/ops/mail?view=samples">{text.seeSamples}</Link>
      </Empty>
    );
  }
  return (
    <Empty title={state === 'failed' ? text.emptyFailed : text.empty}>
      <Link to="/ops/mail">{text.clear}</Link>
    </Empty>
  );
}

function Filter({ state, to }: { state: MailState | undefined; to: string | undefined }) {
  const text = useText('ops-mail');
  const failed = useCall(getMailCounts).data?.failed ?? 0;
  const retry = useAct(retryFailedMails, {
    invalidates: stale,
    onDone: ({ mails }) => toast(text.retriedAll(mails)),
  });
  const show = (next: { state?: string; to?: string }) => {
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value));
    showQuery(query);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('to') ?? '').trim();
    show({ ...(state ? { state } : {}), to: typed });
  };
  return (
    <div className={styles.filter}>
      <Segments
        label={text.state}
        value={state ?? 'all'}
        options={(['all', ...mailStates] as const).map((value) => ({ value, label: text.states[value] }))}
        onChange={(next) => show({ ...(next === 'all' ? {} : { state: next }), ...(to ? { to } : {}) })}
      />
      <form className={styles.find} onSubmit={submit}>
        <Input label={text.to} hint={text.toHint} required={false} name="to" type="email" defaultValue={to} />
        <Button type="submit" kind="line" small>
          {text.find}
        </Button>
      </form>
      {failed > 0 && (
        <div className={styles.all}>
          <Button kind="ink" small busy={retry.isPending} onClick={() => retry.mutate({})}>
            {text.retryAll(failed)}
          </Button>
          <ErrorNote error={retry.error} />
        </div>
      )}
    </div>
  );
}

const tones = { waiting: 'warn', sent: 'ok', failed: 'bad', unwanted: 'plain' } as const;

function Mail({ mail }: { mail: OutboxMail }) {
  const text = useText('ops-mail');
  const format = useFormat();
  const retry = useAct(retryMail, { invalidates: stale, onDone: () => toast(text.retried) });
  const isDelayed = mail.state === 'waiting' && mail.lastError !== null;
  return (
    <li className={styles.mail} data-state={mail.state}>
      <p>
        <Tag tone={tones[mail.state]}>{text.stateOf[mail.state]}</Tag>
      </p>
      <div className={styles.what}>
        <p>
          <b>{text.templates[mail.template] ?? mail.template}</b>{' '}
          <span className="muted" lang={mail.locale}>
            {mail.subject}
          </span>
        </p>
        <p className="small muted">
          {mail.recipient ?? text.secret}
          {mail.attempts > 1 && <>, {text.attempts(mail.attempts)}</>}
        </p>
        {mail.lastError && (
          <p className={`small ${styles.says}`}>
            {text.says} <q>{mail.lastError}</q>
          </p>
        )}
        {mail.state === 'unwanted' && <p className="small muted">{text.unwantedHint}</p>}
      </div>
      <p className={`small muted num ${styles.when}`}>
        {mail.sentAt
          ? text.sent(format.stamp(mail.sentAt))
          : mail.failedAt
            ? text.failed(format.stamp(mail.failedAt))
            : isDelayed && mail.nextAttemptAt
              ? text.next(format.stamp(mail.nextAttemptAt))
              : mail.state === 'waiting'
                ? text.soon
                : text.written(format.stamp(mail.createdAt))}
      </p>
      {(mail.state === 'failed' || isDelayed) && (
        <div className={styles.act}>
          <Button kind="line" small busy={retry.isPending} onClick={() => retry.mutate({ params: { mail: mail.id } })}>
            {mail.state === 'failed' ? text.retry : text.retryNow}
          </Button>
        </div>
      )}
      {retry.error && (
        <div className={styles.trouble}>
          <ErrorNote error={retry.error} />
        </div>
      )}
    </li>
  );
}
