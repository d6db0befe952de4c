import type { MailContent } from '../../../platform/mail/mail-text.ts';

type Locale = 'fr' | 'en';

export interface SetAsideFacts {
  readonly roundNumber: number;
  /** A code of quarantineReasons. */
  readonly reason: string;
  readonly appealHours: number;
  /** The voter's own ballot. */
  readonly url: string;
}

const patterns: Record<string, Record<Locale, string>> = {
  flat_ballot: {
    fr: 'presque toutes les notes du bulletin sont les mêmes. Une règle publique met alors le bulletin de côté, sans que personne n’en décide',
    en: 'almost all ratings of the ballot are the same. A public rule then sets the ballot aside, without anybody deciding it',
  },
  sole_favourite: {
    fr: 'plusieurs bulletins n’aiment qu’un seul dessin, et c’est le même',
    en: 'several ballots like one design only, and it is the same one',
  },
  twin_ballots: {
    fr: 'plusieurs bulletins donnent presque partout la même note',
    en: 'several ballots give the same rating almost everywhere',
  },
  other: {
    fr: 'une personne de l’atelier a vu, en relisant le journal du vote, quelque chose que nos règles n’ont pas prévu',
    en: 'someone at the workshop saw, reading the log of the vote, something our rules had not foreseen',
  },
};

function patternOf(reason: string, locale: Locale): string {
  return (patterns[reason] ?? patterns.other!)[locale];
}

/** Tells a voter, and blames nobody: honest ballots are set aside too. */
export function setAsideMail(facts: SetAsideFacts, locale: Locale): MailContent {
  const { roundNumber, appealHours: hours, reason, url } = facts;
  if (locale === 'en') {
    const until = hours > 0 ? `up to ${hours} ${hours === 1 ? 'hour' : 'hours'} after the count` : 'until the count';
    return {
      subject: `Your ratings of round ${roundNumber} are set aside`,
      paragraphs: [
        `Your ratings of round ${roundNumber} do not count for the moment. They stay in the public log, and nothing is erased.`,
        `What was seen: ${patternOf(reason, locale)}.`,
        'It happens to honest ballots too. No design loses anything by it but these ratings, and your account stays as it is.',
        `You can appeal once, ${until}. Say in a few words how you voted: a person reads it and answers.`,
      ],
      action: { label: 'Read more and appeal', url },
    };
  }
  const until =
    hours > 0 ? `jusqu’à ${hours}\u00a0${hours === 1 ? 'heure' : 'heures'} après le décompte` : 'jusqu’au décompte';
  return {
    subject: `Vos notes de la récolte nº\u00a0${roundNumber} sont mises de côté`,
    paragraphs: [
      `Vos notes de la récolte nº\u00a0${roundNumber} ne comptent pas pour le moment. Elles restent dans le journal public, et rien n’est effacé.`,
      `Ce qui a été vu\u00a0: ${patternOf(reason, locale)}.`,
      'Cela arrive aussi à des bulletins honnêtes. Aucun dessin n’y perd autre chose que ces notes, et votre compte reste tel qu’il est.',
      `Vous pouvez faire appel une fois, ${until}. Dites en quelques mots comment vous avez voté\u00a0: une personne lit et répond.`,
    ],
    action: { label: 'En savoir plus et faire appel', url },
  };
}

export interface CountsAgainFacts {
  readonly roundNumber: number;
  readonly url: string;
}

export function countsAgainMail({ roundNumber, url }: CountsAgainFacts, locale: Locale): MailContent {
  if (locale === 'en') {
    return {
      subject: `Your ratings of round ${roundNumber} count again`,
      paragraphs: [
        `We had set your ratings of round ${roundNumber} aside. They count again, all of them, and the public log says so.`,
        'You have nothing to do.',
      ],
      action: { label: 'See my ballot', url },
    };
  }
  return {
    subject: `Vos notes de la récolte nº\u00a0${roundNumber} comptent de nouveau`,
    paragraphs: [
      `Nous avions mis de côté vos notes de la récolte nº\u00a0${roundNumber}. Elles comptent de nouveau, toutes, et le journal public le dit.`,
      'Vous n’avez rien à faire.',
    ],
    action: { label: 'Voir mon bulletin', url },
  };
}

export interface AppealAnswerFacts {
  readonly roundNumber: number;
  readonly upheld: boolean;
  readonly answer: string;
  readonly url: string;
}

export function appealAnswerMail(facts: AppealAnswerFacts, locale: Locale): MailContent {
  const { roundNumber, upheld, answer, url } = facts;
  if (locale === 'en') {
    return {
      subject: upheld
        ? `Your ratings of round ${roundNumber} count again`
        : `The answer to your appeal, round ${roundNumber}`,
      paragraphs: [
        upheld
          ? 'A person read your appeal and upholds it. Your ratings count again, all of them, and the public log says so.'
          : 'A person read your appeal. Your ratings stay set aside: they are in the public log and do not count.',
        `The answer: ${answer}`,
        ...(upheld ? [] : ['This answer ends the appeal. You can vote in the next rounds like everybody else.']),
      ],
      action: { label: 'See my ballot', url },
    };
  }
  return {
    subject: upheld
      ? `Vos notes de la récolte nº\u00a0${roundNumber} comptent de nouveau`
      : `La réponse à votre appel, récolte nº\u00a0${roundNumber}`,
    paragraphs: [
      upheld
        ? 'Une personne a lu votre appel et vous donne raison. Vos notes comptent de nouveau, toutes, et le journal public le dit.'
        : 'Une personne a lu votre appel. Vos notes restent de côté\u00a0: elles sont dans le journal public et ne comptent pas.',
      `Sa réponse\u00a0: ${answer}`,
      ...(upheld ? [] : ['Cette réponse clôt l’appel. Vous votez aux récoltes suivantes comme tout le monde.']),
    ],
    action: { label: 'Voir mon bulletin', url },
  };
}
