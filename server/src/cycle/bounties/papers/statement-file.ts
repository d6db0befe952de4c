import { maskSocialSecurity } from '@fraisier/shared/cycle/social-security.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import type { FileAnswer } from '../../../platform/http/route.ts';
import { readSettings, type Settings } from '../../../platform/settings/settings.sql.ts';
import { findBounty } from '../bounties.sql.ts';
import type { StatementLine } from '../quote-bounty.ts';
import { type Payer, statementPdf } from './statement-pdf.ts';
import { statementWords } from './statement-words.ts';

/** The statement of what an author is paid: once it is paid it is final, before that it says that it is not. */
export async function getStatement(
  deps: Deps,
  member: Member,
  { bountyId, locale }: { bountyId: string; locale: 'fr' | 'en' },
): Promise<FileAnswer> {
  const bounty = await findBounty(deps.db, bountyId);
  if (!bounty || (member.role === 'member' && bounty.designer_id !== member.id)) throw new Problem('not_found');
  if (bounty.legal_name === null) throw new Problem('statement_not_ready');
  const settings = await readSettings(deps.db);
  const body = await statementPdf({
    locale,
    number: `${bounty.round_slug}-${bounty.id.slice(-6)}`,
    payer: (bounty.payer as Payer | null) ?? payerOf(settings),
    payee: {
      legalName: bounty.legal_name,
      iban: bounty.iban_last4 === null ? null : `${bounty.iban_country}•• … ${bounty.iban_last4}`,
      socialSecurity: bounty.social_security_last2 === null ? null : maskSocialSecurity(bounty.social_security_last2),
      exempt: bounty.exempt,
    },
    title: bounty.title,
    round: { slug: bounty.round_slug, number: bounty.round_number },
    promisedCents: bounty.promised_cents,
    isNet: bounty.promised_is_net,
    grossCents: bounty.gross_cents,
    netCents: bounty.net_cents,
    contributionCents: bounty.contribution_cents,
    lines: bounty.withholding as StatementLine[],
    owedAt: bounty.owed_at,
    dueAt: bounty.due_at,
    paidAt: bounty.state === 'paid' ? bounty.paid_at : null,
  });
  return { body, bytes: body.length, fileName: `${statementWords[locale].file}-${bounty.round_slug}.pdf` };
}

function payerOf(settings: Settings): Payer {
  return {
    shopName: settings.shop_name,
    legalName: settings.legal_name,
    legalForm: settings.legal_form,
    registration: settings.registration,
    street: settings.street,
    postalCode: settings.postal_code,
    city: settings.city,
    country: settings.country,
    email: settings.email,
    timeZone: settings.time_zone,
  };
}
