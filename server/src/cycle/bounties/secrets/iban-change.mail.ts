import type { MailContent } from '../../../platform/mail/mail-text.ts';
import { type Locale, momentText } from '../../../platform/words.ts';

export interface IbanAskedFacts {
  readonly title: string;
  readonly ibanMasked: string;
  /** Of the account on file; null when there is none any more. */
  readonly ibanKept?: string | null;
  readonly waitHours: number;
  readonly readyAt: Date;
  readonly timeZone: string;
  /** Calls it off, signed in or not. */
  readonly url: string;
}

export function ibanAskedMail(facts: IbanAskedFacts, locale: Locale): MailContent {
  const ready = momentText(facts.readyAt, facts.timeZone, locale);
  const { ibanKept, ibanMasked, title, waitHours, url } = facts;
  if (locale === 'en') {
    return {
      subject: 'Someone is asking to change the account for your bounty',
      paragraphs: [
        `Someone signed in as you is asking that the bounty for “${title}” go to the account ${ibanMasked}${ibanKept ? ` instead of ${ibanKept}` : ''}.`,
        `Nothing is paid for ${waitHours} hours, until ${ready}. Then a person at the workshop looks at it before anything changes.`,
        'Was it you? There is nothing to do. Was it not? Keep your account: one button, no sign-in needed.',
      ],
      action: { label: 'Keep my account', url },
      notes: ['The button also signs you out everywhere, so whoever got in as you is out.'],
    };
  }
  return {
    subject: 'Quelqu’un demande à changer le compte de votre dotation',
    paragraphs: [
      `Quelqu’un, connecté sous votre nom, demande que la dotation de « ${title} » aille sur le compte ${ibanMasked}${ibanKept ? ` au lieu de ${ibanKept}` : ''}.`,
      `Rien n’est payé pendant ${waitHours} heures, jusqu’au ${ready}. Ensuite, une personne de l’atelier regarde avant que rien ne change.`,
      'C’était vous ? Il n’y a rien à faire. Ce n’était pas vous ? Gardez votre compte : un bouton, sans vous connecter.',
    ],
    action: { label: 'Garder mon compte', url },
    notes: ['Le bouton vous déconnecte aussi partout : qui était entré à votre place n’y est plus.'],
  };
}

export interface IbanDecidedFacts {
  readonly title: string;
  readonly ibanMasked: string;
  readonly reason: string | null;
  readonly url: string;
}

export function ibanApprovedMail({ title, ibanMasked, url }: IbanDecidedFacts, locale: Locale): MailContent {
  if (locale === 'en') {
    return {
      subject: 'The new account of your bounty is confirmed',
      paragraphs: [
        `A second person has confirmed it: the bounty for “${title}” goes to the account ${ibanMasked}.`,
        'The next bank file takes it. The date by which you are paid has not moved.',
      ],
      action: { label: 'Open my bounty', url },
    };
  }
  return {
    subject: 'Le nouveau compte de votre dotation est confirmé',
    paragraphs: [
      `Une deuxième personne l’a confirmé : la dotation de « ${title} » ira sur le compte ${ibanMasked}.`,
      'Le prochain fichier de virement la prend. La date du paiement n’a pas bougé.',
    ],
    action: { label: 'Ouvrir ma dotation', url },
  };
}

export function ibanRefusedMail({ title, ibanMasked, reason, url }: IbanDecidedFacts, locale: Locale): MailContent {
  if (locale === 'en') {
    return {
      subject: 'The account of your bounty stays as it was',
      paragraphs: [
        `The workshop did not take the account ${ibanMasked} for the bounty of “${title}”. Its reason: ${reason}`,
        'The account on file stands. You can ask for another one on the page of your bounty, or answer us.',
      ],
      action: { label: 'Open my bounty', url },
    };
  }
  return {
    subject: 'Le compte de votre dotation reste le même',
    paragraphs: [
      `L’atelier n’a pas retenu le compte ${ibanMasked} pour la dotation de « ${title} ». Sa raison : ${reason}`,
      'Le compte que nous gardions reste. Vous pouvez en demander un autre sur la page de votre dotation, ou nous répondre.',
    ],
    action: { label: 'Ouvrir ma dotation', url },
  };
}
