import { isRefusalReason } from '@fraisier/shared/cycle/submission-rules.ts';
import type { Config } from '../../config.ts';
import { findMember } from '../../people/members.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { MailContent } from '../../platform/mail/mail-text.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { momentText } from '../../platform/words.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import { refusalWords } from './refusal-words.ts';
import type { DesignRow } from './submissions.sql.ts';

interface Decided {
  readonly decisionId: string;
  readonly design: DesignRow;
  readonly round: RoundRow;
}

export interface DecisionFacts {
  readonly title: string;
  readonly roundNumber: number;
  /** When voting opens, which is also until when a design may be corrected. */
  readonly votingAt: string;
  readonly url: string;
}

export async function writeAdmissionMail(trx: Trx, config: Config, decided: Decided): Promise<void> {
  await writeDecisionMail(trx, config, decided, 'admission', admissionMail);
}

export async function writeRefusalMail(
  trx: Trx,
  config: Config,
  decided: Decided & { readonly reasons: readonly string[]; readonly message: string },
): Promise<void> {
  await writeDecisionMail(trx, config, decided, 'refusal', (facts, locale) => {
    const words = decided.reasons.map((reason) => (isRefusalReason(reason) ? refusalWords[locale][reason] : reason));
    return refusalMail(facts, { words, message: decided.message }, locale);
  });
}

async function writeDecisionMail(
  trx: Trx,
  config: Config,
  { decisionId, design, round }: Decided,
  kind: 'admission' | 'refusal',
  contentOf: (facts: DecisionFacts, locale: 'fr' | 'en') => MailContent,
): Promise<void> {
  const designer = await findMember(trx, design.designer_id);
  if (!designer) return;
  const { locale } = designer;
  const { time_zone: timeZone } = await readSettings(trx);
  const facts = {
    title: design.title,
    roundNumber: round.number,
    votingAt: moment(round.voting_due_at, locale, timeZone),
    url: `${config.appUrl}/${locale}/designs/${design.id}`,
  };
  await writeMail(trx, {
    cause: `${kind}:${decisionId}`,
    to: designer.email,
    locale,
    template: kind,
    content: contentOf(facts, locale),
  });
}

export function admissionMail(facts: DecisionFacts, locale: 'fr' | 'en'): MailContent {
  return admission[locale](facts);
}

/** The reasons in words, then what the operator wrote. */
export function refusalMail(
  facts: DecisionFacts,
  { words, message }: { words: readonly string[]; message: string },
  locale: 'fr' | 'en',
): MailContent {
  return refusal[locale](facts, words, message);
}

const admission: Record<'fr' | 'en', (facts: DecisionFacts) => MailContent> = {
  fr: (facts) => ({
    subject: `« ${facts.title} » est admis`,
    paragraphs: [
      `« ${facts.title} » est dans la récolte nº ${facts.roundNumber}.`,
      `Le vote ouvre ${facts.votingAt}. Votre nom reste masqué jusqu’au décompte.`,
      'D’ici là, vous pouvez encore corriger le fichier, qui sera relu, ou retirer le dessin.',
    ],
    action: { label: 'Voir mon dessin', url: facts.url },
  }),
  en: (facts) => ({
    subject: `“${facts.title}” is in`,
    paragraphs: [
      `“${facts.title}” is in round ${facts.roundNumber}.`,
      `Voting opens on ${facts.votingAt}. Your name stays hidden until the count.`,
      'Until then you can still correct the file, which we look at again, or withdraw the design.',
    ],
    action: { label: 'See my design', url: facts.url },
  }),
};

const refusal: Record<'fr' | 'en', (facts: DecisionFacts, words: readonly string[], message: string) => MailContent> = {
  fr: (facts, words, message) => ({
    subject: `« ${facts.title} » n’entre pas encore dans la récolte`,
    paragraphs: [
      `« ${facts.title} » n’est pas admis en l’état.`,
      ...words,
      ...(message ? [message] : []),
      `Vous pouvez renvoyer un fichier corrigé jusqu’au ${facts.votingAt}. Votre place est gardée.`,
    ],
    action: { label: 'Corriger le fichier', url: facts.url },
  }),
  en: (facts, words, message) => ({
    subject: `“${facts.title}” is not in the round yet`,
    paragraphs: [
      `“${facts.title}” is not admitted as it stands.`,
      ...words,
      ...(message ? [message] : []),
      `You can send a corrected file until ${facts.votingAt}. Your place is kept.`,
    ],
    action: { label: 'Correct the file', url: facts.url },
  }),
};

/** `mardi 1er décembre à 20 h`, in the shop's time zone. */
function moment(at: Date, locale: 'fr' | 'en', timeZone: string): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone }).format(at);
  return `${weekday} ${momentText(at, timeZone, locale)}`;
}
