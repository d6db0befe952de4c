import type { Deps } from '../../deps.ts';
import { enqueue } from '../jobs/queue.ts';
import { readSettings } from '../settings/settings.sql.ts';
import { minutesToWait } from './backoff.ts';
import { kindOf } from './kinds.ts';
import { type Mailer, SendFailure } from './mailer.ts';
import {
  hasDueMail,
  isUnwanted,
  type MailRow,
  markMailFailed,
  markMailSent,
  markMailUnwanted,
  takeDueMail,
} from './outbox.sql.ts';
import { withLinks } from './unsubscribe.ts';

/** Connections to the mail server at once, of each process. */
const LANES = 4;
/** More than an attempt may last: nobody else takes the mail meanwhile. */
const LEASE_SECONDS = 300;
/** Then other jobs have their turn, and the rest of the mail another one. */
const TURN_MS = 30_000;
/** So many mails in a row that broke off are not the mails' fault. */
const STREAK = 4;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** What this process knows of its mail server. */
interface Line {
  isRunning: boolean;
  /** Woken while it ran: it looks once more before it ends. */
  isWoken: boolean;
  streak: number;
  pauses: number;
  pausedUntil: number;
}

const lines = new WeakMap<Mailer, Line>();

function lineTo(mailer: Mailer): Line {
  const line = lines.get(mailer) ?? { isRunning: false, isWoken: false, streak: 0, pauses: 0, pausedUntil: 0 };
  lines.set(mailer, line);
  return line;
}

/**
 * The job: sends what is due, a few at once, the urgent first. It never fails: what a mail server does is no reason to
 * try the job again. When the server takes nothing, the mail waits and the worker is free for all else.
 */
export async function sendMail(deps: Deps): Promise<void> {
  const line = lineTo(deps.mailer);
  line.isWoken = true;
  if (line.isRunning || Date.now() < line.pausedUntil) return;
  line.isRunning = true;
  const end = Date.now() + TURN_MS;
  try {
    while (line.isWoken && Date.now() < end && Date.now() >= line.pausedUntil) {
      line.isWoken = false;
      // After trouble one mail finds out whether the server is back.
      const lanes = line.pauses > 0 ? 1 : LANES;
      await Promise.all(Array.from({ length: lanes }, () => sendInTurn(deps, line, end)));
    }
  } finally {
    line.isRunning = false;
  }
  if (Date.now() >= line.pausedUntil && (await hasDueMail(deps.db))) await enqueue(deps.db, 'send-mail', {});
}

async function sendInTurn(deps: Deps, line: Line, end: number): Promise<void> {
  while (Date.now() < end && Date.now() >= line.pausedUntil) {
    const mail = await takeDueMail(deps.db, LEASE_SECONDS);
    if (!mail) return;
    await attempt(deps, line, mail);
  }
}

async function attempt(deps: Deps, line: Line, mail: MailRow): Promise<void> {
  const { topic, usefulMinutes = Number.POSITIVE_INFINITY } = kindOf(mail.template);
  if (topic && (await isUnwanted(deps.db, mail.recipient, topic))) return markMailUnwanted(deps.db, mail.id);
  try {
    await deps.mailer.send(await messageOf(deps, mail));
  } catch (error) {
    const { trouble, message } = error instanceof SendFailure ? error : new SendFailure('later', String(error));
    if (trouble === 'refused') line.streak = 0;
    else noteTrouble(line, trouble);
    const wait = trouble === 'refused' ? null : minutesToWait(mail.attempts);
    deps.log.warn({ mail: mail.id, trouble, attempts: mail.attempts }, 'a mail was not taken');
    const minutes = wait !== null && wait < usefulMinutes ? wait : null;
    return markMailFailed(deps.db, mail.id, { message, trouble, minutes });
  }
  Object.assign(line, { streak: 0, pauses: 0 });
  await markMailSent(deps.db, mail.id);
}

function noteTrouble(line: Line, trouble: 'later' | 'server'): void {
  line.streak += 1;
  if (trouble === 'later' && line.streak < STREAK) return;
  line.pausedUntil = Date.now() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** line.pauses);
  line.pauses += 1;
}

async function messageOf({ db, config }: Deps, mail: MailRow) {
  const { email } = await readSettings(db);
  const { text, html, unsubscribeUrl } = withLinks(config, mail);
  return {
    id: mail.id,
    to: mail.recipient,
    subject: mail.subject,
    text,
    html,
    date: mail.created_at,
    replyTo: email || undefined,
    unsubscribeUrl,
  };
}
