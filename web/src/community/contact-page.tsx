import { sendContactMessage } from '@fraisier/shared/contracts/contact.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { looksLikeEmail } from '../people/email.ts';
import { useText } from '../platform/i18n/use-text.ts';
import { useAct, useCall } from '../platform/query.ts';
import { Mark } from '../platform/ui/brand.tsx';
import { Button } from '../platform/ui/button.tsx';
import { Checkbox } from '../platform/ui/checkbox.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { HalftoneEdge } from '../platform/ui/halftone-edge.tsx';
import { Input, TextArea } from '../platform/ui/input.tsx';
import { Link, OutLink } from '../platform/ui/link.tsx';
import { Segments } from '../platform/ui/segments.tsx';
import styles from './contact-page.module.css';

const MIN_LETTERS = 10;
type Kind = 'question' | 'notice';

/** A question, or a notice of content with what the law asks for. */
export function Page() {
  const text = useText('entry').contact;
  const [round, setRound] = useState(0);
  return (
    <div className={styles.page}>
      <div className={styles.said}>
        <h1 className="d5">{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <Answer />
        <Ways />
      </div>
      <div className={`field-of-ink ${styles.field}`}>
        <HalftoneEdge />
        <div className={`white-paper ${styles.card}`}>
          <span className={styles.stamp} aria-hidden="true">
            <Mark />
          </span>
          <ContactForm key={round} onAgain={() => setRound(round + 1)} />
        </div>
      </div>
    </div>
  );
}

/** The one figure that counts here. */
function Answer() {
  const { answer } = useText('entry').contact;
  return (
    <p className={styles.answer}>
      <b className="figure">{answer.days}</b> <span>{answer.what}</span>
    </p>
  );
}

/** The other ways to the shop, as far as it has given them. */
function Ways() {
  const text = useText('entry').contact.ways;
  const shop = useCall(getShop).data;
  const { legalName, street, postalCode, city } = shop?.imprint ?? {};
  return (
    <dl className={styles.ways}>
      {shop?.email && (
        <div>
          <dt>{text.mail}</dt>
          <dd>
            <OutLink href={`mailto:${shop.email}`}>{shop.email}</OutLink>
          </dd>
        </div>
      )}
      {street && (
        <div>
          <dt>{text.post}</dt>
          <dd>
            {legalName}
            <br />
            {street}, {postalCode} {city}
          </dd>
        </div>
      )}
      <div>
        <dt>{text.order}</dt>
        <dd>
          <Link to="/me">{text.notebook}</Link>
        </dd>
      </div>
    </dl>
  );
}

function ContactForm({ onAgain }: { onAgain: () => void }) {
  const text = useText('entry').contact;
  const me = useCall(getMe).data;
  const [kind, setKind] = useState<Kind>('question');
  const [given, setGiven] = useState({ name: me?.name ?? '', email: me?.email ?? '', address: '', message: '' });
  const [goodFaith, setGoodFaith] = useState(false);
  const [tried, setTried] = useState(false);
  const send = useAct(sendContactMessage);
  const done = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (send.isSuccess) done.current?.focus();
  }, [send.isSuccess]);

  const isNotice = kind === 'notice';
  const errors = {
    name: given.name.trim() === '' ? text.nameError : undefined,
    email: looksLikeEmail(given.email) ? undefined : text.emailError,
    address: isNotice && given.address.trim() === '' ? text.addressError : undefined,
    message: given.message.trim().length < MIN_LETTERS ? text.messageError : undefined,
    goodFaith: isNotice && !goodFaith ? text.goodFaithError : undefined,
  };
  const shown: Partial<typeof errors> = tried ? errors : {};
  const change = (name: keyof typeof given) => (event: { target: { value: string } }) =>
    setGiven({ ...given, [name]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(errors).some(Boolean)) return;
    const { address, ...rest } = given;
    send.mutate({ body: { kind, ...rest, email: given.email.trim(), ...(isNotice ? { address, goodFaith } : {}) } });
  };

  if (send.isSuccess) {
    return (
      <div className={styles.form}>
        <h2 ref={done} tabIndex={-1} className="d4">
          {text.doneTitle}
        </h2>
        <p className="prose">{text.done}</p>
        <div>
          <Button kind="line" onClick={onAgain}>
            {text.another}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Segments
        label={text.kind}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        options={[
          { value: 'question', label: text.question },
          { value: 'notice', label: text.notice },
        ]}
      />
      {isNotice && <p className="muted">{text.noticeHint}</p>}
      <Input
        label={text.name}
        autoComplete="name"
        maxLength={80}
        value={given.name}
        onChange={change('name')}
        error={shown.name}
      />
      <Input
        label={text.email}
        type="email"
        autoComplete="email"
        maxLength={254}
        value={given.email}
        onChange={change('email')}
        error={shown.email}
      />
      {isNotice && (
        <Input
          label={text.address}
          inputMode="url"
          maxLength={500}
          value={given.address}
          onChange={change('address')}
          error={shown.address}
        />
      )}
      <TextArea
        label={text.message}
        rows={7}
        maxLength={4000}
        value={given.message}
        onChange={change('message')}
        error={shown.message}
      />
      {isNotice && (
        <Checkbox checked={goodFaith} onChange={(event) => setGoodFaith(event.target.checked)} error={shown.goodFaith}>
          {text.goodFaith}
        </Checkbox>
      )}
      <ErrorNote error={send.error} />
      <div>
        <Button type="submit" wideOnPhone busy={send.isPending}>
          {text.send}
        </Button>
      </div>
    </form>
  );
}
