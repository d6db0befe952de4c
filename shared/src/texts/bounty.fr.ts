import type { Page } from './page.ts';

export const page: Page = {
  title: 'La dotation',
  lead: '{bountyInFull} et la pièce nº 1 pour l’auteur du dessin élu. Voici d’où vient cette somme, quand elle part, et ce que nous signons.',
  sections: [
    {
      id: 'promise',
      title: 'Une promesse couverte',
      figure: { value: '1', of: 'est le numéro de la pièce de l’auteur, offerte' },
      paragraphs: [
        'La somme est réservée dans nos comptes quand la récolte ouvre, charges comprises. Elle est due quand la récolte est close. Si deux dessins gagnent à égalité, chaque auteur reçoit la dotation entière.',
        'La pièce nº 1 du tirage est celle de son auteur, offerte, dans la taille de son choix.',
      ],
    },
    {
      id: 'clock',
      title: 'Quand elle arrive',
      figure: { value: '{bountyDays}', of: 'jours au plus après la clôture' },
      paragraphs: [
        'Au plus tard {bountyDays} jours après la clôture, par virement SEPA, si vous avez donné vos coordonnées et accepté le contrat. Votre page de dotation montre la date due et la date payée.',
        '{payRecord}',
        'Si la banque refuse le virement, nous vous en donnons la raison et nous en refaisons un.',
      ],
    },
    {
      id: 'payee',
      title: 'Ce que nous vous demandons',
      figure: { value: '{ibanWaitHours}', of: 'heures d’attente pour changer d’IBAN' },
      paragraphs: [
        'Votre nom légal, votre IBAN et, pour déclarer vos cotisations, votre numéro de sécurité sociale, et seulement si vous gagnez. L’IBAN et le numéro sont chiffrés, affichés masqués, et chacune de leurs lectures est notée.',
        'L’IBAN est figé quand vous acceptez le contrat. En changer ensuite demande de se connecter de nouveau, {ibanWaitHours} heures d’attente et une deuxième personne de l’atelier. Un e-mail vous prévient aussitôt et permet d’y renoncer. La dotation n’est payée ni sur l’un ni sur l’autre compte tant que le changement attend.',
      ],
    },
    {
      id: 'withholding',
      title: 'Net, brut et charges',
      paragraphs: [
        'Nous exploitons votre dessin : la dotation relève donc en France du régime des artistes-auteurs. Nous retenons les cotisations et les reversons pour vous, sauf si vous présentez une dispense de précompte. Un relevé détaille chaque ligne.',
        'Voici le calcul pour 1 000 € nets, avec les taux du 1er janvier 2024. Les taux appliqués sont ceux de l’année du versement.',
        'Si vous résidez hors de France, écrivez-nous à {email} : nous regardons votre cas à la main.',
      ],
      table: {
        caption: 'De 1 000 € nets à leur coût',
        head: ['Ligne', 'Base', 'Taux', 'Montant'],
        rows: [
          ['Montant brut', '', '', '1 190,91 €'],
          ['Assurance vieillesse de base', '1 190,91 €', '6,15 %', '73,24 €'],
          ['CSG, sur 98,25 % du brut', '1 170,07 €', '9,20 %', '107,65 €'],
          ['CRDS, sur 98,25 % du brut', '1 170,07 €', '0,50 %', '5,85 €'],
          ['Formation professionnelle', '1 190,91 €', '0,35 %', '4,17 €'],
          ['Net versé à l’auteur', '', '', '1 000,00 €'],
          ['Contribution du diffuseur, en plus du brut', '1 190,91 €', '1,10 %', '13,10 €'],
          ['Coût pour la boutique', '', '', '1 204,01 €'],
        ],
      },
    },
    {
      id: 'contract',
      title: 'Le contrat',
      figure: { value: '4', of: 'choses nommées, avant d’accepter' },
      paragraphs: [
        'La dotation n’achète pas votre dessin. Elle s’accompagne d’un contrat que vous lisez et acceptez, avec la date. Il nomme chaque chose :',
      ],
      list: [
        'les droits cédés, un par un, et les supports ;',
        'le nombre de pièces ;',
        'le territoire, la date de début et la date de fin ;',
        'la somme forfaitaire et, le cas échéant, votre part.',
      ],
    },
    {
      id: 'others',
      title: 'Et les autres dessins',
      figure: { value: '0', of: 'droit cédé si vous ne gagnez pas' },
      paragraphs: [
        'Si vous ne gagnez pas, vous ne cédez rien : vous nous avez permis de montrer votre dessin, c’est tout. Il est à vous, y compris pour le vendre ailleurs.',
      ],
      see: ['designers'],
    },
  ],
};
