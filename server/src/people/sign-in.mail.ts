import type { Config } from '../config.ts';
import type { Database } from '../platform/db/database.ts';
import type { MailContent } from '../platform/mail/mail-text.ts';
import { writeMail } from '../platform/mail/outbox.ts';
import { maskAddress } from '../platform/mail/topics.ts';
import { readSettings } from '../platform/settings/settings.sql.ts';
import { keepEmailPage } from './email-change/call-off-token.ts';
import { emailMovedMail } from './email-change/email-change.mail.ts';
import { type EmailChangeRow, findLeft } from './email-change/email-changes.sql.ts';
import { findMember } from './members.sql.ts';

interface SignIn {
  readonly email: string;
  readonly token: string;
  /** What the sign-in page sent along: the language, and where the person wanted to go. */
  readonly metadata?: Record<string, unknown> | undefined;
}

/** The link leads to a page with a button: mail scanners open every link, and must not use it up. */
export async function writeSignInMail(db: Database, config: Config, { email, token, metadata }: SignIn): Promise<void> {
  const left = await findLeft(db, email.toLowerCase());
  if (left) return writeMovedMail(db, config, left);
  const locale = metadata?.locale === 'en' ? 'en' : 'fr';
  const next = typeof metadata?.next === 'string' && /^\/(fr|en)(\/|$)/.test(metadata.next) ? metadata.next : null;
  const query = new URLSearchParams({ token, ...(next ? { next } : {}) });
  const url = `${config.appUrl}/${locale}/sign-in/confirm?${query}`;
  await db.transaction().execute((trx) =>
    writeMail(trx, {
      cause: `sign-in:${crypto.randomUUID()}`,
      to: email,
      locale,
      template: 'sign-in',
      content: signInMail(url, locale),
    }),
  );
}

/**
 * To an address that an account has just left goes no link: it would open a new account, and who did not leave by
 * themselves would find theirs empty. What its owner can do stands in the mail.
 */
async function writeMovedMail(db: Database, config: Config, change: EmailChangeRow): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const member = await findMember(trx, change.member_id);
    if (!member) return;
    const { time_zone: timeZone } = await readSettings(trx);
    const content = emailMovedMail(
      {
        newAddress: maskAddress(member.email),
        keepUntil: change.keep_until,
        timeZone,
        url: keepEmailPage(config, change, member.locale),
      },
      member.locale,
    );
    await writeMail(trx, {
      cause: `email-moved:${crypto.randomUUID()}`,
      to: change.old_email,
      locale: member.locale,
      template: 'email-moved',
      content,
    });
  });
}

/** What the mail with the link says. */
export function signInMail(url: string, locale: 'fr' | 'en'): MailContent {
  return contents[locale](url);
}

const contents: Record<'fr' | 'en', (url: string) => MailContent> = {
  fr: (url) => ({
    subject: 'Votre lien de connexion',
    paragraphs: ['Vous avez demandé à vous connecter. Ce lien marche une fois, pendant quinze minutes.'],
    action: { label: 'Me connecter', url },
    notes: ['Vous n’avez rien demandé ? Ne faites rien : sans ce lien, personne ne se connecte.'],
  }),
  en: (url) => ({
    subject: 'Your sign-in link',
    paragraphs: ['You asked to sign in. This link works once, for fifteen minutes.'],
    action: { label: 'Sign in', url },
    notes: ['You did not ask for this? Do nothing: without this link nobody gets in.'],
  }),
};
