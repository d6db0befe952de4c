import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';
import { failureOf } from './smtp-trouble.ts';

/** How long each part may take: a server that stalls holds one of few lanes. In milliseconds. */
export interface SmtpPatience {
  readonly connect: number;
  readonly silence: number;
  readonly whole: number;
}

const patience: SmtpPatience = { connect: 10_000, silence: 30_000, whole: 90_000 };

/** Sends by SMTP. `appUrl` gives the domain of the Message-ID. */
export function createSmtpMailer(smtpUrl: string, from: string, appUrl: string, limits = patience): Mailer {
  const { hostname, searchParams } = new URL(smtpUrl);
  // What a mail says goes over no open network: a server elsewhere must encrypt. The address may say otherwise.
  const says = searchParams.has('requireTLS') || searchParams.has('ignoreTLS');
  const transport = createTransport(
    {
      url: smtpUrl,
      connectionTimeout: limits.connect,
      greetingTimeout: limits.connect,
      dnsTimeout: limits.connect,
      socketTimeout: limits.silence,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(says ? {} : { requireTLS: !isNear(hostname) }),
    },
    { from },
  );
  const domain = new URL(appUrl).hostname;
  return {
    async send(message) {
      const { unsubscribeUrl } = message;
      try {
        await transport.sendMail({
          // As an object: a comma in an address makes no second one.
          to: { name: '', address: message.to },
          subject: message.subject,
          text: message.text,
          html: message.html,
          date: message.date,
          messageId: `<${message.id}@${domain}>`,
          signal: AbortSignal.timeout(limits.whole),
          ...(message.replyTo ? { replyTo: message.replyTo } : {}),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'OOF, AutoReply',
            ...(unsubscribeUrl
              ? {
                  'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribeUrl}>` },
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }
              : {}),
          },
        });
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

/** On this machine or beside it, where mail is often handed over in the clear. */
function isNear(host: string): boolean {
  if (host === '[::1]') return true;
  if (isIP(host) === 4) return /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host);
  return !host.includes('.') || /\.(internal|local|localhost|test)$/.test(host);
}

/** Demo mode without a mail server: the outbox itself, shown on a page, is where the mail ends. */
export function createOutboxOnlyMailer(): Mailer {
  return { send: () => Promise.resolve() };
}
