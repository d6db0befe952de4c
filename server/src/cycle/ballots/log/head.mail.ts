import { deFr } from '@fraisier/shared/cycle/elision.ts';
import type { MailContent } from '../../../platform/mail/mail-text.ts';

export interface HeadFacts {
  readonly roundNumber: number;
  /** `décembre 2026`. */
  readonly month: string;
  readonly occasion: 'cut' | 'freeze' | 'day';
  readonly lines: number;
  /** As it was signed. */
  readonly note: string;
  readonly verifierKey: string;
  /** Of the page that checks the round, and this mail against it. */
  readonly url: string;
}

/** A head of the log, and in plain words why to keep the mail. */
export function headMail(facts: HeadFacts, locale: 'fr' | 'en'): MailContent {
  return locale === 'fr' ? french(facts) : english(facts);
}

function french({ roundNumber, month, occasion, lines, note, verifierKey, url }: HeadFacts): MailContent {
  const ofMonth = deFr(month);
  const count = `${new Intl.NumberFormat('fr-FR').format(lines)} ${lines === 1 ? 'ligne' : 'lignes'}`;
  const first = {
    cut: `Les finalistes ${ofMonth} sont choisis. Le journal du vote compte ${count}.`,
    freeze: `Le vote ${ofMonth} est clos. Le journal du vote compte ${count}.`,
    day: `Le journal du vote ${ofMonth} compte ${count}.`,
  }[occasion];
  return {
    subject: `À garder : l’empreinte du vote ${ofMonth}, ${count}`,
    paragraphs: [
      first,
      'Gardez cet e-mail. Le bloc ci-dessous est l’empreinte signée de ces lignes, scellées et dans leur ordre. Si la boutique en changeait, en retirait ou en ajoutait une avant ce point, l’empreinte ne correspondrait plus, et votre copie le prouverait.',
      'Elle ne dit ni qui a voté, ni pour quoi : les votes restent scellés jusqu’à la clôture.',
      note.trimEnd(),
      'À la clôture, le dossier complet paraît. La page de vérification le compare à cette empreinte.',
    ],
    action: { label: `Vérifier la récolte nº ${roundNumber}`, url },
    notes: [`Clé de vérification : ${verifierKey}`],
  };
}

function english({ roundNumber, month, occasion, lines, note, verifierKey, url }: HeadFacts): MailContent {
  const count = `${new Intl.NumberFormat('en-GB').format(lines)} ${lines === 1 ? 'line' : 'lines'}`;
  const first = {
    cut: `The finalists of ${month} are chosen. The log of the vote has ${count}.`,
    freeze: `Voting for ${month} is over. The log of the vote has ${count}.`,
    day: `The log of the vote for ${month} has ${count}.`,
  }[occasion];
  return {
    subject: `Keep this: the fingerprint of the vote for ${month}, ${count}`,
    paragraphs: [
      first,
      'Keep this e-mail. The block below is the signed fingerprint of those lines, sealed and in their order. If the shop changed, dropped or added one before this point, the fingerprint would no longer match, and your copy would prove it.',
      'It tells neither who voted nor for what: the votes stay sealed until the close.',
      note.trimEnd(),
      'At the close the whole bundle is published. The check page compares it with this fingerprint.',
    ],
    action: { label: `Check round ${roundNumber}`, url },
    notes: [`Verification key: ${verifierKey}`],
  };
}
