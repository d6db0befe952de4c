import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';

/** Sends by SMTP. `appUrl` gives the domain of the Message-ID. */
export function createSmtpMailer(smtpUrl: string, from: string, appUrl: string): Mailer {
  const transport = createTransport(smtpUrl, {
    from,
  });
  const domain = new URL(appUrl).hostname;
  return {
    async send(message) {
      await transport.sendMail({
        to: message.to,
        subject: message.subject,
        text: message.text,
        html: message.html,
        messageId: `<${message.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
}

/** Demo mode without a mail server: the outbox itself, shown on a page, is where the mail ends. */
export function createOutboxOnlyMailer(): Mailer {
  return { send: () => Promise.resolve() };
}
