import { appealAnswerMail, countsAgainMail, setAsideMail } from './cycle/ballots/desk/set-aside.mail.ts';
import { headMail } from './cycle/ballots/log/head.mail.ts';
import { paidMail as bountyPaidMail, failedMail, wonMail } from './cycle/bounties/bounty.mail.ts';
import { ledgerDiffersMail } from './cycle/bounties/ledger/ledger-differs.mail.ts';
import { ibanApprovedMail, ibanAskedMail, ibanRefusedMail } from './cycle/bounties/secrets/iban-change.mail.ts';
import { recommendationMail } from './cycle/feedback/recommendation.mail.ts';
import { resultLetterMail } from './cycle/feedback/result-letter.mail.ts';
import { lateMail, paidMail, sentMail } from './cycle/orders/order.mail.ts';
import { roundCancelledMail, voteCancelledMail } from './cycle/rounds/round-cancelled.mail.ts';
import { admissionMail, refusalMail } from './cycle/submissions/decision.mail.ts';
import { refusalWords } from './cycle/submissions/refusal-words.ts';
import { answerMail, receivedMail } from './people/contact.mail.ts';
import {
  emailAskedMail,
  emailChangedMail,
  emailConfirmMail,
  emailMovedMail,
  emailTakenMail,
} from './people/email-change/email-change.mail.ts';
import { signInMail } from './people/sign-in.mail.ts';
import type { MailTemplate } from './platform/mail/kinds.ts';
import type { MailContent } from './platform/mail/mail-text.ts';

export interface SampleSetting {
  readonly locale: 'fr' | 'en';
  readonly timeZone: string;
  readonly appUrl: string;
}

/** Every mail, written by the very function that writes it, of things that never were. */
export const mailSamples: Readonly<Record<MailTemplate, (setting: SampleSetting) => MailContent>> = {
  'sign-in': (s) => signInMail(page(s, 'sign-in/confirm?token=sample'), s.locale),
  'email-confirm': (s) =>
    emailConfirmMail({ oldAddress: 'm•••@fraisier.test', url: page(s, 'me/confirm-email?token=sample') }, s.locale),
  'email-taken': (s) => emailTakenMail({ url: page(s, 'sign-in') }, s.locale),
  'email-asked': (s) => emailAskedMail(otherAddress(s), s.locale),
  'email-changed': (s) => emailChangedMail(otherAddress(s), s.locale),
  'email-moved': (s) => emailMovedMail(otherAddress(s), s.locale),
  'contact-received': (s) => receivedMail(question[s.locale], 'question')[s.locale],
  'contact-answer': (s) => answerMail(answer[s.locale], question[s.locale], 'Noé')[s.locale],
  admission: (s) => admissionMail(decision(s), s.locale),
  refusal: (s) =>
    refusalMail(
      decision(s),
      { words: [refusalWords[s.locale].too_thin, refusalWords[s.locale].rights], message: refusalNote[s.locale] },
      s.locale,
    ),
  'round-cancelled': (s) =>
    roundCancelledMail(
      {
        roundNumber: 14,
        stayed: ['Raton laveur'],
        moved: ['Onde de chat'],
        nextNumber: 15,
        anew: ['Onde de chat'],
        reason: cancelReason[s.locale],
        url: page(s, 'me#designs'),
      },
      s.locale,
    ),
  'vote-cancelled': (s) =>
    voteCancelledMail({ roundNumber: 14, reason: cancelReason[s.locale], url: page(s, 'rounds/2026-12') }, s.locale),
  'signed-head': (s) =>
    headMail(
      {
        roundNumber: 14,
        month: s.locale === 'fr' ? 'décembre 2026' : 'December 2026',
        occasion: 'freeze',
        lines: 6214,
        note: 'fraisier.test/2026-12\n6214\nq3n2r7Lw0yX5vJt8kUe1pZsVb4mHc9dGfAaTiOoNxYg=\n\n— fraisier.test/2026-12 Bk3Q9mZr…\n',
        verifierKey: 'fraisier.test/2026-12+0a1b2c3d+AQIDBAUGBwg',
        url: page(s, 'verify?round=2026-12#round'),
      },
      s.locale,
    ),
  'ballot-set-aside': (s) =>
    setAsideMail({ roundNumber: 14, reason: 'twin_ballots', appealHours: 48, url: ballot(s) }, s.locale),
  'ballot-counts-again': (s) => countsAgainMail({ roundNumber: 14, url: ballot(s) }, s.locale),
  'appeal-answered': (s) =>
    appealAnswerMail(
      {
        roundNumber: 14,
        upheld: false,
        answer:
          s.locale === 'fr'
            ? 'Onze bulletins donnent la même note aux mêmes vingt dessins, à la minute près.'
            : 'Eleven ballots give the same rating to the same twenty designs, within one minute.',
        url: ballot(s),
      },
      s.locale,
    ),
  'result-letter': (s) =>
    resultLetterMail(
      {
        title: 'Raton laveur',
        designer: 'Élodie',
        month: 12,
        winner: false,
        finalist: true,
        rank: 3,
        rankLow: 2,
        rankHigh: 6,
        designs: 76,
        ratings: 412,
        wouldWear: 168,
        histogram: [12, 3, 31, 9, 78, 40, 52, 58, 71, 58],
        sizes: { S: 31, M: 74, L: 42, XL: 21 },
        notes: [letterNote[s.locale], '…'],
        passedOverReason: null,
        decisions: [
          {
            kind: 'refusal',
            at: '2026-11-12T10:00:00Z',
            reasons: [{ fr: refusalWords.fr.too_thin, en: refusalWords.en.too_thin }],
            message: '',
          },
          { kind: 'set_aside', ratings: 9, rankWith: 2, reasons: ['sole_favourite'] },
        ],
        winners: [{ title: 'Onde de chat', designer: 'Maud' }],
        next: { round: '2027-01', submissionsCloseAt: '2027-01-15T19:00:00Z' },
        timeZone: s.timeZone,
        signedBy: 'Léa Fournier',
        url: page(s, `designs/${SOME_ID}/letter`),
      },
      s.locale,
    ),
  'bounty-won': (s) =>
    wonMail(
      { title: 'Onde de chat', roundNumber: 14, promisedCents: 100_000, isNet: true, dueAt: DUE, ...bounty(s) },
      s.locale,
    ),
  'bounty-paid': (s) =>
    bountyPaidMail({ title: 'Onde de chat', netCents: 100_000, paidAt: DUE, ...bounty(s) }, s.locale),
  'bounty-failed': (s) =>
    failedMail(
      {
        title: 'Onde de chat',
        netCents: 100_000,
        reason: s.locale === 'fr' ? 'Le compte est clos.' : 'The account is closed.',
        cameBack: false,
        ibanMasked: MASKED,
        url: bounty(s).url,
      },
      s.locale,
    ),
  'bounty-iban-asked': (s) =>
    ibanAskedMail(
      { title: 'Onde de chat', ibanMasked: MASKED, ibanKept: KEPT, waitHours: 72, readyAt: DUE, ...bounty(s) },
      s.locale,
    ),
  'bounty-iban-approved': (s) =>
    ibanApprovedMail({ title: 'Onde de chat', ibanMasked: MASKED, reason: '', url: bounty(s).url }, s.locale),
  'bounty-iban-refused': (s) =>
    ibanRefusedMail(
      {
        title: 'Onde de chat',
        ibanMasked: MASKED,
        reason: s.locale === 'fr' ? 'Le nom du compte n’est pas le vôtre.' : 'The account is not in your name.',
        url: bounty(s).url,
      },
      s.locale,
    ),
  'ledger-differs': (s) =>
    ledgerDiffersMail(
      {
        rules: [],
        findings: [
          {
            rule: 'bounties_agree',
            code: 'net',
            name: 'Onde de chat',
            subject: SOME_ID,
            subjectType: 'bounty',
            account: null,
            expected: { amount: 100_000, currency: 'EUR' },
            found: { amount: 99_999, currency: 'EUR' },
          },
        ],
        night: '2026-12-31',
        timeZone: s.timeZone,
        url: page(s, 'ops/ledger'),
      },
      s.locale,
    ),
  'order-paid': (s) => paidMail({ ...order(s), invoice: 'F-2027-000214', totalCents: 7050 }, s.locale),
  'order-sent': (s) => sentMail({ ...order(s), address, tracking: '6A 214 300 001 FR' }, s.locale),
  'payment-late': (s) => lateMail({ ...order(s), totalCents: 7050 }, s.locale),
  recommendation: (s) =>
    recommendationMail(
      { orderId: SOME_ID, email: '', locale: s.locale, title: 'Onde de chat', number: 214, size: 300 },
      order(s).url,
    ),
};

