import type { MailContent } from '../../platform/mail/mail-text.ts';
import { listText } from '../../platform/words.ts';

export interface CancelledFacts {
  readonly roundNumber: number;
  /** What this designer has in the round, and keeps out of any. */
  readonly stayed: readonly string[];
  /** What went to the next round, and its number. */
  readonly moved: readonly string[];
  readonly nextNumber: number | null;
  /** Of what went on, what is checked anew because that round prints otherwise. */
  readonly anew: readonly string[];
  /** As it is published. */
  readonly reason: string;
  readonly url: string;
}

/** To a designer of the round. */
export function roundCancelledMail(facts: CancelledFacts, locale: 'fr' | 'en'): MailContent {
  const { roundNumber, stayed, moved, nextNumber, anew, reason, url } = facts;
  const all = [...moved, ...stayed];
  if (locale === 'en') {
    return {
      subject: `Round ${roundNumber} is cancelled`,
      paragraphs: [
        `Round ${roundNumber} ends without a result. ${titles(all, locale)} ${all.length > 1 ? 'were' : 'was'} in it.`,
        `Our reason, as the round’s page gives it: ${reason}`,
        ...(moved.length > 0
          ? [
              `${titles(moved, locale)} ${moved.length > 1 ? 'go' : 'goes'} to round ${nextNumber} unchanged: nothing to do.`,
            ]
          : []),
        ...(anew.length > 0
          ? [
              `Round ${nextNumber} prints differently: ${titles(anew, locale)} ${anew.length > 1 ? 'are' : 'is'} checked for it and looked at again; until then ${anew.length > 1 ? 'their pages say' : 'its page says'} “Being checked”, then “Received”, and only you and the workshop can see ${anew.length > 1 ? 'them' : 'it'}.`,
            ]
          : []),
        ...(stayed.length > 0
          ? [
              `${titles(stayed, locale)} ${stayed.length > 1 ? 'stay' : 'stays'} yours: for another round, or anywhere else.`,
            ]
          : []),
      ],
      action: { label: 'See my designs', url },
    };
  }
  return {
    subject: `La récolte nº ${roundNumber} est annulée`,
    paragraphs: [
      `La récolte nº ${roundNumber} s’arrête sans résultat. ${titles(all, locale)} y ${all.length > 1 ? 'étaient' : 'était'}.`,
      `Notre raison, telle que la page de la récolte la donne : ${reason}`,
      ...(moved.length > 0
        ? [
            `${titles(moved, locale)} ${moved.length > 1 ? 'passent' : 'passe'} à la récolte nº ${nextNumber}, sans rien changer : vous n’avez rien à faire.`,
          ]
        : []),
      ...(anew.length > 0
        ? [
            `La récolte nº ${nextNumber} s’imprime autrement : ${titles(anew, locale)} ${anew.length > 1 ? 'sont contrôlés pour elle et revus' : 'est contrôlé pour elle et revu'} ; d’ici là, ${anew.length > 1 ? 'leurs pages portent' : 'sa page porte'} « Contrôle en cours », puis « Reçu », et personne d’autre que vous et l’atelier ne ${anew.length > 1 ? 'les voit' : 'la voit'}.`,
          ]
        : []),
      ...(stayed.length > 0
        ? [
            `${titles(stayed, locale)} ${stayed.length > 1 ? 'restent' : 'reste'} à vous : pour une autre récolte, ou ailleurs.`,
          ]
        : []),
    ],
    action: { label: 'Voir mes dessins', url },
  };
}

/** To somebody who voted in the round. */
export function voteCancelledMail(
  { roundNumber, reason, url }: Pick<CancelledFacts, 'roundNumber' | 'reason' | 'url'>,
  locale: 'fr' | 'en',
): MailContent {
  if (locale === 'en') {
    return {
      subject: `Round ${roundNumber} is cancelled`,
      paragraphs: [
        `Round ${roundNumber}, in which you voted, ends without a result. Nobody wins, and nobody will see your ratings.`,
        `Our reason, as the round’s page gives it: ${reason}`,
        'Thank you for the time you gave it.',
      ],
      action: { label: 'See the round', url },
    };
  }
  return {
    subject: `La récolte nº ${roundNumber} est annulée`,
    paragraphs: [
      `La récolte nº ${roundNumber}, où vous avez voté, s’arrête sans résultat. Personne ne gagne et personne ne verra vos notes.`,
      `Notre raison, telle que la page de la récolte la donne : ${reason}`,
      'Merci du temps que vous lui avez donné.',
    ],
    action: { label: 'Voir la récolte', url },
  };
}

function titles(all: readonly string[], locale: 'fr' | 'en'): string {
  const quoted = all.map((title) => (locale === 'en' ? `“${title}”` : `« ${title} »`));
  return listText(quoted, locale);
}
