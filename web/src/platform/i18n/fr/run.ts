import { pluralFr } from '../plural.ts';

const pieces = { one: 'pièce', other: 'pièces' };
const some = (count: number, number: string) => `${number} ${pluralFr(count, pieces)}`;

/** A run, and how one buys of it. */
export const run = {
  name: (number: number, month: string) => `Tirage nº ${number}, ${month}`,
  title: (design: string, number: number) => `${design}, tirage nº ${number}`,
  description: (design: string, author: string, size: string, price: string) =>
    `« ${design} », par ${author} : ${size} pièces numérotées, ${price} l’une, TVA comprise. Jamais de réimpression.`,
  by: (author: string) => `Dessiné par ${author}.`,
  inksOn: (inks: string, fabric: string) => `${inks} sur tissu ${fabric.toLowerCase()}.`,
  onFabric: (fabric: string) => `Tissu ${fabric.toLowerCase()}.`,
  fraction: (number: string, size: string) => `Pièce nº ${number} sur ${size}`,
  next: 'Le numéro de la prochaine pièce. Il vous attend quinze minutes, il est à vous au paiement.',
  choose: 'Choisir ma pièce',
  preparing: {
    title: 'La vente ouvre à la signature.',
    text: 'Le dessin est élu. Son auteur doit encore accepter le contrat, qui dit ce que nous pouvons imprimer. Rien n’est vendu avant.',
  },
  soldOut: {
    title: (size: string) => `Les ${size} sont parties.`,
    text: 'Pas de réimpression. Si une pièce est rendue, elle revient ici sous son numéro.',
    link: 'Voir les autres tirages',
  },
  allHeld: {
    title: 'Les dernières pièces sont réservées.',
    text: 'Une réservation tient quinze minutes. Celle qui n’est pas payée revient ici.',
    again: 'Regarder de nouveau',
  },
  closed: {
    title: 'Ce tirage n’est plus en vente.',
    text: 'Le droit de le vendre avait une date, et elle est passée. Les pièces parties restent à qui les porte.',
  },
  waiting: {
    title: (count: number, numbers: string) =>
      count === 1 ? `La pièce nº ${numbers} vous attend.` : `Les pièces ${numbers} vous attendent.`,
    text: (count: number, time: string) =>
      count === 1 ? `Réservée jusqu’à ${time}, pas encore payée.` : `Réservées jusqu’à ${time}, pas encore payées.`,
    pay: 'Payer cette commande',
  },
  piece: {
    legend: (at: number) => `Pièce ${at}`,
    size: 'Taille',
    cut: 'Coupe',
    fabric: 'Tissu',
    onlyCut: (cut: string) => `${cut}, la seule de ce tirage.`,
    sizeError: 'Choisissez une taille.',
    sizeNote: (free: string, size: string) =>
      `Aucun stock par taille : les pièces sont imprimées à partir des commandes. Il en reste ${free} sur ${size}, toutes tailles confondues.`,
    measure: 'Mesurer le mien',
    add: 'Ajouter une pièce',
    remove: 'Retirer cette pièce',
    most: (count: number) => `${count} pièces au plus par commande.`,
    left: (count: number) => (count === 1 ? 'Il n’en reste qu’une.' : `Il n’en reste que ${count}.`),
  },
  label: {
    title: 'Votre étiquette, cousue au col',
    hint: (free: number) =>
      `Relisez : nous cousons exactement ces lettres. ${free} ${free < 2 ? 'caractère libre' : 'caractères libres'}.`,
    none: (most: number) => `Laissez vide pour une pièce sans étiquette à vous. ${most} caractères au plus.`,
    noReturn: 'Une pièce à votre étiquette est faite pour vous : elle ne se rend pas, sauf défaut.',
    tooLong: (length: number, most: number) =>
      `${length} caractères : il y a de la place pour ${most}. Enlevez-en ${length - most}.`,
    character: (grapheme: string) =>
      `« ${grapheme} » ne se coud pas. La machine a les lettres latines avec leurs accents, les chiffres, - ’ . & et les points d’exclamation et d’interrogation.`,
  },
  address: {
    title: 'Livraison',
    change: 'Changer l’adresse',
    save: 'Garder cette adresse pour la prochaine fois',
  },
  total: {
    pieces: (count: number, number: string) => some(count, number),
    shipping: 'Envoi',
    sum: 'À payer',
    vat: (rate: string) => `dont TVA à ${rate}`,
  },
  buy: (price: string, shipping: string) => `Acheter, ${price} + ${shipping} d’envoi`,
  buyFree: (price: string) => `Acheter, ${price}, envoi compris`,
  buying: 'Réservation de votre pièce',
  signIn: 'Il faut un compte : un lien par e-mail suffit. Vos choix restent ici.',
  after: 'Le numéro est réservé quinze minutes, le temps de payer.',
  returns: 'Retour gratuit sous quatorze jours, sauf pièce à votre étiquette.',
  terms: 'Conditions de vente',
  tooFew: (left: string) => `Il en reste ${left} : retirez des pièces, puis recommencez.`,
  map: {
    title: (size: string) => `Les ${size}`,
    text: (sold: string, held: string, free: string) =>
      `Une case par pièce. Parties : ${sold}, en cours de paiement : ${held}, libres : ${free}. Quand la grille est pleine, c’est fini.`,
    label: (sold: string, size: string, held: string) =>
      `Pièces parties : ${sold} sur ${size}, en cours de paiement : ${held}`,
    first: 'La nº 1 est à l’auteur.',
    keys: { sold: 'partie', held: 'en cours de paiement', next: 'la prochaine', free: 'libre' },
  },
  story: {
    title: 'Le dessin',
    none: 'L’auteur n’a rien ajouté au dessin.',
    from: (month: string) => `Élu en ${month}.`,
    result: 'Voir le résultat du vote',
    design: 'Voir le dessin',
  },
};
