import { pluralFr } from '../plural.ts';

/** Erasing one's own account: what goes, what stays, and what is in the way. */
export const erase = {
  title: 'Effacer mon compte',
  lead: 'Tout de suite, et pour toujours. Si vous voulez une copie de vos données, prenez-la avant.',
  goes: {
    title: 'Ce qui s’efface',
    items: [
      'Votre nom, votre e-mail, votre adresse de livraison, vos clés d’accès, et vos sessions sur tous vos appareils.',
      'Nos copies des e-mails que vous avez reçus, et vos questions à la boutique.',
      'Vos notes et vos mots dans les récoltes dont le résultat n’est pas définitif. Le décompte les perd ; une ligne du journal public dit que des notes sont effacées, sans dire de qui.',
      'Vos dessins que personne ne note encore : ils sont retirés.',
      'Sur cet appareil : vos brouillons, vos notes pas encore parties, votre taille.',
    ],
  },
  stays: {
    title: 'Ce qui reste, et pourquoi',
    items: [
      'Vos commandes, leurs factures et vos dotations, avec le nom et l’adresse qu’elles portent : la loi les fait garder dix ans.',
      'Vos dessins mis au vote et les résultats publiés, sans votre nom : le vote des autres en dépend.',
      'L’archive d’une récolte décidée, avec le nom d’auteur qu’elle porte : elle est signée, plus rien n’y change.',
      'Vos notes d’une récolte décidée : elles restent ouvertes à tous, sous un pseudonyme que plus rien ne relie à vous.',
    ],
    workshop: 'Le registre de l’atelier : ce que vous y avez décidé garde votre nom.',
  },
  email: 'Votre e-mail, pour confirmer',
  emailHint: (email: string) => `L’adresse de ce compte : ${email}`,
  emailError: 'Ce n’est pas l’adresse de ce compte. Rien n’est effacé.',
  act: 'Effacer mon compte',
  ask: {
    title: 'Effacer ce compte ?',
    text: (email: string) => `Le compte ${email} s’efface maintenant. Personne ne peut le rendre, nous non plus.`,
    act: 'Effacer pour toujours',
  },
  reasons: {
    bounty_owed: (count: number) => ({
      text: pluralFr(count, {
        one: 'Une dotation vous est due. Donnez votre compte et votre accord si ce n’est pas fait, puis attendez le virement.',
        other: `${count} dotations vous sont dues. Donnez votre compte et votre accord si ce n’est pas fait, puis attendez les virements.`,
      }),
      link: 'Voir ma dotation',
    }),
    order_held: (count: number) => ({
      text: pluralFr(count, {
        one: 'Une réservation attend son paiement. Payez-la, ou laissez-la échoir.',
        other: `${count} réservations attendent leur paiement. Payez-les, ou laissez-les échoir.`,
      }),
      link: 'Voir mes pièces',
    }),
    order_undelivered: (count: number) => ({
      text: pluralFr(count, {
        one: 'Une commande payée n’est pas encore partie. Attendez son envoi.',
        other: `${count} commandes payées ne sont pas encore parties. Attendez leur envoi.`,
      }),
      link: 'Voir mes commandes',
    }),
    refund_due: (count: number) => ({
      text: pluralFr(count, {
        one: 'Un remboursement vous est dû. Attendez qu’il arrive ; s’il tarde, écrivez-nous.',
        other: `${count} remboursements vous sont dus. Attendez qu’ils arrivent ; s’ils tardent, écrivez-nous.`,
      }),
      link: 'Nous écrire',
    }),
    last_admin: () => ({
      text: 'Personne d’autre n’administre la boutique. Nommez quelqu’un au clavier du serveur, avec scripts/name-operator.ts.',
      link: 'Voir les réglages',
    }),
  },
  done: {
    title: 'Votre compte est effacé',
    lead: 'Toutes vos sessions sont fermées. Cet appareil ne garde rien de vous ; la boutique, seulement ce que la loi et les résultats demandent.',
    thanks: 'Merci de votre passage.',
    home: 'Aller à l’accueil',
    privacy: 'Ce que nous gardons, et pourquoi',
  },
};
