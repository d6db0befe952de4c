import { pluralFr } from '../plural.ts';

/** The notebook: what a member drew, voted and bought. */
export const account = {
  notebook: {
    title: 'Mon carnet',
    since: (month: string) => `Ici depuis ${month}.`,
    account: 'Compte et adresse',
    figures: {
      designs: (count: number) => pluralFr(count, { one: 'dessin déposé', other: 'dessins déposés' }),
      ratings: (count: number) => pluralFr(count, { one: 'note donnée', other: 'notes données' }),
      pieces: (count: number) => pluralFr(count, { one: 'pièce à vous', other: 'pièces à vous' }),
    },
    designs: {
      title: 'Mes dessins',
      none: 'Aucun dessin, et c’est normal.',
      noneText: 'Chaque mois, une récolte en prend. Un PNG et un titre suffisent.',
      noneLink: 'Voir les récoltes',
      letter: 'Lettre de résultat',
      states: {
        checking: 'contrôle en cours',
        checked: 'à l’étude, deux jours au plus',
        admitted: 'admis',
        refused: 'à corriger',
        withdrawn: 'retiré',
      },
    },
    ballots: {
      title: 'Mes bulletins',
      none: 'Aucun bulletin.',
      noneText: 'Dix dessins, un par un, cinq minutes. Il y a une fin.',
      noneLink: 'Voir les récoltes',
      round: (number: number, month: string) => `Récolte nº ${number}, ${month}`,
      counts: (rated: number, skipped: number) =>
        `${rated} ${pluralFr(rated, { one: 'note', other: 'notes' })}, ${skipped} ${pluralFr(skipped, { one: 'passé', other: 'passés' })}`,
      goOn: 'Ouvrir le bulletin',
      receipts: 'Notes et reçus',
      result: 'Résultat',
    },
    orders: {
      title: 'Mes pièces',
      none: 'Aucune pièce.',
      noneText: 'Le dessin élu est tiré une fois, pièces numérotées. Ensuite, c’est fini.',
      noneLink: 'Voir les tirages',
      pieces: (numbers: readonly string[], of: string, list: (items: readonly string[]) => string) =>
        numbers.length === 1 ? `Pièce nº ${numbers[0]} sur ${of}` : `Pièces nº ${list(numbers)} sur ${of}`,
      author: 'pièce d’auteur',
      see: 'Voir la commande',
      pay: 'Payer',
      states: {
        held: 'Réservée',
        paid: 'Payée',
        sent: 'Envoyée',
        lapsed: 'Réservation échue',
        cancelled: 'Annulée',
        refunded: 'Remboursée',
      },
    },
    bounties: {
      title: 'Ma dotation',
      asks: 'Votre dessin a gagné. Il manque votre compte et votre accord.',
      act: 'Recevoir ma dotation',
      see: 'Voir la dotation',
      states: {
        owed: (day: string) => `Due avant le ${day}.`,
        exported: (day: string) => `Le virement est à la banque. Due avant le ${day}.`,
        paid: (day: string) => `Payée le ${day}.`,
        failed: () => 'Le virement n’est pas passé. Vérifiez votre compte.',
        cancelled: () => 'Annulée.',
      },
    },
  },
};
