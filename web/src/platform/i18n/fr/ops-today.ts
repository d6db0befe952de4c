const small = ['Rien', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix', 'Onze', 'Douze'];

export const opsToday = {
  date: (weekday: string, month: string) => `${weekday} ${month}`,
  waiting: (count: number, figure: string): string =>
    count === 0
      ? 'Rien ne vous attend.'
      : count === 1
        ? 'Une chose vous attend.'
        : `${small[count] ?? figure} choses vous attendent.`,
  calm: 'Rien ne brûle.',
  urgent: 'À faire en premier',
  burns: {
    review: (days: number) => `Un dessin attend depuis ${days} jours : nous répondons sous deux.`,
    bountyLate: (number: number, days: string) => `La dotation nº ${number} est en retard de ${days}.`,
    bountySoon: (number: number, when: string) => `La dotation nº ${number} est due ${when}.`,
    payment: (number: number) => `La banque a refusé le virement de la dotation nº ${number}.`,
    stuck: (number: number, step: string) => `La récolte nº ${number} aurait dû avancer : ${step}.`,
    close: (number: number) => `La récolte nº ${number} peut être close : le délai d’appel est passé.`,
    count: (number: number) => `La récolte nº ${number} attend son dépouillement.`,
  },
  imprint: 'Les mentions légales ne sont pas complètes.',
  imprintGaps: (count: number): string => (count === 1 ? 'Ajouter une mention' : `Ajouter ${count} mentions`),
  days: (days: number) => (days === 1 ? '1 jour' : `${days} jours`),
  aside: {
    ballots: (voters: string, ratings: string) => `${voters} votants, ${ratings} notes`,
    running: (designs: string) => `${designs} dessins en lice`,
    received: (designs: string, month: string) => `${designs} admis pour ${month}`,
  },
  calendar: 'Le mois des récoltes',
  spans: {
    collecting: (number: number) => `Dépôt nº ${number}`,
    voting: (number: number) => `Vote nº ${number}`,
    final: (number: number) => `Finale nº ${number}`,
    count: (number: number) => `Décompte nº ${number}`,
    sale: (number: number) => `Vente nº ${number}`,
    saleOf: (number: number, sold: string, size: string) => `Vente nº ${number}, ${sold} sur ${size}`,
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
  votes: {
    title: 'Votes suspects',
    clusters: (count: number): string =>
      count === 0
        ? 'Aucun groupe à décider'
        : count === 1
          ? 'Un groupe de bulletins à décider'
          : `${count} groupes de bulletins à décider`,
    appeals: (count: number): string =>
      count === 0 ? 'Aucun appel sans réponse' : count === 1 ? 'Un appel sans réponse' : `${count} appels sans réponse`,
    open: 'Voir les groupes',
    openAppeals: 'Répondre aux appels',
  },
  next: {
    title: 'Ce qui vient',
    steps: {
      collecting: 'Ouverture du dépôt',
      voting: 'Ouverture du vote',
      final: 'Ouverture de la finale',
      frozen: 'Fin du vote',
      counted: 'Dépouillement',
      decided: 'Clôture',
    },
    now: 'dès maintenant',
    open: 'Pupitre',
    empty: 'Aucune récolte en cours.',
    plan: 'Planifier une récolte',
  },
  run: {
    title: (slug: string) => `Tirage ${slug}`,
    sold: (sold: string, size: string) => `${sold} sur ${size} vendues`,
    wished: 'Je le porterais',
    ordered: 'Commandé',
    need: 'À commander',
    total: 'Total',
    label: 'Tailles du tirage',
    open: 'Imprimeur',
    orders: (count: string) => `${count} commandes à envoyer`,
    packet: { preparing: 'dossier en préparation', ready: 'dossier prêt', failed: 'dossier en échec' },
    orderState: (number: number, state: string) => `Commande nº ${number} : ${state}`,
    delivered: (good: string) => `livrée, ${good} bonnes`,
    awaited: (good: string, pieces: string) => `${good} bonnes sur ${pieces}`,
  },
  bounty: {
    title: (number: number) => `Dotation nº ${number}`,
    open: 'Dotations',
    none: 'Aucune dotation à payer.',
  },
  feedback: {
    title: 'Ce qu’ils en disent',
    aside: (answers: string) => `${answers} réponses`,
    score: 'promoteurs moins détracteurs',
    label: 'Réponses de 0 à 10',
    answers: (score: number, count: string) => `${score} : ${count} réponses`,
    empty: 'Personne n’a encore répondu. La question part une semaine après l’envoi.',
  },
  mail: {
    title: 'Courrier',
    unsent: (count: number): string =>
      count === 0
        ? 'Tous les e-mails sont partis'
        : count === 1
          ? 'Un e-mail n’est pas parti'
          : `${count} e-mails ne sont pas partis`,
    messages: (count: number): string =>
      count === 0
        ? 'Aucun message sans réponse'
        : count === 1
          ? 'Un message sans réponse'
          : `${count} messages sans réponse`,
    open: 'Messages',
  },
};
