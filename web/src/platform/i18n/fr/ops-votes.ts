import type { DeskReasonCode } from '@fraisier/shared/cycle/desk-rules.ts';
import { pluralFr } from '../plural.ts';

const ballots = (count: string, value: number) =>
  `${count} ${pluralFr(value, { one: 'bulletin', other: 'bulletins' })}`;

const reasons: Record<DeskReasonCode, (detail: string) => string> = {
  wrong_phase: (phase) => `Cela ne se fait pas à cette étape (${phase}).`,
  already_quarantined: () => 'Le groupe est déjà mis de côté.',
  already_dismissed: () => 'Le groupe est déjà laissé dans le compte.',
  already_released: () => 'Le groupe compte déjà de nouveau.',
  not_quarantined: (state) => `Le groupe n’est pas mis de côté (${state}).`,
  signature_not_needed: () => 'Ce groupe ne change pas le gagnant : seul un appel peut encore le rétablir.',
  already_signed: () => 'La mise de côté est signée.',
  reason_used: () => 'Le journal dit déjà cela de ces bulletins : choisissez un autre motif.',
  second_operator_needed: () => 'Vous avez mis ce groupe de côté : une autre personne de l’atelier tranche.',
};

/** The desk of suspicious ballots. */
export const opsVotes = {
  title: 'Votes suspects',
  sealed: 'Personne ne voit de note avant le décompte : ni moyenne, ni rang, ni liste triée par score.',
  order: 'Les groupes sont dans le désordre.',
  round: 'Récolte',
  noRound: 'Aucune récolte ne vote.',
  noRoundHint:
    'Pendant le vote, les bulletins qui se ressemblent trop viennent ici en groupes. Vous décidez lesquels comptent.',
  view: 'Vue',
  views: {
    open: 'À décider',
    quarantined: 'Mis de côté',
    dismissed: 'Laissés',
    released: 'Rétablis',
    appeals: 'Appels',
  },
  waiting: (clusters: number, appeals: number): string => {
    if (clusters + appeals === 0) return 'Rien n’attend de décision.';
    const groups = clusters === 1 ? 'Un groupe à décider' : `${clusters} groupes à décider`;
    const asked = appeals === 1 ? 'un appel sans réponse' : `${appeals} appels sans réponse`;
    if (appeals === 0) return `${groups}.`;
    return clusters === 0 ? `${asked.charAt(0).toUpperCase()}${asked.slice(1)}.` : `${groups}, ${asked}.`;
  },
  empty: {
    open: 'Rien de suspect.',
    openHint: 'Les bulletins sont relus toutes les dix minutes, et une dernière fois quand le vote s’arrête.',
    quarantined: 'Rien n’est mis de côté.',
    dismissed: 'Aucun groupe n’a été laissé dans le compte.',
    released: 'Aucun groupe n’a été rétabli.',
    otherHint: 'Tout ce qui se décide ici reste écrit, avec son motif.',
  },
  queue: 'Groupes',
  signals: {
    flat_ballot: 'Bulletins plats',
    sole_favourite: 'Un seul favori',
    twin_ballots: 'Bulletins jumeaux',
    burst: 'Rafale',
    account_age: 'Comptes récents',
  },
  about: (signal: string, title: string) => `${signal} : ${title}`,
  states: {
    open: 'à décider',
    quarantined: 'mis de côté',
    dismissed: 'laissé dans le compte',
    released: 'rétabli',
  },
  ballotsWord: (count: number) => pluralFr(count, { one: 'bulletin', other: 'bulletins' }),
  ballots,
  found: (when: string) => `Trouvé le ${when}.`,
  evidence: 'Ce qui est compté',
  supporting: 'À l’appui, sans valeur de preuve',
  noSupport: 'Rien d’autre ne l’appuie.',
  counts: {
    flat_ballot: () =>
      'Chacun a dix notes au moins, dont plus de 85 % sont identiques. La règle les met de côté d’elle-même.',
    sole_favourite: ({ ballots: some = 0, of = 0 }: Counts) =>
      `${some} ${pluralFr(some, { one: 'bulletin aime', other: 'bulletins aiment' })} ce dessin et aucun autre, sur ${of} de la récolte qui n’en aiment qu’un.`,
    twin_ballots: ({ pairs = 0, common = 0, equal = 0 }: Counts) =>
      `${pairs} ${pluralFr(pairs, { one: 'paire se ressemble', other: 'paires se ressemblent' })} trop. La plus proche : ${common} dessins en commun, ${equal} ${pluralFr(equal, { one: 'réponse identique', other: 'réponses identiques' })}.`,
    burst: ({ accounts = 0, hours = 0 }: Counts) =>
      `${accounts} comptes de moins de sept jours, depuis un même réseau, en ${hours} heures. Les écoles et les bureaux partagent le leur.`,
    account_age: ({ youngPercent = 0, roundYoungPercent = 0 }: Counts) =>
      `${youngPercent} % de comptes de moins de sept jours, contre ${roundYoungPercent} % dans la récolte.`,
  },
  finalists: {
    question: 'Changerait les finalistes',
    yes: 'Oui',
    no: 'Non',
    cut: 'Coupe faite',
    cutHint: 'La coupe de la finale ne se refait jamais.',
  },
  punished: 'L’auteur du dessin n’est jamais puni pour les votes des autres.',
  acts: {
    quarantine: 'Mettre de côté',
    dismissal: 'Laisser compter',
    release: 'Rétablir',
    signature: 'Signer',
  },
  keys: { quarantine: 'M', dismissal: 'L', release: 'R', signature: 'S' },
  ask: {
    quarantine: 'Pourquoi mettre de côté',
    dismissal: 'Pourquoi laisser compter',
    release: 'Pourquoi rétablir',
    signature: 'Signer la mise de côté',
  },
  will: {
    quarantine: (count: number) =>
      count === 1
        ? 'Ce bulletin ne compte plus. Rien n’est effacé. La personne est prévenue et peut faire appel.'
        : `Ces ${count} bulletins ne comptent plus. Rien n’est effacé. Leurs votants sont prévenus et peuvent faire appel.`,
    dismissal: (count: number) =>
      count === 1
        ? 'Ce bulletin reste dans le compte. Personne n’est prévenu.'
        : `Ces ${count} bulletins restent dans le compte. Personne n’est prévenu.`,
    release: (count: number) =>
      count === 1
        ? 'Ce bulletin compte de nouveau. La personne est prévenue.'
        : `Ces ${count} bulletins comptent de nouveau. Leurs votants sont prévenus.`,
    recount: 'La récolte est recomptée aussitôt : le gagnant peut changer.',
    signature:
      'Vous confirmez, après une autre personne, une mise de côté qui change le gagnant. Votre nom reste écrit.',
    log: 'La décision et son motif entrent au journal public.',
  },
  reasonMissing: 'Choisissez un motif.',
  quarantineReasons: {
    flat_ballot: 'Les bulletins ne distinguent rien : presque partout la même note.',
    sole_favourite: 'Trop de bulletins n’aiment que ce dessin pour que ce soit le hasard.',
    twin_ballots: 'Les bulletins sont des copies les uns des autres.',
    other: 'Une autre raison.',
  },
  dismissReasons: {
    honest_pattern: 'Un goût partagé l’explique : un thème, un public, des amis.',
    shared_network: 'Un lieu partagé l’explique : une école, un bureau, un foyer.',
    other: 'Une autre raison.',
  },
  releaseReasons: {
    appeal_upheld: 'Un appel a été accepté.',
    no_longer_flat: 'Les bulletins ne sont plus plats.',
    mistake: 'C’était une erreur.',
    other: 'Une autre raison.',
  },
  said: {
    quarantine: (name: string, count: number) => `${name} : ${ballots(String(count), count)} de côté.`,
    dismissal: (name: string, count: number) => `${name} : ${ballots(String(count), count)} dans le compte.`,
    release: (name: string, count: number) =>
      `${name} : ${ballots(String(count), count)} ${pluralFr(count, { one: 'rétabli', other: 'rétablis' })}.`,
    signature: (name: string) => `${name} : mise de côté signée.`,
  },
  over: 'Ce groupe est décidé.',
  reasons,
  refused: 'Votre décision n’a pas été prise.',
  stale: 'Quelqu’un d’autre a décidé entre-temps.',
  staleSee: 'Voir sa décision',
  decisions: 'Décisions',
  noDecision: 'Aucune décision pour l’instant.',
  decided: {
    quarantine: (count: string, value: number) =>
      `${ballots(count, value)} ${pluralFr(value, { one: 'mis', other: 'mis' })} de côté`,
    dismissal: (count: string, value: number) =>
      `${ballots(count, value)} ${pluralFr(value, { one: 'laissé', other: 'laissés' })} dans le compte`,
    release: (count: string, value: number) =>
      `${ballots(count, value)} ${pluralFr(value, { one: 'rétabli', other: 'rétablis' })}`,
    signature: () => 'Seconde signature',
  },
  byWhom: (who: string, when: string) => `${who}, le ${when}`,
  rule: 'La règle, d’elle-même',
  leaf: 'Ligne du journal',
  signature: {
    missing: 'Seconde signature attendue',
    given: 'Signé par deux personnes',
    title: 'Ce qui est mis de côté change le gagnant.',
    text: 'Une seconde personne de l’atelier signe chaque groupe, ou le rétablit. La clôture attend.',
  },
  appeals: {
    open: 'Sans réponse',
    answered: 'Répondus',
    empty: 'Aucun appel.',
    emptyHint: 'Les votants mis de côté peuvent en faire un depuis leur bulletin.',
    noneOpen: 'Chaque appel a sa réponse.',
    anonymous: 'Sans nom : vous lisez les mots, pas la personne. Un appel ne peut que rétablir un bulletin.',
    until: (when: string, days: string) => `On peut faire appel jusqu’au ${when}, ${days}.`,
    ended: 'Le délai pour faire appel est passé.',
    noEnd: 'Le délai pour faire appel commence au décompte.',
    blocks: 'Un appel sans réponse empêche la clôture.',
    received: (when: string, days: string) => `Reçu le ${when}, ${days}`,
    words: 'Ce que dit le votant',
    because: 'Mis de côté pour',
    unknown: 'motif non précisé',
    ratings: (count: string, value: number) =>
      `${count} ${pluralFr(value, { one: 'note mise', other: 'notes mises' })} de côté aujourd’hui`,
    noRatings: 'Toutes ses notes comptent aujourd’hui.',
    group: 'Voir le groupe',
    reply: 'Répondre',
    answer: 'Votre réponse',
    answerHint: 'La personne la reçoit telle quelle, par e-mail et sur son bulletin.',
    answerMissing: 'Écrivez une réponse : la personne l’attend.',
    uphold: 'Rétablir le bulletin',
    reject: 'Maintenir la mise de côté',
    upholdWill: 'Rétablir : ses notes comptent de nouveau.',
    upholdRecount: 'Rétablir : ses notes comptent de nouveau, et la récolte est recomptée.',
    rejectWill: 'Maintenir : rien ne change au compte. Cette réponse est la dernière.',
    upheldSaid: 'Appel accepté, bulletin rétabli.',
    rejectedSaid: 'Appel rejeté, mise de côté maintenue.',
    states: { open: 'sans réponse', upheld: 'accepté', rejected: 'rejeté' },
    yourAnswer: 'Réponse envoyée',
    stale: 'Quelqu’un d’autre a répondu entre-temps. Sa réponse est plus bas.',
  },
};

type Counts = Readonly<Record<string, number>>;
