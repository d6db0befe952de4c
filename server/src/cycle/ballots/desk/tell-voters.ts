import type { Trx } from '../../../platform/db/database.ts';
import type { MailContent } from '../../../platform/mail/mail-text.ts';
import { writeMail } from '../../../platform/mail/outbox.ts';
import type { RoundRow } from '../../rounds/find-round.ts';
import { listAddresses } from './appeals.sql.ts';

/** The round that an act is about, held until its transaction ends, and where the shop's pages stand. */
export interface Place {
  readonly round: RoundRow;
  readonly appUrl: string;
}

/**
 * Writes to the people behind these pseudonyms. A mail's cause names neither a pseudonym nor a line: the outbox outlives
 * the mapping, and must not keep what it forgets. The acts that call this happen once each.
 */
export async function tellVoters(
  trx: Trx,
  { round, appUrl }: Place,
  voters: readonly string[],
  mail: { template: string; content: (locale: 'fr' | 'en', url: string) => MailContent },
): Promise<void> {
  for (const { email, locale } of await listAddresses(trx, voters)) {
    await writeMail(trx, {
      cause: `${mail.template}:${crypto.randomUUID()}`,
      to: email,
      locale,
      template: mail.template,
      content: mail.content(locale, `${appUrl}/${locale}/rounds/${round.slug}/ballot`),
    });
  }
}
