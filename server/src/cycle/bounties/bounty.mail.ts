import type { MailContent } from '../../platform/mail/mail-text.ts';
import { dayText, type Locale, moneyText } from '../../platform/words.ts';

export interface WonFacts {
  readonly title: string;
  readonly roundNumber: number;
  readonly promisedCents: number;
  readonly isNet: boolean;
  readonly dueAt: Date;
  readonly timeZone: string;
  readonly url: string;
}

export function wonMail(facts: WonFacts, locale: Locale): MailContent {
  const money = moneyText(facts.promisedCents, locale);
  const day = dayText(facts.dueAt, facts.timeZone, locale);
  if (locale === 'en') {
    return {
      subject: `You won: ${money}, paid by ${day}`,
      paragraphs: [
        `“${facts.title}” is the design chosen in round ${facts.roundNumber}.`,
        `The bounty is ${money} ${facts.isNet ? 'net' : 'gross'}. It reaches you by ${day} at the latest.`,
        'Give your legal name and your IBAN, read the contract, accept it. Your shirt is number 1: choose its size.',
      ],
      action: { label: 'Open my bounty', url: facts.url },
      notes: ['We never ask for an IBAN by e-mail: only on that page, once you have signed in.'],
    };
  }
  return {
    subject: `Vous avez gagné : ${money} versés au plus tard le ${day}`,
    paragraphs: [
      `« ${facts.title} » est le dessin élu de la récolte nº ${facts.roundNumber}.`,
      `La dotation est de ${money} ${facts.isNet ? 'nets' : 'bruts'}. Elle vous parvient au plus tard le ${day}.`,
      'Donnez votre nom légal et votre IBAN, lisez le contrat, acceptez-le. Votre tee-shirt porte le nº 1 : choisissez sa taille.',
    ],
    action: { label: 'Ouvrir ma dotation', url: facts.url },
    notes: ['Nous ne demandons jamais d’IBAN par e-mail : seulement sur cette page, une fois votre session ouverte.'],
  };
}

export interface PaidFacts {
  readonly netCents: number;
  readonly title: string;
  readonly paidAt: Date;
  readonly timeZone: string;
  readonly url: string;
}

export function paidMail(facts: PaidFacts, locale: Locale): MailContent {
  const money = moneyText(facts.netCents, locale);
  const day = dayText(facts.paidAt, facts.timeZone, locale);
  if (locale === 'en') {
    return {
      subject: `${money} paid on ${day}`,
      paragraphs: [
        `The bank confirms the transfer of ${money} for “${facts.title}”.`,
        'Your statement, with each contribution and its rate, is on the page of your bounty.',
      ],
      action: { label: 'Read my statement', url: facts.url },
    };
  }
  return {
    subject: `${money} versés le ${day}`,
    paragraphs: [
      `La banque confirme le virement de ${money} pour « ${facts.title} ».`,
      'Votre relevé, avec chaque cotisation et son taux, est sur la page de votre dotation.',
    ],
    action: { label: 'Lire mon relevé', url: facts.url },
  };
}

export interface FailedFacts {
  readonly netCents: number;
  readonly title: string;
  /** Why, in words: the bank's, or those of whoever noted them. */
  readonly reason: string;
  /** It had arrived, and the payee's bank sent it back. */
  readonly cameBack: boolean;
  readonly ibanMasked: string;
  readonly url: string;
}

export function failedMail(facts: FailedFacts, locale: Locale): MailContent {
  const money = moneyText(facts.netCents, locale);
  if (locale === 'en') {
    return {
      subject: facts.cameBack ? `The transfer of ${money} came back` : `The transfer of ${money} did not go through`,
      paragraphs: [
        `${facts.cameBack ? 'The bank sent back' : 'The bank refused'} the transfer for “${facts.title}” to the account ${facts.ibanMasked}. Its reason: ${facts.reason}`,
        'The sum is still yours. Check the IBAN on the page of your bounty. If it is wrong, give another there.',
      ],
      action: { label: 'Check my IBAN', url: facts.url },
      notes: ['We never ask for an IBAN by e-mail: only on that page, once you have signed in.'],
    };
  }
  return {
    subject: facts.cameBack ? `Le virement de ${money} est revenu` : `Le virement de ${money} n’est pas passé`,
    paragraphs: [
      `La banque a ${facts.cameBack ? 'renvoyé' : 'refusé'} le virement pour « ${facts.title} » vers le compte ${facts.ibanMasked}. Sa raison : ${facts.reason}`,
      'La somme reste à vous. Vérifiez l’IBAN sur la page de votre dotation. S’il est faux, donnez-en un autre là.',
    ],
    action: { label: 'Vérifier mon IBAN', url: facts.url },
    notes: ['Nous ne demandons jamais d’IBAN par e-mail : seulement sur cette page, une fois votre session ouverte.'],
  };
}
