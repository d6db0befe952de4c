/** Whose turn it is after a refusal: the payee gives another account, the shop mends its own, or both wait. */
export type NextStep = 'payee_account' | 'shop_account' | 'ask_bank' | 'try_again' | 'look_into';

interface Known {
  readonly next: NextStep;
  readonly fr: string;
  readonly en: string;
}

/** The reasons of ISO 20022 that a SEPA credit transfer is refused or comes back with, in words. */
const known: Readonly<Record<string, Known>> = {
  AC01: { next: 'payee_account', fr: 'Ce numéro de compte n’existe pas.', en: 'There is no account of this number.' },
  AC03: { next: 'payee_account', fr: 'Le compte du bénéficiaire est inconnu.', en: 'The payee’s account is unknown.' },
  AC04: { next: 'payee_account', fr: 'Le compte est clos.', en: 'The account is closed.' },
  AC06: { next: 'payee_account', fr: 'Le compte est bloqué.', en: 'The account is blocked.' },
  AC13: {
    next: 'payee_account',
    fr: 'Ce compte ne reçoit pas ce paiement.',
    en: 'This account does not take this payment.',
  },
  AG01: { next: 'payee_account', fr: 'Ce compte ne reçoit pas de virements.', en: 'This account takes no transfers.' },
  AG02: {
    next: 'ask_bank',
    fr: 'La banque n’accepte pas cette opération.',
    en: 'The bank does not take this operation.',
  },
  AM02: { next: 'ask_bank', fr: 'Le montant dépasse un plafond.', en: 'The amount is above a limit.' },
  AM04: {
    next: 'shop_account',
    fr: 'Il manque des fonds sur le compte de la boutique.',
    en: 'The shop’s account lacks the funds.',
  },
  AM05: { next: 'look_into', fr: 'La banque a déjà reçu cet ordre.', en: 'The bank already has this order.' },
  AM09: { next: 'look_into', fr: 'Le montant n’est pas celui attendu.', en: 'The amount is not the expected one.' },
  AM10: { next: 'look_into', fr: 'Le total du fichier est faux.', en: 'The total of the file is wrong.' },
  BE01: {
    next: 'payee_account',
    fr: 'Le nom ne correspond pas au compte.',
    en: 'The name does not match the account.',
  },
  BE04: { next: 'ask_bank', fr: 'L’adresse du bénéficiaire manque.', en: 'The payee’s address is missing.' },
  BE05: {
    next: 'ask_bank',
    fr: 'La banque ne reconnaît pas l’émetteur.',
    en: 'The bank does not recognise the sender.',
  },
  BE16: {
    next: 'payee_account',
    fr: 'Le nom ne correspond pas au compte.',
    en: 'The name does not match the account.',
  },
  CNOR: {
    next: 'ask_bank',
    fr: 'La banque du bénéficiaire n’est pas joignable.',
    en: 'The payee’s bank cannot be reached.',
  },
  CUST: {
    next: 'ask_bank',
    fr: 'L’opération a été annulée à la demande du titulaire.',
    en: 'Cancelled at the account holder’s request.',
  },
  DNOR: {
    next: 'ask_bank',
    fr: 'La banque de la boutique n’est pas joignable.',
    en: 'The shop’s bank cannot be reached.',
  },
  DT01: { next: 'try_again', fr: 'La date d’exécution est refusée.', en: 'The date of execution is refused.' },
  DU01: { next: 'look_into', fr: 'La banque a déjà reçu ce fichier.', en: 'The bank already has this file.' },
  DUPL: { next: 'look_into', fr: 'C’est un doublon.', en: 'It is a duplicate.' },
  ED05: { next: 'try_again', fr: 'Le règlement entre banques a échoué.', en: 'The settlement between banks failed.' },
  ERIN: {
    next: 'ask_bank',
    fr: 'La banque du bénéficiaire ne prend pas ces données.',
    en: 'The payee’s bank does not take this data.',
  },
  FF01: { next: 'look_into', fr: 'Le format du fichier est refusé.', en: 'The format of the file is refused.' },
  FOCR: { next: 'look_into', fr: 'Le virement a été rappelé.', en: 'The transfer was recalled.' },
  FRAD: { next: 'look_into', fr: 'La banque soupçonne une fraude.', en: 'The bank suspects fraud.' },
  MD07: { next: 'look_into', fr: 'Le titulaire du compte est décédé.', en: 'The account holder has died.' },
  MS02: {
    next: 'payee_account',
    fr: 'Le bénéficiaire a refusé, sans dire pourquoi.',
    en: 'The payee refused, without saying why.',
  },
  MS03: { next: 'ask_bank', fr: 'La banque ne dit pas pourquoi.', en: 'The bank does not say why.' },
  NARR: { next: 'look_into', fr: 'La banque l’explique en toutes lettres.', en: 'The bank explains it in words.' },
  RC01: {
    next: 'payee_account',
    fr: 'La banque du compte est introuvable.',
    en: 'The account’s bank cannot be found.',
  },
  RR01: {
    next: 'ask_bank',
    fr: 'La banque demande le compte de l’émetteur.',
    en: 'The bank asks for the sender’s account.',
  },
  RR02: {
    next: 'ask_bank',
    fr: 'La banque demande le nom ou l’adresse de l’émetteur.',
    en: 'The bank asks for the sender’s name or address.',
  },
  RR03: {
    next: 'ask_bank',
    fr: 'La banque demande le nom ou l’adresse du bénéficiaire.',
    en: 'The bank asks for the payee’s name or address.',
  },
  RR04: { next: 'ask_bank', fr: 'Une règle de la banque s’y oppose.', en: 'A rule of the bank stands against it.' },
  TECH: { next: 'try_again', fr: 'Un problème technique chez la banque.', en: 'A technical problem at the bank.' },
  TM01: {
    next: 'try_again',
    fr: 'L’ordre est arrivé après l’heure limite.',
    en: 'The order came after the cut-off time.',
  },
};

export const bankReasonCodes: readonly string[] = Object.keys(known);

/** What a bank's code says and whose turn it is. A code that is not known says so, with the code. */
export function bankReason(code: string, locale: 'fr' | 'en'): { readonly says: string; readonly next: NextStep } {
  const reason = Object.hasOwn(known, code) ? known[code] : undefined;
  if (reason) return { says: reason[locale], next: reason.next };
  return {
    says: locale === 'fr' ? `La banque donne le code ${code}.` : `The bank gives the code ${code}.`,
    next: 'ask_bank',
  };
}

/** What a bank suspects of somebody, a recall, a death: for the workshop, and neither for mails nor for the payee's page. */
const discreet: ReadonlySet<string> = new Set(['FRAD', 'FOCR', 'MD07']);

/** The reason as the payee may read it: the bank's, or that the bank does not say. */
export function tellable(code: string | null, words: string | null): { code: string | null; words: string | null } {
  return code !== null && discreet.has(code) ? { code: 'MS03', words: null } : { code, words };
}

/** A code and the bank's own words, as one text; null when there is neither. */
export function reasonText(code: string | null, words: string | null, locale: 'fr' | 'en'): string | null {
  return [code && bankReason(code, locale).says, words].filter(Boolean).join(' ') || null;
}
