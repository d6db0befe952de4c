import type { Page } from './page.ts';

export const page: Page = {
  title: 'Mentions légales',
  lead: 'Qui tient {shopName}, où, et comment nous joindre.',
  sections: [
    {
      id: 'publisher',
      title: 'Éditeur',
      paragraphs: [],
      list: [
        'Nom : {legalName}',
        'Forme : {legalForm}',
        'Adresse : {address}',
        'Immatriculation : {registration}',
        'TVA intracommunautaire : {vatNumber}',
        'Responsable de la publication : {publisher}',
        'E-mail : {email}',
      ],
    },
    { id: 'host', title: 'Hébergeur', paragraphs: ['{host}'] },
    {
      id: 'mediator',
      title: 'Médiateur de la consommation',
      paragraphs: ['{mediator}'],
    },
    {
      id: 'notice',
      title: 'Signaler un contenu',
      paragraphs: [
        'Un dessin ou un mot enfreint vos droits ou la loi ? Signalez-le par la page de contact, avec le motif, l’adresse exacte de la page, votre nom, votre adresse e-mail, et une ligne qui dit que vous l’affirmez de bonne foi. Une personne lit chaque signalement et vous répond.',
        'La personne concernée reçoit nos motifs au plus tard quand la restriction s’applique, et peut la contester.',
      ],
      see: ['contact'],
    },
    {
      id: 'works',
      title: 'Les dessins',
      paragraphs: ['Chaque dessin appartient à son auteur. Merci de ne rien reprendre sans lui demander.'],
      see: ['designers'],
    },
  ],
};