const SOME_ID = '00000000-0000-7000-8000-000000000000';
const DUE = new Date('2027-01-30T11:00:00Z');
const MASKED = 'FR76 •••• •••• •••• •••• ••••\u00a0185';

const KEPT = 'DE89 •••• •••• •••• ••30 00';

const page = ({ appUrl, locale }: SampleSetting, path: string) => `${appUrl}/${locale}/${path}`;
const ballot = (s: SampleSetting) => page(s, 'rounds/2026-12/ballot');
const bounty = (s: SampleSetting) => ({ timeZone: s.timeZone, url: page(s, `bounties/${SOME_ID}`) });

const otherAddress = (s: SampleSetting) => ({
  newAddress: 'm•••@atelier.test',
  keepUntil: DUE,
  timeZone: s.timeZone,
  url: page(s, 'account/keep-email?token=sample'),
});

const question = {
  fr: 'Bonjour, ma pièce 214 est arrivée avec une couture ouverte. Que faire ?',
  en: 'Hello, my piece 214 came with an open seam. What can be done?',
};
const answer = {
  fr: 'Nous vous envoyons une autre pièce cette semaine.\n\nGardez la première, ou renvoyez-la à nos frais : c’est comme vous voulez.',
  en: 'We are sending you another piece this week.\n\nKeep the first, or send it back at our cost, as you like.',
};
const cancelReason = { fr: 'Trop peu de dessins pour un vote.', en: 'Too few designs for a vote.' };
const refusalNote = {
  fr: 'Les moustaches sont superbes : un cheveu de plus suffit.',
  en: 'The whiskers are lovely: a hair more is enough.',
};
const letterNote = {
  fr: 'Les effilochures de la queue, on dirait qu’elles bougent.',
  en: 'The strands of the tail look as if they moved.',
};
const address = {
  name: 'Anne-Gaëlle Le Bihan',
  line1: '4 quai des Brumes',
  postalCode: '29200',
  city: 'Brest',
  country: 'FR',
};

function decision(s: SampleSetting) {
  return {
    title: 'Raton laveur',
    roundNumber: 14,
    votingAt: s.locale === 'fr' ? 'lundi 30 novembre à 20 h' : 'Monday 30 November, 8 pm',
    url: page(s, `designs/${SOME_ID}`),
  };
}

function order(s: SampleSetting) {
  return {
    title: 'Onde de chat',
    runSize: 300,
    pieces: [
      { number: 214, size: 'M', cut: 'straight', fabric: 'ciel', label: 'Anne-Gaëlle' },
      { number: 215, size: 'L', cut: 'fitted', fabric: 'noir', label: null },
    ],
    url: page(s, `orders/${SOME_ID}`),
  };
}
