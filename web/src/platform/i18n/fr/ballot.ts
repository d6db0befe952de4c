import { pluralFr } from '../plural.ts';

export const numerals = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
export const designs = { one: 'dessin', other: 'dessins' };
export const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
export const masculine = (count: number) => (count === 1 ? 'un' : (numerals[count] ?? String(count)));

/** The ballot: one design at a time. */
export const ballot = {
  title: (round: string) => `Bulletin, ${round}`,
  at: (at: number, of: number) => `${at} sur ${of}`,
  final: 'Finale',
  later: 'Reprendre plus tard',
  laterNote: (rated: number) =>
    rated === 1 ? 'Votre note compte déjà.' : `Vos ${masculine(rated)} notes comptent déjà.`,
  onFabric: (fabric: string) => `Tissu ${fabric.toLowerCase()}`,
  author: 'L’auteur est dévoilé au décompte. Vous jugez le dessin, pas la signature.',
  dealing: {
    title: (count: number) => `${upper(masculine(count))} ${pluralFr(count, designs)}, tirés pour vous.`,
    text: 'Les moins vus d’abord, dans un ordre qui n’est qu’à vous. Dix par donne, puis c’est fini.',
    finalText: 'Les finalistes seuls, dans un ordre qui n’est qu’à vous. Votre nouvelle note remplace l’ancienne.',
    failed: 'La donne n’arrive pas.',
  },
  said: {
    rated: (word: string) => `Noté, ${word}.`,
    skipped: 'Passé.',
    back: 'Retour.',
    at: (at: number, of: number, title: string) => `${at} sur ${of}, ${title}.`,
    worn: 'Vu porté.',
    flat: 'Vu à plat.',
    wear: 'Je le porterais.',
    notWear: 'Je ne le porterais pas.',
  },
  finalBegan: 'La finale vient d’ouvrir. Voici les finalistes ; vos notes d’avant comptent.',
  needAnswer: 'Choisissez une note, ou passez.',
  wear: 'Je le porterais',
  sizeNote: 'La taille sert à préparer le tirage. Elle n’engage à rien et ne pèse pas sur la note.',
  view: { label: 'Vue', worn: 'Porté', flat: 'À plat' },
  word: {
    summary: 'Un mot pour l’auteur',
    label: 'Votre mot',
    hint: 'Relu par l’atelier, il part avec la lettre de résultat. Votre nom n’y figure pas.',
    withRating: 'Le mot part avec la note.',
  },
  skip: 'Passer',
  next: 'Suivant',
  back: 'Revenir',
  finish: 'Terminer',
  keys: {
    to: 'à',
    space: 'Espace',
    rate: 'noter',
    skip: 'passer',
    back: 'revenir',
    next: 'suivre',
    wear: 'je le porterais',
    wearKey: 'J',
    flat: 'voir à plat',
    left: 'Flèche gauche',
    right: 'Flèche droite',
    help: 'Raccourcis',
    helpTitle: 'Au clavier',
    enter: 'Entrée',
    use: 'Raccourcis d’une seule touche',
    useHint: 'Décochez si une dictée ou un autre outil les déclenche. Gardé sur cet appareil.',
    swipe: 'Au doigt : glissez vers la gauche pour suivre, vers la droite pour revenir.',
  },
  sending: {
    offline: 'Vous êtes hors ligne. Ce que vous notez est gardé ici.',
    waiting: (count: number) =>
      count === 1
        ? 'Une note est gardée ici. Elle part au retour du réseau.'
        : `${upper(numerals[count] ?? String(count))} notes sont gardées ici. Elles partent au retour du réseau.`,
    waitingHere: (count: number) =>
      count === 1
        ? 'Une note n’est pas encore partie. Cet appareil ne garde rien : laissez la page ouverte.'
        : `${upper(numerals[count] ?? String(count))} notes ne sont pas encore parties. Cet appareil ne garde rien : laissez la page ouverte.`,
    signedOut: 'Votre session est finie. Vos notes sont gardées ici.',
    signIn: 'Se reconnecter',
    down: 'Le site ne répond pas. Vos notes sont gardées ici et seront renvoyées.',
    again: 'Renvoyer maintenant',
  },
  refused: {
    beforeFinal: (count: number) =>
      count === 1
        ? 'Une note est arrivée trop tard et n’a pas été prise.'
        : `${upper(numerals[count] ?? String(count))} notes sont arrivées trop tard et n’ont pas été prises.`,
    late: (count: number) =>
      count === 1
        ? 'Une note est arrivée après la clôture : elle ne compte pas.'
        : `${upper(numerals[count] ?? String(count))} notes sont arrivées après la clôture : elles ne comptent pas.`,
    notFinalist: 'Ce dessin n’est pas en finale. Votre note de la première phase reste comptée.',
  },
};
