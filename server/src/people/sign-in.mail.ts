import type { Config } from '../config.ts';
import type { Database } from '../platform/db/database.ts';
import type { MailContent } from '../platform/mail/mail-text.ts';
import { writeMail } from '../platform/mail/outbox.ts';

interface SignIn {
  readonly email: string;
  readonly token: string;
  /** What the sign-in page sent along: the language, and where the person wanted to go. */
  readonly metadata?: Record<string, unknown> | undefined;
}

/** The link leads to a page with a button: mail scanners open every link, and must not use it up. */
export async function writeSignInMail(db: Database, config: Config, { email, token, metadata }: SignIn): Promise<void> {
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
    notes: ['You asked for nothing? Do nothing: without this link nobody gets in.'],
  }),
};
