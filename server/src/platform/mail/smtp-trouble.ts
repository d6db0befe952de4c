import { SendFailure } from './mailer.ts';

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** What these say is about the server or our account with it, and not about one mail. */
const serverCodes = new Set(['EDNS', 'ETLS', 'EAUTH', 'EPROTOCOL', 'EREQUIRETLS', 'EOAUTH2', 'EPROXY']);
/** The recipient and the content are judged here; before that, we are. */
const aboutTheMail = new Set(['RCPT TO', 'DATA']);

/** What a failed attempt means for the mail and for those behind it. */
export function failureOf(error: unknown): SendFailure {
  const { code, command, response, responseCode, message } = error as SmtpError;
  // The server's own words, where it had any.
  const reason = (response || message).replace(/\s+/g, ' ').trim();
  if (responseCode !== undefined) {
    if (responseCode === 421 || !aboutTheMail.has(command ?? '')) return new SendFailure('server', reason);
    return new SendFailure(responseCode >= 500 ? 'refused' : 'later', reason);
  }
  // An address that cannot be written in SMTP, or a mail larger than the server takes.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return new SendFailure('refused', reason);
  if (serverCodes.has(code ?? '') || isNotReached(error as SmtpError)) return new SendFailure('server', reason);
  return new SendFailure('later', reason);
}

/** Nobody answered at all, or not in a way to be trusted. A connection that breaks later may be the mail's own fault: a filter that fell over it. */
function isNotReached({ code, message }: SmtpError): boolean {
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN/.test(`${code} ${message}`)) return true;
  return /certificate|\btls\b|\bssl\b|connection timeout|greeting/i.test(message);
}
