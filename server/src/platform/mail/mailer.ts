export interface Message {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When it was written: a second copy says the same. */
  readonly date: Date;
  /** Where an answer goes, if not to the sender. */
  readonly replyTo?: string | undefined;
  /** The address of RFC 8058 by which a mail program takes its reader off the list. */
  readonly unsubscribeUrl?: string | undefined;
}

/**
 * What kept a message: `refused`, it will never be taken; `later`, it was not taken now; `server`, none would be taken
 * now.
 */
export type SendTrouble = 'refused' | 'later' | 'server';

export class SendFailure extends Error {
  readonly trouble: SendTrouble;

  constructor(trouble: SendTrouble, reason: string) {
    super(reason);
    this.name = 'SendFailure';
    this.trouble = trouble;
  }
}

/** Hands a message over to a mail server, or throws a SendFailure. A second copy of a message has the same Message-ID. */
export interface Mailer {
  send(message: Message): Promise<void>;
}
