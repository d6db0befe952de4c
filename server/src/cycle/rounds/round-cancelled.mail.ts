import type { MailContent } from '../../platform/mail/mail-text.ts';

export interface CancelledFacts {
  readonly roundNumber: number;
  /** What this designer had in the round. */
  readonly titles: readonly string[];
  /** As it is published. */
  readonly reason: string;
  readonly url: string;
}

export function roundCancelledMail(facts: CancelledFacts, locale: 'fr' | 'en'): MailContent {
  const several = facts.titles.length > 1;
  if (locale === 'en') {
    const titles = facts.titles.map((title) => `“${title}”`).join(', ');
    return {
      subject: `Round ${facts.roundNumber} is cancelled`,
      paragraphs: [
        `Round ${facts.roundNumber} ends without a result. ${titles} ${several ? 'were' : 'was'} in it.`,
        `Our reason, as the round’s page gives it: ${facts.reason}`,
        `${several ? 'Your designs stay' : 'Your design stays'} yours: enter ${several ? 'them' : 'it'} in another round, or anywhere else.`,
      ],
      action: { label: 'See my designs', url: facts.url },
    };
  }
  const titles = facts.titles.map((title) => `« ${title} »`).join(', ');
  return {
    subject: `La récolte nº ${facts.roundNumber} est annulée`,
    paragraphs: [
      `La récolte nº ${facts.roundNumber} s’arrête sans résultat. ${titles} y ${several ? 'étaient' : 'était'}.`,
      `Notre raison, telle que la page de la récolte la donne : ${facts.reason}`,
      several
        ? 'Vos dessins restent à vous : proposez-les à une autre récolte, ou ailleurs.'
        : 'Votre dessin reste à vous : proposez-le à une autre récolte, ou ailleurs.',
    ],
    action: { label: 'Voir mes dessins', url: facts.url },
  };
}
