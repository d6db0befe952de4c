import type { MailKind } from './kinds.ts';
import type { Shop } from './mail-foot.ts';
import { mailFoot } from './mail-foot.ts';
import { mailHtml } from './mail-html.ts';
import { mailPlain } from './mail-plain.ts';
import { setInFrench } from './set-in-french.ts';

/** More than a paragraph: what a reader should see at a glance. Each says the same in plain text. */
export type MailBlock =
  /** Someone's own words. */
  | { readonly quote: string; readonly by?: string }
  /** One large figure, `3` and `e`, and what it is of. */
  | { readonly figure: string; readonly mark?: string; readonly label: string }
  /** Counts under one another. */
  | { readonly bars: readonly { readonly label: string; readonly count: number }[]; readonly title: string };

/** What a mail says, before it has a shape. One action at most: a mail has one thing to do. */
export interface MailContent {
  readonly subject: string;
  /** What stands in large over the mail, where that is not the subject. */
  readonly headline?: string;
  readonly paragraphs: readonly (string | MailBlock)[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Small, below the action. */
  readonly notes?: readonly string[];
  readonly signature?: readonly string[];
  /** The month whose ink it wears, 1 to 12. */
  readonly month?: number;
}

export interface MailSetting {
  readonly locale: 'fr' | 'en';
  readonly why: MailKind['why'];
  readonly topic: MailKind['topic'] | null;
  readonly shop: Shop;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Renders a mail as text and as HTML that says the same. */
export function renderMail(given: MailContent, setting: MailSetting): RenderedMail {
  const content = setting.locale === 'fr' ? setInFrench(given) : given;
  const foot = mailFoot(setting);
  return {
    subject: content.subject,
    text: mailPlain(content, setting, foot),
    html: mailHtml(content, setting, foot),
  };
}
