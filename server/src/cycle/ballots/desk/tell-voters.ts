import type { Trx } from '../../../platform/db/database.ts';
import type { MailTemplate } from '../../../platform/mail/kinds.ts';
import type { MailContent } from '../../../platform/mail/mail-text.ts';
import { writeMails } from '../../../platform/mail/outbox.ts';
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
  mail: { template: MailTemplate; content: (locale: 'fr' | 'en', url: string) => MailContent },
): Promise<void> {
  const told = Map.groupBy(await listAddresses(trx, voters), (voter) => voter.locale);
  for (const [locale, readers] of told) {
    await writeMails(trx, {
      locale,
      template: mail.template,
      content: mail.content(locale, `${appUrl}/${locale}/rounds/${round.slug}/ballot`),
      copies: readers.map(({ email }) => ({ cause: `${mail.template}:${crypto.randomUUID()}`, to: email })),
    });
  }
}
