import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, Locale, listOf, Moment, Nullable, Page } from './common.ts';

/** Mails that one can do without: the daily fingerprint of a vote, and the one question after an order. */
export const mailTopics = ['heads', 'questions'] as const;
export const MailTopic = Type.Enum([...mailTopics]);
export type MailTopic = (typeof mailTopics)[number];

export const mailStates = ['waiting', 'sent', 'failed', 'unwanted'] as const;
export type MailState = (typeof mailStates)[number];
const State = Type.Enum([...mailStates]);

const Preference = Type.Object({
  topic: MailTopic,
  wanted: Type.Boolean(),
  /** Enough to know one's own by. */
  address: Type.String(),
});

const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{44}$' });

/** Reading changes nothing: programs that look for bad links open every one. */
export const getMailPreference = contract({
  name: 'getMailPreference',
  method: 'GET',
  path: '/api/mail/preferences/:token',
  audience: 'anyone',
  summary: 'What the link at the foot of a mail is about, and whether such mails still come',
  params: Type.Object({ token: Token }),
  status: 200,
  response: Preference,
});

export const putMailPreference = contract({
  name: 'putMailPreference',
  method: 'PUT',
  path: '/api/mail/preferences/:token',
  audience: 'anyone',
  summary: 'Have such mails come no more, or again; the link of the mail is enough',
  params: Type.Object({ token: Token }),
  body: Type.Object({ wanted: Type.Boolean() }),
  status: 200,
  response: Preference,
});

const MyTopics = Type.Object({
  topics: Type.Array(Type.Object({ topic: MailTopic, wanted: Type.Boolean() })),
});

export const getMyMailTopics = contract({
  name: 'getMyMailTopics',
  method: 'GET',
  path: '/api/me/mail',
  audience: 'member',
  summary: 'The mails that I can do without, and which of them I want',
  status: 200,
  response: MyTopics,
});

export const putMyMailTopic = contract({
  name: 'putMyMailTopic',
  method: 'PUT',
  path: '/api/me/mail',
  audience: 'member',
  summary: 'Want mails of a topic, or not',
  body: Type.Object({ topic: MailTopic, wanted: Type.Boolean() }),
  status: 200,
  response: MyTopics,
});

/** No text of the mail, which is its reader's, and no address where it would tell of someone's ballot. */
export const OutboxMail = Type.Object({
  id: Id,
  template: Type.String(),
  topic: Nullable(MailTopic),
  locale: Locale,
  subject: Type.String(),
  recipient: Nullable(Type.String()),
  state: State,
  attempts: Type.Integer(),
  createdAt: Moment,
  sentAt: Nullable(Moment),
  failedAt: Nullable(Moment),
  nextAttemptAt: Nullable(Moment),
  /** What the mail server said last. */
  lastError: Nullable(Type.String()),
});
export type OutboxMail = Type.Static<typeof OutboxMail>;

export const listMails = contract({
  name: 'listMails',
  method: 'GET',
  path: '/api/mails',
  audience: 'operator',
  summary: 'The outbox, newest first: what waits, what left, what was refused and why',
  query: Type.Object({
    ...Page,
    state: Type.Optional(State),
    /** An address, or its beginning. */
    to: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
  }),
  status: 200,
  response: listOf(OutboxMail),
});

export const getMailCounts = contract({
  name: 'getMailCounts',
  method: 'GET',
  path: '/api/mails/counts',
  audience: 'operator',
  summary: 'How many mails wait and were refused, since when, and what the mail server says',
  status: 200,
  response: Type.Object({
    waiting: Type.Integer(),
    failed: Type.Integer(),
    /** Tried at least once and not through. */
    delayed: Type.Integer(),
    oldestWaitingSince: Nullable(Moment),
    lastSentAt: Nullable(Moment),
    /** Why the mail server takes none at all; null while it takes some. */
    trouble: Nullable(Type.String()),
  }),
});

export const retryMail = contract({
  name: 'retryMail',
  method: 'POST',
  path: '/api/mails/:mail/retry',
  audience: 'operator',
  summary: 'Send a refused mail again, or a waiting one now',
  params: Type.Object({ mail: Id }),
  status: 200,
  response: OutboxMail,
  problems: ['mail_settled'],
});

export const retryFailedMails = contract({
  name: 'retryFailedMails',
  method: 'POST',
  path: '/api/mails/retry',
  audience: 'operator',
  summary: 'Send all refused mails again',
  status: 200,
  response: Type.Object({ mails: Type.Integer() }),
});

export const listMailTemplates = contract({
  name: 'listMailTemplates',
  method: 'GET',
  path: '/api/mail-templates',
  audience: 'operator',
  summary: 'Every mail that the shop writes',
  status: 200,
  response: Type.Object({
    items: Type.Array(Type.Object({ template: Type.String(), topic: Nullable(MailTopic), why: Type.String() })),
  }),
});

const Sample = Type.Object({ template: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$', maxLength: 40 }) });

export const getMailSample = contract({
  name: 'getMailSample',
  method: 'GET',
  path: '/api/mail-templates/:template',
  audience: 'operator',
  summary: 'A sample of a mail as text, made by what makes the mail',
  params: Sample,
  query: Type.Object({ locale: Type.Optional(Locale) }),
  status: 200,
  response: Type.Object({ subject: Type.String(), text: Type.String() }),
});

export const showMailSample = contract({
  name: 'showMailSample',
  method: 'GET',
  path: '/api/mail-templates/:template/html',
  audience: 'operator',
  summary: 'The same as HTML: a document that runs nothing and fetches nothing',
  params: Sample,
  query: Type.Object({
    locale: Type.Optional(Locale),
    /** As a reader by day, or by night. */
    theme: Type.Optional(Type.Union([Type.Literal('light'), Type.Literal('dark')])),
  }),
  status: 200,
  file: 'text/html; charset=utf-8',
});
