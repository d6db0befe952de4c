import { deFr } from '@fraisier/shared/cycle/elision.ts';
import { pluralFr } from '../plural.ts';

/** An order, and the sandbox where it is paid. */
export const order = {
  title: (numbers: string, design: string) => `Pièce ${numbers}, ${design}`,
  placed: (day: string) => `Commande du ${day}`,
  authors: 'La pièce de l’auteur',
  numbers: (count: number, numbers: string, size: string) =>
    count === 1 ? `Pièce nº ${numbers} sur ${size}` : `Pièces nº ${numbers} sur ${size}`,
  steps: ['Réservée', 'Payée', 'À l’imprimeur', 'Partie'],
  state: {
    held: {
      title: (count: number): string => (count === 1 ? 'Réservée pour vous.' : 'Réservées pour vous.'),
      text: (count: number, time: string) =>
        count === 1
          ? `Jusqu’à ${time}. Au paiement elle est à vous ; sans lui, elle repart en vente.`
          : `Jusqu’à ${time}. Au paiement elles sont à vous ; sans lui, elles repartent en vente.`,
    },
    paid: {
      title: (count: number): string => (count === 1 ? 'Elle est à vous.' : 'Elles sont à vous.'),
      text: (day: string) =>
        `Payé le ${day}. Les pièces sont imprimées à partir des commandes : cette page dit quand, et un e-mail part avec le colis.`,
    },
    printing: {
      title: (count: number): string => (count === 1 ? 'Elle est à l’impression.' : 'Elles sont à l’impression.'),
      text: (count: number, day: string) =>
        `${count === 1 ? 'Commandée' : 'Commandées'} à l’imprimeur le ${day}. Un e-mail part avec le colis.`,
    },
    author: {
      title: 'La nº 1 est à vous.',
      text: 'Offerte, envoi compris. Elle est imprimée avec les autres, dans la taille que vous choisissez.',
      size: 'Sa taille n’est pas encore choisie.',
      choose: 'Choisir la taille et la coupe',
      change: 'Changer la taille ou la coupe',
    },
    sent: {
      title: (count: number): string => (count === 1 ? 'Elle est partie.' : 'Elles sont parties.'),
      text: (day: string) => `Colis remis au transporteur le ${day}.`,
    },
    lapsed: {
      title: 'La réservation est échue.',
      text: 'Le paiement n’est pas venu dans les quinze minutes. Rien n’a été débité, les numéros sont repartis en vente.',
      again: 'Choisir une autre pièce',
    },
    cancelled: { title: 'Commande annulée.', text: 'Rien ne part, rien n’est dû.' },
    refunded: {
      title: 'Commande remboursée.',
      text: 'Le prix et l’envoi vous ont été rendus par le moyen de paiement utilisé.',
    },
  },
  pay: (amount: string) => `Payer ${amount}`,
  pieces: {
    title: 'Dans le colis',
    number: 'Nº',
    size: 'Taille',
    cut: 'Coupe',
    fabric: 'Tissu',
    label: 'Étiquette',
    noSize: 'à choisir',
    noLabel: 'sans texte à vous',
  },
  address: {
    title: 'Livraison',
    none: 'Aucune adresse encore.',
    tracking: 'Suivi',
    noTracking: 'Sans numéro de suivi.',
  },
  money: {
    title: 'Le compte',
    pieces: (count: number) => `${count} ${pluralFr(count, { one: 'pièce', other: 'pièces' })}`,
    shipping: 'Envoi',
    paid: 'Payé',
    toPay: 'À payer',
    refunded: 'Rendu',
    sum: 'Somme de la commande',
    vat: 'dont TVA',
    free: 'Offerte',
    invoice: (number: string) => `Facture ${number}, PDF`,
  },
  returns: {
    title: 'Changer d’avis',
    text: 'Quatorze jours après la livraison, sans motif et sans frais de renvoi. Le numéro revient en vente.',
    labelled: (numbers: string, count: number) =>
      count === 1
        ? `La pièce nº ${numbers} porte votre étiquette : elle ne se rend pas, sauf défaut.`
        : `Les pièces ${numbers} portent votre étiquette : elles ne se rendent pas, sauf défaut.`,
    write: 'Dites-nous ce qui ne va pas',
    answer: 'Une personne répond sous deux jours ouvrés.',
    terms: 'Conditions de vente et de retour',
  },
  run: 'Voir le tirage',
  buyer: (name: string) => `Commande ${deFr(name)}.`,
  recommend: {
    title: 'Nous recommanderiez-vous ?',
    lead: 'De 0 à 10, à quelqu’un qui s’habille comme vous.',
    legend: 'De 0, pas du tout, à 10, sans hésiter',
    least: 'Pas du tout',
    most: 'Sans hésiter',
    why: 'Pourquoi cette note',
    whyHint: 'Lu par l’atelier. Le reproche nous sert plus que le compliment.',
    missing: 'Choisissez un chiffre de 0 à 10.',
    send: 'Envoyer ma réponse',
    given: (score: number) => `Votre réponse : ${score} sur 10.`,
    change: 'Changer ma réponse',
    sent: 'Votre réponse est enregistrée.',
  },
  bank: {
    title: 'Banque d’essai',
    warning: 'Bac à sable. Ce n’est pas une banque : aucune carte, aucun argent. Vous jouez la réponse.',
    back: 'Revenir à la commande',
    amount: 'À payer',
    to: 'À',
    what: 'Pour',
    piecesOf: (numbers: string, size: string, design: string) => `nº ${numbers} sur ${size}, « ${design} »`,
    heldUntil: 'Avant',
    accept: 'Accepter le paiement',
    refuse: 'Refuser',
    accepting: 'La banque répond',
    failed: 'Le paiement n’est pas passé. Rien n’a été débité. Votre taille reste choisie.',
    retry: (time: string) => `Vous pouvez réessayer jusqu’à ${time}.`,
    lapsed: 'La réservation est échue.',
    lapsedText: 'Les quinze minutes sont passées et les pièces sont reparties. Rien n’a été débité.',
    givenBack: 'Le paiement est arrivé après les quinze minutes. Il vous est rendu en entier.',
    again: 'Choisir une autre pièce',
    paid: 'C’est payé.',
    paidText: 'Cette commande l’est déjà : rien n’est débité deux fois.',
    see: 'Voir la commande',
  },
};
