import type { MailContent } from '../../platform/mail/mail-text.ts';
import type { Buyer } from './feedback.sql.ts';

export function recommendationMail(buyer: Buyer, url: string): MailContent {
  return buyer.locale === 'fr'
    ? {
        subject: `Votre pièce ${buyer.number} sur ${buyer.size} : une question`,
        paragraphs: [
          `« ${buyer.title} » est parti vers vous il y a une semaine.`,
          'Nous recommanderiez-vous à quelqu’un qui aime les tee-shirts, de 0 à 10 ?',
        ],
        action: { label: 'Répondre, en un geste', url },
        notes: ['Une question, une fois. Nous ne relançons pas.'],
      }
    : {
        subject: `Your piece ${buyer.number} of ${buyer.size}: one question`,
        paragraphs: [
          `“${buyer.title}” was sent to you a week ago.`,
          'Would you recommend us to someone who likes T-shirts, from 0 to 10?',
        ],
        action: { label: 'Answer with one tap', url },
        notes: ['One question, once. We send no reminder.'],
      };
}
