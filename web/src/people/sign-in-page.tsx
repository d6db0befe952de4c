import { listDemoPeople, signInAsDemoPerson } from '@fraisier/shared/contracts/demo.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { useLang, useText } from '../platform/i18n/use-text.ts';
import { useAct, useCall } from '../platform/query.ts';
import { Button } from '../platform/ui/button.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { HalftoneEdge } from '../platform/ui/halftone-edge.tsx';
import { Input } from '../platform/ui/input.tsx';
import { Link } from '../platform/ui/link.tsx';
import { askForLink, leave } from './auth-calls.ts';
import { looksLikeEmail } from './email.ts';
import { safeNext } from './next.ts';
import { PasskeyEntry } from './parts/passkey-entry.tsx';
import styles from './sign-in-page.module.css';

/** One field, one button, on the ink of the month what it takes; in the demo, its people. */
export function Page() {
  const lang = useLang();
  const text = useText('entry').signIn;
  const next = safeNext(new URLSearchParams(useSearch()).get('next'), lang);
  const me = useCall(getMe).data;
  const demo = useCall(getShop).data?.demo === true;
  return (
    <div className={styles.page}>
      <section className={styles.ask}>
        <h1 className="d5">{text.title}</h1>
        <p className="lead">{text.lead}</p>
        {me && (
          <p className={styles.here}>
            <b>{text.here(me.name || me.email)}</b>
            <Button kind="line" small onClick={() => void leave(`/${lang}`)}>
              {text.leave}
            </Button>
          </p>
        )}
        <AskForLink next={next} />
        <PasskeyEntry next={next} />
        {demo && <Figures />}
      </section>
      <div className={`field-of-ink ${styles.field}`}>
        <HalftoneEdge />
        {demo ? <DemoPeople next={next} /> : <Figures large />}
      </div>
    </div>
  );
}

/** What signing in comes down to. */
function Figures({ large = false }: { large?: boolean }) {
  const { figures } = useText('entry').signIn;
  return (
    <ul className={[styles.figures, large && styles.large].filter(Boolean).join(' ')}>
      {figures.map(([count, what]) => (
        <li key={count}>
          <b className="figure">{count}</b>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  );
}

function AskForLink({ next }: { next: string }) {
  const lang = useLang();
  const text = useText('entry').signIn;
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const [state, setState] = useState<{ sentTo?: string; error?: unknown; busy?: boolean }>({});
  const sent = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (state.sentTo) sent.current?.focus();
  }, [state.sentTo]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (!looksLikeEmail(address)) {
      setWrong(true);
      return;
    }
    setWrong(false);
    setState({ busy: true });
    try {
      await askForLink(address, { locale: lang, next });
      setState({ sentTo: address });
    } catch (error) {
      setState({ error });
    }
  };

  if (state.sentTo) {
    return (
      <div className={styles.sent}>
        <h2 ref={sent} tabIndex={-1} className="d3">
          {text.sentTitle}
        </h2>
        <p className="prose">{text.sent(state.sentTo)}</p>
        <p className="small muted">{text.notThere}</p>
        <Button kind="line" small onClick={() => setState({})}>
          {text.other}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Input
        label={text.email}
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        hint={text.emailHint}
        error={wrong ? text.emailError : undefined}
      />
      <Button type="submit" wideOnPhone busy={state.busy}>
        {text.send}
      </Button>
      <ErrorNote error={state.error} />
    </form>
  );
}

function DemoPeople({ next }: { next: string }) {
  const lang = useLang();
  const text = useText('entry').signIn;
  const people = useCall(listDemoPeople);
  const enter = useAct(signInAsDemoPerson, { onDone: () => window.location.assign(next) });
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className="d3">
        {text.demoTitle}
      </h2>
      <p className="muted">{text.demoLead}</p>
      <ErrorNote error={people.error ?? enter.error} />
      <ul className={styles.people}>
        {people.data?.items.map((person) => (
          <li key={person.key}>
            <button
              type="button"
              className={styles.person}
              aria-label={text.demoAs(person.name)}
              aria-describedby={`demo-${person.key}`}
              onClick={() => enter.mutate({ body: { key: person.key } })}
            >
              <b>{person.name}</b>
              <span id={`demo-${person.key}`} className="small muted">
                {lang === 'fr' ? person.whatFr : person.whatEn}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Link to="/demo/mail">{text.demoMail}</Link>
    </section>
  );
}
