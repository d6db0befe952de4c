import { listDemoMail } from '@fraisier/shared/contracts/demo.ts';
import { type FormEvent, useState } from 'react';
import { useSearch } from 'wouter';
import { goTo } from '../app/go-to.ts';
import { useFormat, useLang, useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Input } from '../ui/input.tsx';
import { Wrap } from '../ui/layout.tsx';
import { Link, OutLink } from '../ui/link.tsx';
import { Loading } from '../ui/loading.tsx';
import { mailFilter } from './mail-filter.ts';
import styles from './mail-page.module.css';

/** The outbox of the demo, as text, with the links of each mail to follow. */
export function Page() {
  const text = useText('entry').mail;
  const search = new URLSearchParams(useSearch());
  const mails = useCall(listDemoMail, mailFilter(search));
  return (
    <Wrap className={styles.page}>
      <header className={styles.top}>
        <div>
          <h1 className="d4">{text.title}</h1>
          <p className="muted">{text.lead}</p>
        </div>
        <Filter to={search.get('to') ?? ''} />
      </header>
      <ErrorNote error={mails.error} onRetry={() => void mails.refetch()} />
      {mails.isPending && <Loading />}
      {mails.data?.items.length === 0 && <Empty title={text.empty} />}
      <ol className={styles.mails}>
        {mails.data?.items.map((mail) => (
          <MailItem key={mail.id} mail={mail} />
        ))}
      </ol>
    </Wrap>
  );
}

function Filter({ to }: { to: string }) {
  const text = useText('entry').mail;
  const lang = useLang();
  const [address, setAddress] = useState(to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const query = address.trim() ? `?to=${encodeURIComponent(address.trim())}` : '';
    goTo(`/${lang}/demo/mail${query}`);
  };
  return (
    <form className={styles.filter} onSubmit={submit}>
      <Input
        label={text.filter}
        type="email"
        optional
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Button type="submit" kind="line" small>
        {text.show}
      </Button>
      {to && <Link to="/demo/mail">{text.all}</Link>}
    </form>
  );
}

interface DemoMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly createdAt: string;
  readonly sentAt: string | null;
}

function MailItem({ mail }: { mail: DemoMail }) {
  const text = useText('entry').mail;
  const format = useFormat();
  return (
    <li className={styles.mail}>
      <p className="small muted">
        {text.to(mail.to)}, {format.stamp(mail.createdAt)}
        {mail.sentAt === null && <>, {text.waiting}</>}
      </p>
      <h2 className="d3">{mail.subject}</h2>
      <p className={styles.body}>{mail.text}</p>
      {mail.links.length > 0 && (
        <ul className={styles.links} aria-label={text.links}>
          {mail.links.map((link) => (
            <li key={link}>
              <OutLink href={ownPath(link)}>{shortened(link)}</OutLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Links lead to the shop's own address; here they stay on the one that is open. */
function ownPath(link: string): string {
  const { pathname, search, hash } = new URL(link);
  return pathname + search + hash;
}

function shortened(link: string): string {
  const { pathname, search } = new URL(link);
  return search ? `${pathname}?…` : pathname;
}
