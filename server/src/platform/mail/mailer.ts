export interface Message {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands a message over to a mail server. A second copy of a message has the same Message-ID. */
export interface Mailer {
  send(message: Message): Promise<void>;
}
