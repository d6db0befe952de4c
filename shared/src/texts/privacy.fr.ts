import type { Page } from './page.ts';

export const page: Page = {
  title: 'Vie privée',
  lead: 'Ce que nous savons de vous, pourquoi, jusqu’à quand, et comment le reprendre.',
  sections: [
    {
      id: 'controller',
      title: 'Qui répond de vos données',
      paragraphs: ['{legalName}, {address}. Pour toute demande : {email}.'],
    },
    {
      id: 'account',
      title: 'Votre compte',
      figure: { value: '0', of: 'mot de passe' },
      paragraphs: [
        'Votre adresse e-mail, votre nom public, votre langue et, si vous en créez, vos clés d’accès. Pas de mot de passe. Ils servent à vous reconnaître et à vous écrire, tant que le compte existe.',
        'Chaque session garde l’adresse réseau et le navigateur avec lesquels elle a été ouverte. Nous limitons aussi, par adresse réseau, le nombre de demandes : cela protège le vote et les comptes.',
        'Nous gardons trente jours le texte de nos e-mails et, tant que le compte existe, la trace de leur envoi. Si vous changez d’adresse e-mail, l’ancienne est gardée avec le compte.',
      ],
    },
    {
      id: 'designs',
      title: 'Vos dessins',
      paragraphs: [
        'Le fichier que vous envoyez, son titre, son texte, vos sources et la date de votre déclaration. L’original n’est ouvert qu’à vous et à l’atelier ; les images affichées sont refaites, sans les métadonnées du fichier. Votre nom paraît à partir du décompte.',
      ],
    },
    {
      id: 'votes',
      title: 'Vos votes',
      figure: { value: '60', of: 'jours après la clôture, et le lien avec vous est supprimé' },
      paragraphs: [
        'Ils sont rangés sous un pseudonyme tiré au sort, un par récolte. Le lien avec votre compte est gardé à part, et supprimé 60 jours après la clôture. Ensuite les votes restent comptés sous ce pseudonyme.',
        'Les tailles que vous indiquez servent à prévoir l’impression. Les mots que vous laissez aux auteurs sont relus sans votre nom. Pour repérer une rafale de comptes, nous gardons avec le pseudonyme une empreinte du réseau d’où vous votez, jamais son adresse ; elle est supprimée avec le lien.',
      ],
      see: ['method'],
    },
    {
      id: 'orders',
      title: 'Vos commandes',
      figure: { value: '10', of: 'ans pour les factures, c’est la loi' },
      paragraphs: [
        'Votre adresse de livraison, vos pièces, leurs étiquettes, vos factures, et votre réponse à la question qui suit un achat. L’imprimeur reçoit les tailles, les tissus, les numéros et les étiquettes ; le transporteur, votre adresse. Nous ne gardons pas de numéro de carte.',
        'Les factures et les paiements sont conservés dix ans, c’est la loi, même sans compte.',
      ],
    },
    {
      id: 'winners',
      title: 'Si vous gagnez',
      paragraphs: [
        'Votre nom légal et votre IBAN, pour vous payer. L’IBAN est chiffré, affiché masqué, et chacune de ses lectures est notée. Les pièces comptables sont conservées dix ans.',
      ],
    },
    {
      id: 'messages',
      title: 'Vos messages',
      paragraphs: ['Le nom, l’adresse e-mail et le texte que vous nous écrivez, pour vous répondre.'],
    },
    {
      id: 'grounds',
      title: 'Sur quel fondement',
      figure: { value: '0', of: 'donnée vendue' },
      paragraphs: [
        'Rien n’est vendu, rien ne sert à vous pister. Le règlement européen (RGPD, article 6) nous permet de garder :',
      ],
      list: [
        'le compte, les dessins, les votes, les commandes et la dotation : parce que vous nous les demandez (contrat) ;',
        'les factures, les cotisations, les signalements : parce que la loi l’exige ;',
        'la limitation des demandes et l’examen des votes suspects : parce que le vote doit rester juste (intérêt légitime).',
      ],
    },
    {
      id: 'cookies',
      title: 'Les cookies',
      figure: { value: '5', of: 'cookies au plus, et pas de bandeau' },
      paragraphs: [
        'Un pour la session, un pour la langue, un pour le thème clair ou sombre, un pour l’ordre de votre galerie ; et, si vous entrez par une clé d’accès, un autre pendant cinq minutes. Ils ne servent qu’à cela : il n’y a donc pas de bandeau. Aucune mesure d’audience, aucun contenu venu d’ailleurs.',
        'Votre appareil garde aussi vos brouillons, vos notes pas encore parties, votre taille, et quand une session s’y est fermée. Cela ne nous parvient que quand vous l’envoyez.',
      ],
    },
    {
      id: 'erasure',
      title: 'Effacer votre compte',
      paragraphs: [
        'Vous le faites vous-même, en bas de la page « Votre compte », et c’est immédiat. Si une dotation, un remboursement, une réservation ou une commande à envoyer attend encore, la page dit quoi et ce qu’il reste à faire. Sans accès au compte, écrivez à {email}.',
        'S’effacent : le nom, l’e-mail, l’adresse de livraison, les sessions, les clés d’accès, nos copies des e-mails et vos questions. Les dessins que personne ne note encore sont retirés.',
        'Tant que le résultat d’une récolte n’est pas définitif, vos votes de cette récolte s’effacent aussi et ne comptent plus ; une ligne du journal le dit, sans votre nom. Ensuite ils restent comptés et publiés, sans rien qui mène à vous.',
        'Restent : les commandes, les factures et les dotations, avec le nom et l’adresse qu’elles portent, parce que la loi l’exige ; les dessins mis au vote, les résultats et vos signalements, sans votre nom ; l’archive signée d’une récolte décidée, avec le nom d’auteur qu’elle porte.',
      ],
      see: ['account', 'verify'],
    },
    {
      id: 'rights',
      title: 'Vos droits',
      figure: { value: '1', of: 'mois au plus pour répondre' },
      paragraphs: [
        'Vous pouvez corriger vos données et en prendre une copie complète depuis la page « Votre compte » : elle dit ce qu’est chaque fichier, qui d’autre l’a et combien de temps il est gardé. Pour le reste, vous opposer à leur emploi ou le limiter, écrivez à {email} : la réponse vient sous un mois.',
        'Si notre réponse ne vous convient pas, vous pouvez saisir la CNIL, à Paris.',
      ],
    },
  ],
};
