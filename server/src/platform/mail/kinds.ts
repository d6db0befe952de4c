import type { MailTopic } from '@fraisier/shared/contracts/mails.ts';

export interface MailKind {
  /** Why it reaches its reader; the foot of the mail says it. */
  readonly why: 'sign-in' | 'design' | 'vote' | 'order' | 'bounty' | 'message' | 'workshop' | 'address' | 'account';
  /** One can do without it, and its reader can say so. Without a topic it is part of what someone asked the shop for. */
  readonly topic?: MailTopic;
  /** Larger leaves first: someone waits before the screen (2), wants to know today (1), can wait (0). */
  readonly priority: 0 | 1 | 2;
  /** After so long there is no use in it. */
  readonly usefulMinutes?: number;
  /** Tells of someone's ballot: the outbox does not show operators to whom it went. */
  readonly isSecret?: true;
  /** Meant for whoever reads that very address: it does not follow a member to another one. */
  readonly stays?: true;
}

/** Every mail that the shop writes. Each has a sample in mail-samples.ts. */
export const mailKinds = {
  'sign-in': { why: 'sign-in', priority: 2, usefulMinutes: 15, stays: true },
  'email-confirm': { why: 'address', priority: 2, usefulMinutes: 60, stays: true },
  'email-taken': { why: 'address', priority: 2, stays: true },
  'email-asked': { why: 'account', priority: 2, stays: true },
  'email-changed': { why: 'account', priority: 2, stays: true },
  'email-moved': { why: 'sign-in', priority: 2, stays: true },
  'contact-received': { why: 'message', priority: 1 },
  'contact-answer': { why: 'message', priority: 1 },
  admission: { why: 'design', priority: 1 },
  refusal: { why: 'design', priority: 1 },
  'round-cancelled': { why: 'design', priority: 1 },
  'vote-cancelled': { why: 'vote', priority: 1, isSecret: true },
  'signed-head': { why: 'design', priority: 0, topic: 'heads' },
  'ballot-set-aside': { why: 'vote', priority: 1, isSecret: true },
  'ballot-counts-again': { why: 'vote', priority: 1, isSecret: true },
  'appeal-answered': { why: 'vote', priority: 1, isSecret: true },
  'result-letter': { why: 'design', priority: 0 },
  'bounty-won': { why: 'bounty', priority: 1 },
  'bounty-paid': { why: 'bounty', priority: 1 },
  'bounty-failed': { why: 'bounty', priority: 1 },
  'bounty-iban-asked': { why: 'bounty', priority: 2 },
  'bounty-iban-approved': { why: 'bounty', priority: 1 },
  'bounty-iban-refused': { why: 'bounty', priority: 1 },
  'ledger-differs': { why: 'workshop', priority: 2 },
  'order-paid': { why: 'order', priority: 1 },
  'order-sent': { why: 'order', priority: 1 },
  'payment-late': { why: 'order', priority: 1 },
  recommendation: { why: 'order', priority: 0, topic: 'questions' },
} as const satisfies Readonly<Record<string, MailKind>>;

export type MailTemplate = keyof typeof mailKinds;

const byName: Readonly<Record<string, MailKind>> = mailKinds;

/** What is known of a template; a mail of one that is gone by now is still a mail. */
export function kindOf(template: string): MailKind {
  return byName[template] ?? { why: 'message', priority: 1 };
}

export const secretTemplates = Object.keys(byName).filter((name) => byName[name]!.isSecret);

export const stayingTemplates = Object.keys(byName).filter((name) => byName[name]!.stays);
