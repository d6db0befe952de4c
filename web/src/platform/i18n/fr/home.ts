import { deFr } from '@fraisier/shared/cycle/elision.ts';
import { inWordsFr } from '../numerals.ts';
import { pluralFr } from '../plural.ts';

const designs = { one: 'dessin', other: 'dessins' };
const finalists = { one: 'finaliste', other: 'finalistes' };
const ratings = { one: 'note', other: 'notes' };
const net = (isNet: boolean) => (isNet ? ' nets' : '');
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const goneFr = (gone: number) =>
  gone === 0 ? 'Aucune n’est partie' : gone === 1 ? 'Une est partie' : `${gone} sont parties`;
const leftFr = (left: number) =>
  left === 0 ? 'il n’en reste pas' : left === 1 ? 'il en reste une' : `il en reste ${left}`;

/** The first page: what the month is about, whatever its phase. */
export const home = {
  description: (month: string, count: number, run: string) =>
    `Récolte ${deFr(month)} : ${count} ${pluralFr(count, designs)}, un vote, un tirage numéroté de ${run} pièces.`,
  round: (number: number, month: string) => `Récolte nº ${number}, ${month}`,
  headline: {
    voting: (count: number) => [`${count} ${pluralFr(count, designs)},`, 'un tirage,', 'votre avis.'],
    final: (count: number | null) => [
      count === null ? 'Les finalistes,' : `${count} ${pluralFr(count, finalists)},`,
      'un tirage,',
      'votre avis.',
    ],
    frozen: (month: string) => [upper(month), 'est clos.', 'On compte.'],
    collecting: (month: string) => [upper(month), 'se dessine', 'maintenant.'],
    published: (month: string) => [upper(month), 'a choisi.'],
    planned: (month: string) => ['Bientôt', `${month}.`],
    empty: ['Rien encore,', 'et c’est', 'normal.'],
  },
  lead: {
    voting: (hand: number, run: string, bounty: string, isNet: boolean) =>
      `Notez ${inWordsFr(hand)} dessins tirés au sort. Le mieux noté est imprimé à ${run} exemplaires et son auteur reçoit ${bounty}${net(isNet)}.`,
    final: (run: string, bounty: string, isNet: boolean) =>
      `Les mieux notés du mois repassent devant vous. Le premier est imprimé à ${run} exemplaires et son auteur reçoit ${bounty}${net(isNet)}.`,
    frozen: (counted: string) =>
      `${counted} sont scellées. L’atelier les compte, puis publie le résultat ici, avec de quoi refaire le compte.`,
    collecting: (run: string, bounty: string, isNet: boolean) =>
      `Envoyez un dessin. Le mieux noté est imprimé à ${run} exemplaires et son auteur reçoit ${bounty}${net(isNet)}.`,
    provisional: 'Le résultat est provisoire : chacun peut le contester avant qu’il soit définitif.',
    decided: 'Le vote est compté, le tirage est numéroté. La prochaine récolte arrive.',
    planned: (at: string) => `Le dépôt des dessins ouvre ${at}.`,
    empty: 'La première récolte n’est pas encore au calendrier. Elle s’affichera ici. Un dessin, lui, se prépare déjà.',
  },
  ratings: (count: string, value: number) => `${count} ${pluralFr(value, ratings)}`,
  act: {
    start: 'Commencer mon bulletin',
    resume: 'Reprendre mon bulletin',
    done: 'Revoir mon bulletin',
    startNote: (hand: number) => `${upper(inWordsFr(hand))} dessins, et une fin.`,
    resumeNote: (rated: number) =>
      rated < 2 ? `${rated} note compte déjà.` : `Vos ${inWordsFr(rated)} notes comptent déjà.`,
    doneNote: (rated: number) => `C’est voté. ${rated} ${pluralFr(rated, ratings)} au compte.`,
    tooNew: 'La finale est ouverte aux comptes créés avant elle. Vous voterez à la récolte suivante.',
    closed: 'Le vote est clos. Les notes attendent le décompte.',
    gallery: (count: number) => (count === 1 ? 'Voir le dessin' : `Voir les ${count} dessins`),
    submit: 'Déposer un dessin',
    result: 'Voir le résultat',
    template: 'Préparer un dessin',
    method: 'Lire la méthode',
    archive: 'Toutes les récoltes',
  },
  days: {
    label: (now: number, total: number, end: string) => `Jour ${now} sur ${total}, clôture ${end}`,
    closes: (relative: string, weekday: string, time: string) => `Clôture ${relative}, ${weekday} à ${time}`,
    late: 'Le vote ouvre dès que deux dessins sont admis',
    votes: (relative: string, weekday: string, time: string) => `Le vote ouvre ${relative}, ${weekday} à ${time}`,
    collectLabel: (now: number, total: number, end: string) => `Jour ${now} sur ${total}, le vote ouvre ${end}`,
    final: (finalists: number, relative: string, moment: string) =>
      `Finale des ${inWordsFr(finalists)} ${relative}, ${moment}.`,
    finalOn: (count: number | null) =>
      count === null
        ? 'Nous sommes en finale : les mieux notés, redonnés à tous.'
        : `Nous sommes en finale : ${inWordsFr(count)} ${pluralFr(count, designs)}, redonnés à tous.`,
    extended: 'Le vote est prolongé une fois : il manquait des notes.',
  },
  dock: {
    title: (hand: number) => `Commencez : ${inWordsFr(hand)} dessins vous attendent.`,
    note: 'La note ouvre le bulletin et ne compte pas.',
    finalNote: 'Ci-dessus, un des finalistes, au hasard. La note ouvre le bulletin et ne compte pas.',
    legend: 'Ouvrir le bulletin par une note',
    oneFinalist: 'Un des finalistes, au hasard : chaque visiteur commence par un autre.',
    one: (count: number) => `Un des ${count}, au hasard : chaque visiteur commence par un autre.`,
  },
  run: {
    number: (number: number) => `Tirage nº ${number}`,
    elected: (month: string) => `élu en ${month}`,
    facts: (by: string, inks: string, size: string) => `${by}${upper(inks)}, ${size} pièces numérotées.`,
    by: (name: string) => `Dessin ${deFr(name)}. `,
    left: (gone: number, left: number) => `${goneFr(gone)}, ${leftFr(left)}.`,
    held: (held: number) => (held === 1 ? 'Une autre attend son paiement.' : `${held} autres attendent leur paiement.`),
    noReprint: 'Pas de réimpression.',
    next: (number: number) => `Une case, une pièce. La prochaine à partir porte le nº ${number}.`,
    allHeld: 'Une case, une pièce. Les dernières attendent leur paiement.',
    soldOut: 'Une case, une pièce. Toutes sont parties.',
    soldOutTitle: 'Épuisé',
    preparingTitle: 'Bientôt en vente',
    preparing: 'Une case, une pièce. La vente ouvre quand le contrat est accepté.',
    choose: (price: string) => `Choisir ma taille, ${price}`,
    see: 'Voir le tirage',
    result: 'Voir le résultat du vote',
  },
  podium: {
    title: (month: string) => `Le palmarès ${deFr(month)}`,
    all: (count: number) => (count === 1 ? 'Le classement, et la méthode' : `Les ${count} classés, et la méthode`),
    provisional: (until: string) => `Résultat provisoire. Il peut être contesté jusqu’au ${until}.`,
    provisionalOver: 'Résultat provisoire. L’atelier le rendra définitif.',
    counted: (counted: string, worn: string) => `${counted}, ${worn} le porteraient`,
    band: (from: string, to: string) => `Entre la ${from} et la ${to} place, marge comprise`,
    sure: (place: string) => `À la ${place} place, marge comprise`,
    few: 'Moins de 30 notes : pas de marge',
    bounty: (bounty: string, isNet: boolean) => `Dotation de ${bounty}${net(isNet)}`,
    waiting: (month: string) => `Le vote ${deFr(month)} est clos. L’atelier compte ; le résultat paraîtra ici.`,
  },
};
