import { answerContactMessage, type ContactMessage, listContactMessages } from '@fraisier/shared/contracts/contact.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Static } from 'typebox';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { invalidate, useAct, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { TextArea } from '../../../platform/ui/input.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { OutLink } from '../../../platform/ui/link.tsx';
import { Tag } from '../../../platform/ui/tag.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import styles from './messages.module.css';

type Message = Static<typeof ContactMessage>;

/** One message and its answer. */
export function MessageCard({ message }: { message: Message }) {
  const text = useText('ops-records').messages;
  const format = useFormat();
  const [answering, setAnswering] = useState(false);
  return (
    <li className={styles.message}>
      <header className={styles.top}>
        <h2 className="d3">{message.name}</h2>
        <Tag tone={message.kind === 'notice' ? 'bad' : 'plain'}>{text[message.kind]}</Tag>
        {message.answeredAt ? (
          <Tag tone="ok">{text.answered(format.stamp(message.answeredAt))}</Tag>
        ) : (
          <Tag tone="warn">{text.waiting}</Tag>
        )}
        <p className="small muted num">
          {message.email}, {text.received(format.stamp(message.receivedAt))}
        </p>
      </header>
      <p className={`prose ${styles.words}`}>{message.message}</p>
      {message.address && (
        <p className={`small ${styles.words}`}>
          <span className="muted">{text.about}</span> <About address={message.address} />
        </p>
      )}
      {message.answer && (
        <blockquote className={styles.answer}>
          <p className="small muted">{text.given}</p>
          <p className={`prose ${styles.words}`}>{message.answer}</p>
        </blockquote>
      )}
      {message.answeredAt === null &&
        (answering ? (
          <AnswerForm message={message} onCancel={() => setAnswering(false)} />
        ) : (
          <div>
            <Button kind="line" small onClick={() => setAnswering(true)}>
              {text.open}
              <span className="unseen"> {message.name}</span>
            </Button>
          </div>
        ))}
    </li>
  );
}

/** Followed only to a web page; anything else is shown as it was written. */
function About({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return address;
  return (
    <OutLink href={address} rel="noreferrer">
      {address}
    </OutLink>
  );
}

const LEAST = 3;
const MOST = 4000;

function AnswerForm({ message, onCancel }: { message: Message; onCancel: () => void }) {
  const text = useText('ops-records').messages;
  const { cancel } = useText('platform');
  const client = useQueryClient();
  const me = useCall(getMe).data;
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const send = useAct(answerContactMessage, {
    invalidates: [listContactMessages, getDesk],
    onDone: () => toast(text.done(message.name)),
  });
  const short = [...answer.trim()].length < LEAST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short) return;
    send.mutate(
      { params: { message: message.id }, body: { answer: answer.trim() } },
      {
        // Somebody was faster: what they wrote is shown in place of the form.
        onError: (problem) => {
          if (problem.code !== 'message_answered') return;
          toast(text.faster(message.name), 'warn');
          void invalidate(client, listContactMessages);
        },
      },
    );
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <TextArea
        label={text.answer}
        hint={text.answerHint(me?.name ?? '')}
        rows={7}
        maxLength={MOST}
        value={answer}
        error={tried && short ? text.tooShort : undefined}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <ErrorNote error={send.error} />
      <Actions>
        <Button type="submit" wideOnPhone busy={send.isPending}>
          {text.send}
        </Button>
        <Button kind="line" wideOnPhone onClick={onCancel}>
          {cancel}
        </Button>
      </Actions>
    </form>
  );
}
