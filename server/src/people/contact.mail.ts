import type { MailContent } from '../platform/mail/mail-text.ts';

type Texts = Record<'fr' | 'en', MailContent>;

/**
 * To the sender, at once. For a notice it is the acknowledgement of receipt that DSA 16 asks for. What was written stands
 * in it only where the address is known to be the sender's.
 */
export function receivedMail(message: string | null, kind: 'question' | 'notice'): Texts {
  return {
    fr: {
      subject: kind === 'notice' ? 'Votre signalement est arrivé' : 'Votre message est arrivé',
      paragraphs: [
        'Une personne le lit et vous répond sous deux jours ouvrés.',
        ...(message === null ? [] : [`« ${message} »`]),
      ],
    },
    en: {
      subject: kind === 'notice' ? 'Your report has arrived' : 'Your message has arrived',
      paragraphs: [
        'A person will read it and reply within two working days.',
        ...(message === null ? [] : [`“${message}”`]),
      ],
    },
  };
}

export function answerMail(answer: string, message: string, signature: string): Texts {
  return {
    fr: {
      subject: 'Réponse à votre message',
      paragraphs: answer.split(/\n{2,}/),
      notes: [`Vous nous aviez écrit : « ${message} »`],
      signature: [signature, 'pour l’atelier'],
    },
    en: {
      subject: 'Our answer to your message',
      paragraphs: answer.split(/\n{2,}/),
      notes: [`You wrote to us: “${message}”`],
      signature: [signature, 'for the workshop'],
    },
  };
}
