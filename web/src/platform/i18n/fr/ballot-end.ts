import { pluralFr } from '../plural.ts';
import { designs, masculine, numerals, upper } from './ballot.ts';

const ratings = { one: 'note', other: 'notes' };

/** What is said of a ballot that was given, and of one that cannot be: the receipt, the ratings, the appeal. */
export const ballotEnd = {
  done: {
    sent: 'Bulletin déposé',
    stillSending: 'Bulletin en cours d’envoi',
    voted: 'C’est voté.',
    seeYou: (day: string) => `À ${day}.`,
    hand: (rated: number, skipped: number) => {
      const seen = rated + skipped;
      const parts = [
        ...(rated > 0 ? [`${masculine(rated)} ${rated === 1 ? 'noté' : 'notés'}`] : []),
        ...(skipped > 0 ? [`${masculine(skipped)} ${skipped === 1 ? 'passé' : 'passés'}`] : []),
      ].join(', ');
      return `${upper(masculine(seen))} ${pluralFr(seen, designs)} ${seen === 1 ? 'vu' : 'vus'} : ${parts}.`;
    },
    none: 'Il n’y a pas de dessin à noter pour vous dans cette récolte.',
    allSeen: 'Vous avez vu tout ce que votre bulletin peut recevoir.',
    allSeenFinal: 'Vous avez vu tous les finalistes.',
    weight: (moment: string) =>
      `Chaque note pèse autant que toutes les autres. Vous pouvez en changer jusqu’à la clôture, le ${moment}.`,
    finalNext: (moment: string) => `La finale ouvre le ${moment}, avec les seize meilleurs dessins.`,
    own: 'Vos propres dessins ne vous sont pas donnés.',
    change: 'Changer une note',
    more: (count: number) => `${upper(numerals[count] ?? String(count))} de plus`,
    moreNote: (left: number) =>
      left === 1 ? 'Il en reste un que vous n’avez pas vu.' : `Il en reste ${masculine(left)} que vous n’avez pas vus.`,
    round: 'Voir la récolte',
    loved: (count: number) => (count === 1 ? 'Votre « Je craque »' : `Vos ${masculine(count)} « Je craque »`),
  },
  receipt: {
    title: 'Reçu de vote',
    round: 'Récolte',
    roundOf: (number: number, month: string) => `nº ${number}, ${month}`,
    rated: 'Dessins notés',
    skipped: 'Passés',
    wear: 'Je le porterais',
    wearIn: (count: number, size: string) => `${count}, en ${size}`,
    codes: (count: number) => `${count} ${pluralFr(count, { one: 'reçu', other: 'reçus' })}`,
    more: (count: number) => `et ${masculine(count)} ${count === 1 ? 'autre' : 'autres'}, plus bas`,
    use: 'Chaque note a son code. Après la clôture, il la retrouve dans le décompte publié. Il ne dit pas qui vous êtes.',
    waiting: 'Le reçu vient avec l’envoi.',
  },
  mine: {
    title: 'Mes notes',
    intro: (count: number) =>
      count === 1 ? 'Une note, un reçu.' : `${count} ${pluralFr(count, ratings)}, autant de reçus.`,
    finalIntro: 'En finale, seules les notes des finalistes changent encore. Les autres restent comptées.',
    columns: { design: 'Dessin', rating: 'Note', wear: 'Taille', code: 'Reçu' },
    change: 'Changer',
    changeOf: (title: string) => `Changer la note de « ${title} »`,
    copy: 'Copier les reçus',
    copied: 'Reçus copiés.',
    copyFailed: 'La copie n’a pas marché. Téléchargez-les.',
    download: 'Télécharger (JSON)',
    line: (line: string) => `Au journal, ligne ${line}`,
    next: 'À la prochaine tête',
    verify: 'Vérifier mes reçus',
    file: (round: string) => `fraisier-recus-${round}.json`,
    proof: 'Un reçu contient votre note scellée et la signature de la boutique. Gardez-les pour recompter vous-même.',
    none: 'Aucune note dans cette récolte.',
  },
  setAside: {
    title: 'Vos notes sont mises de côté.',
    fact: (count: number, figure: string, when: string) =>
      count === 1
        ? `Une de vos notes ne compte pas pour l’instant, depuis le ${when}.`
        : `${figure} de vos notes ne comptent pas pour l’instant, depuis le ${when}.`,
    kept: 'Rien n’est effacé : elles restent dans le journal, et vos reçus restent valables.',
    why: 'Ce qui a été vu :',
    reasons: {
      flat_ballot:
        'presque toutes vos notes sont les mêmes. Une règle publique met alors le bulletin de côté d’elle-même.',
      sole_favourite: 'plusieurs bulletins n’aiment qu’un dessin, et c’est le même.',
      twin_ballots: 'plusieurs bulletins donnent presque partout la même note.',
      other: 'quelque chose que nos règles n’avaient pas prévu, relevé par une personne de l’atelier.',
    },
    honest: 'Cela arrive à des bulletins honnêtes. Votre compte ne change pas, et aucun dessin n’est puni.',
    can: 'Vous pouvez faire appel, une fois.',
    until: (when: string) => `C’est ouvert jusqu’au ${when}.`,
    untilHours: (hours: number) => `C’est ouvert dès maintenant, et jusqu’à ${hours} heures après le décompte.`,
    untilCount: 'C’est ouvert jusqu’au décompte.',
    label: 'Comment avez-vous voté ?',
    hint: 'Une personne lit et répond. Elle ne voit ni votre nom ni votre adresse.',
    empty: 'Écrivez quelques mots : c’est tout ce que la personne lira.',
    send: 'Faire appel',
    refusals: {
      not_set_aside: 'Toutes vos notes comptent : il n’y a plus rien à contester.',
      appeals_over: 'Le délai pour faire appel est passé.',
      already_appealed: 'Vous avez déjà fait appel dans cette récolte.',
    },
    tooLate: 'Le délai pour faire appel est passé.',
    states: {
      open: 'Votre appel est envoyé.',
      upheld: 'Votre appel est accepté.',
      rejected: 'Votre appel n’est pas retenu.',
    },
    sentOn: (when: string) => `Envoyé le ${when}.`,
    yours: 'Ce que vous avez écrit',
    answer: 'La réponse de l’atelier.',
    answeredOn: (when: string) => `Reçue le ${when}.`,
    waiting: 'Une personne le lit. Sa réponse vient ici et par e-mail ; la récolte ne se clôt pas sans elle.',
    final: 'Cette réponse est la dernière. Vous votez aux récoltes suivantes comme tout le monde.',
    over: 'Vos notes comptent de nouveau.',
    overText: 'Elles ont été mises de côté, puis rétablies, toutes. Le journal dit l’un et l’autre.',
    rules: 'La règle, en entier',
  },
  changing: { back: 'Revenir au reçu' },
  shut: {
    planned: 'Le vote n’est pas ouvert.',
    plannedText: (moment: string) => `Il ouvre le ${moment}. Vous recevrez dix dessins, les moins vus d’abord.`,
    submit: 'Déposer un dessin',
    wall: 'Voir les dessins',
    closed: 'Le vote est clos.',
    closedText: 'Personne ne voit de classement avant le décompte. Il est publié d’un coup, avec les deux décomptes.',
    closing: 'Le vote se clôt en ce moment même.',
    counted: 'Les notes sont comptées.',
    countedText: 'Le classement et les décomptes sont publics.',
    result: 'Voir le résultat',
    cancelled: 'Cette récolte est annulée.',
    cancelledText: 'Aucune note n’a été comptée.',
    tooNew: 'Vous voterez à la prochaine récolte.',
    tooNewText: (moment: string) =>
      `La finale est réservée aux comptes créés avant son ouverture, le ${moment}. C’est ce qui empêche d’en créer pour elle.`,
    rounds: 'Voir les récoltes',
    yours: (count: number) =>
      count === 1 ? 'Votre note est dans le décompte.' : `Vos ${masculine(count)} notes sont dans le décompte.`,
  },
};
