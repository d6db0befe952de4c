import type { WaitingKind } from '@fraisier/shared/cycle/agenda.ts';
import { figuredFr as figured } from '../plural.ts';

const small = ['Rien', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix', 'Onze', 'Douze'];

/** What stands beside how many there are. */
const waits: Record<WaitingKind, (count: number) => string> = {
  stuck: () => 'La date est passée, la récolte n’a pas avancé',
  designs: (count) => (count === 1 ? 'Dessin à voir' : 'Dessins à voir'),
  notes: (count) => (count === 1 ? 'Mot à lire' : 'Mots à lire'),
  too_few_designs: (count) => (count === 1 ? 'Il manque un dessin pour voter' : 'Il manque des dessins pour voter'),
  clusters: (count) => (count === 1 ? 'Groupe de bulletins à décider' : 'Groupes de bulletins à décider'),
  appeals: (count) => (count === 1 ? 'Appel sans réponse' : 'Appels sans réponse'),
  signatures: (count) => (count === 1 ? 'Seconde signature à donner' : 'Secondes signatures à donner'),
  count: () => 'Récolte à compter',
  close: () => 'Récolte à clore',
  letters: (count) => (count === 1 ? 'Lettre qui n’est pas écrite' : 'Lettres qui ne sont pas écrites'),
  bounty_of_winner: () => 'Dotation due, le gagnant n’a pas fini ses papiers',
  bounty_to_pay: (count) => (count === 1 ? 'Dotation à payer' : 'Dotations à payer'),
  payment_failed: (count) => (count === 1 ? 'Virement refusé par la banque' : 'Virements refusés par la banque'),
  payout_to_settle: (count) =>
    count === 1 ? 'Virement sans réponse de la banque' : 'Virements sans réponse de la banque',
  pieces_to_print: (count) => (count === 1 ? 'Pièce vendue à faire imprimer' : 'Pièces vendues à faire imprimer'),
  packet_failed: (count) => (count === 1 ? 'Dossier d’impression en échec' : 'Dossiers d’impression en échec'),
  delivery: (count) => (count === 1 ? 'Livraison de l’imprimeur à compter' : 'Livraisons de l’imprimeur à compter'),
  orders_to_send: (count) => (count === 1 ? 'Commande à envoyer' : 'Commandes à envoyer'),
  messages: (count) => (count === 1 ? 'Message sans réponse' : 'Messages sans réponse'),
  mails_failed: (count) => (count === 1 ? 'E-mail qui n’est pas parti' : 'E-mails qui ne sont pas partis'),
  jobs_failed: (count) => (count === 1 ? 'Tâche du site en échec' : 'Tâches du site en échec'),
  nothing_planned: () => 'Aucune récolte à venir : planifiez l’année',
};

export const opsToday = {
  date: (weekday: string, month: string) => `${weekday} ${month}`,
  waiting: (count: number, figure: string): string =>
    count === 0
      ? 'Rien ne vous attend.'
      : count === 1
        ? 'Une chose vous attend.'
        : `${small[count] ?? figure} choses vous attendent.`,
  calm: 'Rien ne brûle.',
  imprint: 'Les mentions légales ne sont pas complètes.',
  imprintGaps: (count: number): string => (count === 1 ? 'Ajouter une mention' : `Ajouter ${count} mentions`),
  days: (days: number) => (days === 1 ? '1 jour' : `${days} jours`),
  aside: {
    ballots: (voters: string, ratings: string) => `${figured(voters, 'votant')}, ${figured(ratings, 'note')}`,
    running: (designs: string) => `${figured(designs, 'dessin')} en lice`,
    received: (designs: string, month: string) => `${designs} admis pour ${month}`,
  },
  calendar: 'Le mois des récoltes',
  spans: {
    collecting: (number: number) => `Dépôt nº ${number}`,
    voting: (number: number) => `Vote nº ${number}`,
    final: (number: number) => `Finale nº ${number}`,
    count: (number: number) => `Décompte nº ${number}`,
    sale: (number: number) => `Vente nº ${number}`,
    saleOf: (number: number, sold: string, size: string) => `Vente nº ${number}, ${sold} sur ${size}`,
    until: (label: string, when: string) => `${label}, jusqu’au ${when}`,
  },
  moderation: {
    title: 'Modération',
    aside: (count: number, since: string): string =>
      count === 0
        ? 'rien à voir'
        : count === 1
          ? `1 à voir, depuis ${since}`
          : `${count} à voir, la plus ancienne depuis ${since}`,
    hours: (hours: number) => `${hours} h`,
    look: 'Voir',
    all: 'Toute la file',
    notes: (count: number) => (count === 1 ? 'Un mot à lire' : `${count} mots à lire`),
    empty: 'Tout est vu.',
  },
  waits: {
    title: 'Ce qui vous attend',
    none: 'Rien.',
    noneHint: 'La table est propre. Le site vous fera signe ici.',
    onTime: 'rien en retard',
    late: (count: number): string => (count === 1 ? 'une en retard' : `${count} en retard`),
    urgency: { late: 'en retard', soon: 'bientôt' },
    overToday: 'à faire aujourd’hui',
    overdue: (days: string) => `en retard de ${days}`,
    before: (when: string) => `au plus tard le ${when}`,
    since: (time: string) => `depuis ${time}`,
    hours: (hours: number): string => (hours < 1 ? 'moins d’une heure' : `${hours} h`),
    retry: 'Relancer',
    retried: (count: number): string =>
      count === 0
        ? 'Plus rien à relancer.'
        : count === 1
          ? 'Une tâche est relancée.'
          : `${count} tâches sont relancées.`,
    what: waits,
  },
  comes: {
    title: 'Ce qui vient',
    calendar: 'Calendrier',
    none: 'Rien de prévu. Une récolte planifiée met ses dates ici.',
    byItself: 'tout seul',
    byYou: 'par vous',
    what: {
      collecting: (round: string) => `${round} : ouverture du dépôt`,
      voting: (round: string) => `${round} : ouverture du vote`,
      final: (round: string) => `${round} : ouverture de la finale`,
      freeze: (round: string) => `${round} : fin du vote`,
      appeals_end: (round: string) => `${round} : fin des appels`,
      bounty_due: (round: string) => `${round} : dotation à verser`,
    },
  },
  keys: {
    step: 'Ligne suivante, ligne précédente',
    open: 'Ouvrir',
    undo: 'Reprendre la dernière décision',
  },
  run: {
    title: (slug: string) => `Tirage ${slug}`,
    sold: (sold: string, size: string) => `Vendues : ${sold} sur ${size}`,
    wished: 'Je le porterais',
    ordered: 'Commandé',
    need: 'À commander',
    total: 'Total',
    label: 'Tailles du tirage',
    open: 'Imprimeur',
    orders: (count: string) => `${figured(count, 'commande')} à envoyer`,
    packet: { preparing: 'dossier en préparation', ready: 'dossier prêt', failed: 'dossier en échec' },
    orderState: (number: number, state: string) => `Commande nº ${number} : ${state}`,
    delivered: (good: string) => `livrée, ${figured(good, 'bonne')}`,
    awaited: (good: string, pieces: string) => `${figured(good, 'bonne')} sur ${pieces}`,
  },
  bounty: {
    title: (number: number) => `Dotation nº ${number}`,
    open: 'Dotations',
    none: 'Aucune dotation à payer. La suivante naît à la clôture d’une récolte.',
  },
  feedback: {
    title: 'Ce qu’ils en disent',
    aside: (answers: string) => figured(answers, 'réponse'),
    score: 'promoteurs moins détracteurs',
    label: 'Réponses de 0 à 10',
    answers: (score: number, count: string) => `${score} : ${figured(count, 'réponse')}`,
    empty: 'Personne n’a encore répondu. La question part une semaine après l’envoi.',
  },
};
