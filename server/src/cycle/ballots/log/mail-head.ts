import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import type { Deps } from '../../../deps.ts';
import { verifierKey } from '../../../platform/crypto/signed-note.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { writeMail } from '../../../platform/mail/outbox.ts';
import { headMail } from './head.mail.ts';
import type { HeadRow } from './heads.sql.ts';
import { insertMailing, listRecipients } from './mailings.sql.ts';

/** At the cut, at the freeze, or on a day, `2026-12-03`. */
export type HeadOccasion = 'cut' | 'freeze' | `${number}-${number}-${number}`;

/** Sends a head to everyone with a design in the round, once for each occasion: copies that the shop cannot reach. */
export async function mailHead(
  deps: Pick<Deps, 'config' | 'keys'>,
  trx: Trx,
  { roundId, head, occasion }: { roundId: string; head: HeadRow; occasion: HeadOccasion },
): Promise<void> {
  if (!(await insertMailing(trx, { roundId, occasion, size: head.size }))) return;
  for (const { id, email, locale, slug, number } of await listRecipients(trx, roundId)) {
    const facts = {
      roundNumber: number,
      month: monthText(slug, locale),
      occasion: occasion === 'cut' || occasion === 'freeze' ? occasion : ('day' as const),
      lines: head.size,
      note: head.note,
      verifierKey: verifierKey(deps.keys, head.origin),
      url: `${deps.config.appUrl}/${locale}/verify?round=${slug}#round`,
    };
    await writeMail(trx, {
      cause: `head:${roundId}:${occasion}:${id}`,
      to: email,
      locale,
      template: 'signed-head',
      content: headMail(facts, locale),
    });
  }
}

function monthText(slug: string, locale: 'fr' | 'en'): string {
  const { year, month } = roundMonth(slug);
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(year, month - 1)));
}
