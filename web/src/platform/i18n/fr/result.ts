import { deFr } from '@fraisier/shared/cycle/elision.ts';
import { pluralFr } from '../plural.ts';

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The result of a round, and how to find it again. */
export const result = {
  title: (month: string) => `Résultat ${deFr(month)}`,
  description: (title: string, name: string, month: string) =>
    `${title}, ${deFr(name)}, remporte la récolte ${deFr(month)}. Classement, marges et calcul.`,
  prefix: (month: string) => `Résultat ${deFr(month)} :`,
  won: (month: string) => `${upper(month)} a choisi`,
  several: (count: number) => (count === 2 ? 'Deux dessins à égalité' : `${count} dessins à égalité`),
  severalText:
    'Égaux au score, aux envies de porter et au nombre de notes : tous gagnent, tous sont payés, chacun a son tirage.',
  nobody: 'Aucun gagnant.',
  nobodyText: 'Personne n’a noté cette récolte : il n’y a rien à compter.',
  by: 'par',
  histogram: 'Répartition des notes',
  legend: 'En rouge, ceux qui le porteraient.',
  points: 'points sur 6',
  exact: (score: string) => `au millionième : ${score}`,
  ratings: (count: string, value: number) => `${count} ${pluralFr(value, { one: 'note', other: 'notes' })}`,
  worn: (count: string, value: number, share: string) =>
    `${count} ${pluralFr(value, { one: 'personne le porterait', other: 'personnes le porteraient' })}, soit ${share}.`,
  bounty: (bounty: string, isNet: boolean) => `Son auteur reçoit ${bounty}${isNet ? ' nets' : ''}.`,
  run: (size: number) => `Voir le tirage de ${size} pièces`,
  runSoon: (size: number) => `Le tirage de ${size} pièces ouvre quand le résultat est définitif.`,
  design: 'Voir le dessin de près',
  photo: {
    title: 'Photo-finish.',
    text: 'L’écart avec le suivant tient dans la marge : d’autres votants tirés du même public auraient pu choisir autrement. Le compte, lui, est exact.',
  },
  shortlist: {
    title: 'Choisi dans une liste courte.',
    text: 'Le quorum n’est pas atteint, même après prolongation : la boutique a tranché parmi les finalistes, avec les notes reçues.',
  },
  provisional: {
    title: (until: string) => `Résultat provisoire jusqu’au ${until}.`,
    over: 'Résultat provisoire. Le délai pour contester est passé, l’atelier va clore.',
    text: 'Un vote mis de côté à tort, un chiffre qui étonne : écrivez-nous d’ici là, une personne répond.',
    contact: 'Contester ou demander',
  },
  waiting: {
    title: (month: string) => `${upper(month)} n’est pas encore compté.`,
    planned: (at: string) => `Le dépôt ouvre ${at}. Le résultat vient après le vote.`,
    collecting: (opens: string, closes: string) =>
      `Le vote ouvre ${opens} et se clôt ${closes}. Le décompte vient après.`,
    voting: (closes: string) =>
      `Le vote se clôt ${closes}. Jusqu’au décompte les notes sont scellées, pour vous comme pour l’atelier.`,
    frozen: 'Le vote est clos. L’atelier examine les votes suspects, puis compte : le résultat paraît ici aussitôt.',
    appeals: (hours: number) =>
      hours === 0 ? '' : `Le résultat est d’abord provisoire, ${hours} heures, le temps de le contester.`,
    cancelled: 'La récolte a été annulée : il n’y a pas de résultat.',
    gallery: 'Voir les dessins',
    ballot: 'Aller au bulletin',
    submit: 'Déposer un dessin',
  },
  totals: {
    title: 'Le compte',
    designs: (count: number) => pluralFr(count, { one: 'dessin', other: 'dessins' }),
    voters: (count: number) => pluralFr(count, { one: 'votant', other: 'votants' }),
    ratings: (count: number) => pluralFr(count, { one: 'note', other: 'notes' }),
    points: (count: number) => pluralFr(count, { one: 'point', other: 'points' }),
  },
  table: {
    title: 'Le classement',
    label: 'Classement de la récolte',
    rank: 'Rang',
    design: 'Dessin',
    score: 'Score',
    ratings: 'Notes',
    worn: 'Le porteraient',
    band: 'Marge de rang',
    bandLabel: (from: string, to: string) => `de la ${from} à la ${to} place`,
    finalist: 'Finaliste',
    tied: 'ex æquo',
    few: 'moins de 30 notes : pas de rang',
    note: 'Le score est en points sur 6 : les étoiles, plus un point si l’on porterait le dessin. La marge dit quelles places seraient possibles avec d’autres votants du même public, neuf fois sur dix.',
  },
  both: {
    title: 'Les deux décomptes',
    none: 'Aucun bulletin n’a été mis de côté : toutes les notes comptent, il n’y a qu’un décompte.',
    aside: (voters: string, people: number, ratings: string, value: number) =>
      `${voters} ${pluralFr(people, { one: 'bulletin', other: 'bulletins' })}, soit ${ratings} ${pluralFr(value, { one: 'note', other: 'notes' })}, ${people > 1 ? 'ont été mis' : 'a été mis'} de côté.`,
    same: 'Le gagnant est le même avec et sans.',
    other: 'Avec ces notes, le gagnant aurait été un autre. Deux personnes de l’atelier ont signé.',
    otherUnsigned:
      'Avec ces notes, le gagnant serait un autre. La clôture demande la signature de deux personnes de l’atelier.',
    kept: 'Rien n’est effacé : ces notes restent au journal, et chacun peut refaire les deux comptes. Les votants ont été prévenus et peuvent faire appel depuis leur bulletin. L’auteur d’un dessin n’est jamais puni pour les votes des autres.',
    rule: 'La règle des votes suspects',
    label: 'Les deux décomptes, côte à côte',
    what: 'Ce qui est compté',
    counted: 'Sans les notes de côté',
    all: 'Avec toutes les notes',
    ratings: 'Notes',
    scoreOf: (title: string) => `Score de « ${title} »`,
    winner: 'Gagnant',
    nobody: 'personne',
  },
  crowd: {
    title: 'Qui a voté',
    turnout: (voters: string, people: number, eligible: string, accounts: number, share: string) =>
      `${eligible} ${pluralFr(accounts, { one: 'compte pouvait', other: 'comptes pouvaient' })} voter : vérifiés, faits avant la finale. Les notes de ${voters} ${pluralFr(people, { one: 'votant', other: 'votants' })} comptent, soit ${share} de ces comptes.`,
    eligible: 'pouvaient voter',
    voters: 'votants comptés',
    ages: 'Âge des comptes des votants',
    age: 'Compte, à l’ouverture du vote',
    count: 'Votants',
    share: 'Part',
    classes: {
      during: 'fait pendant le vote',
      week: 'moins de 7 jours',
      quarter: 'de 7 à 89 jours',
      year: 'de 90 jours à un an',
      older: 'un an et plus',
    },
    buyers: 'Les acheteurs seuls',
    buyersText: (voters: string, ratings: string, value: number) =>
      `${voters} votants avaient payé une pièce avant la clôture du vote, avec ${ratings} ${pluralFr(value, { one: 'note qui compte', other: 'notes qui comptent' })}. Par les mêmes règles, sur leurs seules notes, le gagnant serait :`,
    same: 'C’est le même.',
    other: 'Ce n’est pas le même. Cela ne décide de rien.',
    tooFew: (least: number) =>
      `Moins de ${least} votants avaient payé une pièce avant la clôture du vote. À si peu, ce décompte pourrait dire le vote d’une personne : il n’est pas fait.`,
    honest:
      'Ces chiffres aident à juger et ne décident de rien. Le dossier ne permet pas de les recompter : un pseudonyme ne dit rien du compte. Pour eux, il faut nous croire.',
  },
  passedOver: {
    title: 'Écarté, et pourquoi',
    text: 'L’atelier peut écarter un gagnant, jamais sans raison publiée. Le suivant prend la place.',
  },
  exposure: {
    title: 'Autant de regards pour chacun',
    text: (min: string, max: string) =>
      `Au vote, chaque dessin a été donné entre ${min} et ${max} fois. Le dessin donné est toujours l’un des moins donnés.`,
    even: (times: string) => `Au vote, chaque dessin a été donné ${times} fois, exactement.`,
    gini: (gini: string) => `Indice de Gini : ${gini} (0, c’est l’égalité parfaite).`,
    min: 'au moins',
    max: 'au plus',
    giniLabel: 'Gini',
  },
  method: {
    title: 'Refaites le compte',
    words:
      'Chaque dessin part avec dix notes moyennes, pour qu’une poignée d’amis ne décide de rien. On ajoute ses points, on divise par ses notes, et l’on coupe au millionième. Seuls des nombres entiers décident.',
    formula: '(notes × points du dessin + 10 × points) ÷ (notes × (notes du dessin + 10))',
    example: (title: string) => `Pour « ${title} » :`,
    ties: 'À égalité, la part de ceux qui le porteraient tranche, puis le nombre de notes. Jamais le hasard.',
    link: 'La méthode, en entier',
    rules: 'Le règlement du vote',
    verify: 'Recompter la récolte ici même',
    sha: 'Empreinte du compte (SHA-256)',
    counted: (at: string) => `Compté le ${at}.`,
    decided: (at: string) => `Rendu définitif le ${at}.`,
  },
  gallery: 'Tous les dessins',
};
