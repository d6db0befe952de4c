import type { Page } from './page.ts';

export const page: Page = {
  title: 'Conditions de vente',
  lead: 'Des pièces numérotées, un prix tout compris, et quatorze jours pour changer d’avis.',
  sections: [
    {
      id: 'seller',
      title: 'Qui vend',
      paragraphs: ['{legalName}, {address}.', 'Une question avant ou après l’achat : {email}.'],
      see: ['imprint'],
    },
    {
      id: 'runs',
      title: 'Ce que vous achetez',
      figure: { value: '0', of: 'réédition, même si tout est parti' },
      paragraphs: [
        'Un tee-shirt du tirage affiché, dans la taille, la coupe et le tissu que vous choisissez. Chaque pièce a un numéro, de 1 au nombre de pièces du tirage. La pièce nº 1 est celle de l’auteur du dessin.',
        'Un tirage n’est jamais réédité. Quand il n’en reste plus, la page l’écrit.',
      ],
    },
    {
      id: 'price',
      title: 'Prix et livraison',
      figure: { value: '{piecePrice}', of: 'la pièce, TVA comprise' },
      paragraphs: [
        'Les prix sont en euros, TVA de {vatRate} comprise. Une pièce du tirage coûte actuellement {piecePrice}, la livraison {shipping} ; ce qui vaut est le prix affiché sur la page du tirage et rappelé avant le paiement.',
        'La facture détaille la TVA. Vous la retrouvez avec votre commande.',
      ],
    },
    {
      id: 'order',
      title: 'Commander et payer',
      figure: { value: '15', of: 'minutes pour payer : votre numéro attend' },
      paragraphs: [
        'Il faut un compte. Votre numéro est retenu quinze minutes, le temps de payer ; passé ce délai il revient en vente. Le contrat est conclu quand le paiement est passé : le numéro est alors à vous, et vous recevez un e-mail.',
        'Si un paiement arrive après ces quinze minutes, vous avez votre pièce ou vous êtes remboursé, toujours l’un des deux.',
      ],
    },
    {
      id: 'delivery',
      title: 'Expédition',
      figure: { value: '30', of: 'jours au plus, sauf date donnée avant le paiement' },
      paragraphs: [
        'Les pièces sont imprimées à partir des commandes. Vous suivez l’état de la vôtre sur la page de la commande. Si aucune date n’est indiquée avant le paiement, la loi nous donne trente jours pour livrer.',
      ],
    },
    {
      id: 'withdrawal',
      title: 'Changer d’avis',
      figure: { value: '14', of: 'jours pour changer d’avis, sans motif' },
      paragraphs: [
        'Vous avez quatorze jours après la livraison pour vous rétracter, sans motif. Une pièce numérotée se rend comme une autre ; son numéro revient en vente.',
        'Exception : une pièce dont l’étiquette porte votre propre texte est faite pour vous et ne peut pas être rendue, sauf défaut. C’est rappelé avant le paiement.',
        'Il suffit de nous écrire à {email}, par exemple : « Je me rétracte de ma commande nº …, reçue le … . Nom, adresse, date. » Vous nous renvoyez la pièce dans les quatorze jours qui suivent. Les frais de renvoi sont à notre charge.',
        'Nous remboursons le prix et la livraison standard dans les quatorze jours qui suivent votre message, par le moyen de paiement utilisé. Nous pouvons attendre d’avoir reçu la pièce ou la preuve de son envoi.',
      ],
    },
    {
      id: 'withdrawal-online',
      title: 'Se rétracter en ligne',
      since: 'withdrawal',
      paragraphs: [
        'La page de votre commande porte un bouton « Se rétracter ici ». Deux étapes, et un accusé de réception part par e-mail.',
      ],
    },
    {
      id: 'guarantee',
      title: 'Si quelque chose ne va pas',
      figure: { value: '2', of: 'ans de garantie légale' },
      paragraphs: [
        'La garantie légale de conformité court deux ans après la livraison, étiquette personnelle ou non. La garantie des vices cachés s’applique aussi. Dites-nous ce qui ne va pas à {email} : nous remplaçons si une pièce peut l’être, sinon nous remboursons.',
        'La garantie légale vient des articles L217-3 et suivants du code de la consommation ; celle des vices cachés, des articles 1641 et suivants du code civil.',
      ],
    },
    {
      id: 'disputes',
      title: 'En cas de désaccord',
      paragraphs: [
        'Écrivez-nous d’abord : {email}. Le droit français s’applique, sans vous priver des protections du pays où vous vivez.',
        'Vous pouvez aussi saisir gratuitement le médiateur de la consommation : {mediator}.',
      ],
    },
  ],
};
