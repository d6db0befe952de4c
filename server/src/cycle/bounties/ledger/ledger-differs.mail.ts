import type { LedgerCheck, LedgerFinding } from '@fraisier/shared/contracts/bounties-ledger.ts';
import type { MailContent } from '../../../platform/mail/mail-text.ts';
import { dateText, type Locale, moneyText } from '../../../platform/words.ts';

type Rule = LedgerFinding['rule'];

/** What each rule holds, as a sentence that is no longer true. */
const rules: Record<Locale, Record<Rule, string>> = {
  fr: {
    transactions_balance: 'Une écriture n’est pas à zéro',
    books_balance: 'Le grand livre n’est pas à zéro',
    causes_once: 'Une cause est écrite deux fois',
    causes_known: 'Une écriture n’a pas de cause connue',
    reserves_cover: 'Une réserve ne couvre pas sa promesse',
    winners_owed: 'Un gagnant et sa dotation ne vont pas ensemble',
    bounties_agree: 'Une dotation ne dit pas ce que disent ses écritures',
    payouts_sum: 'Un fichier de virement ne tombe pas juste',
    sales_agree: 'Une vente payée et les livres ne disent pas la même chose',
  },
  en: {
    transactions_balance: 'A transaction is not zero',
    books_balance: 'The ledger is not zero',
    causes_once: 'A cause is booked twice',
    causes_known: 'A transaction has no known cause',
    reserves_cover: 'A reserve does not cover its promise',
    winners_owed: 'A winner and their bounty do not match',
    bounties_agree: 'A bounty does not say what its entries say',
    payouts_sum: 'A bank file does not add up',
    sales_agree: 'A paid sale and the books disagree',
  },
};

const SHOWN = 10;

export interface LedgerDiffersFacts {
  readonly rules: LedgerCheck['rules'];
  readonly findings: readonly LedgerFinding[];
  /** `2026-11-22`. */
  readonly night: string;
  readonly timeZone: string;
  readonly url: string;
}

export function ledgerDiffersMail({ findings, night, url }: LedgerDiffersFacts, locale: Locale): MailContent {
  const day = dateText(new Date(`${night}T12:00:00Z`), 'UTC', locale);
  const lines = findings.slice(0, SHOWN).map((finding) => findingText(finding, locale));
  const rest = findings.length - lines.length;
  const count = findings.length;
  if (locale === 'en') {
    return {
      subject: count === 1 ? 'The books differ in one place' : `The books differ in ${count} places`,
      paragraphs: [
        `The check of ${day} found ${count === 1 ? 'one difference' : `${count} differences`}.`,
        lines.join('\n'),
        ...(rest > 0 ? [`And ${rest} more on the page.`] : []),
        'Hold the transfers back until each is explained. Nothing in the books is changed by the check.',
      ],
      action: { label: 'Open the ledger', url },
    };
  }
  return {
    subject: count === 1 ? 'Les livres diffèrent en un point' : `Les livres diffèrent en ${count} points`,
    paragraphs: [
      `Le contrôle du ${day} a trouvé ${count === 1 ? 'un écart' : `${count} écarts`}.`,
      lines.join('\n'),
      ...(rest > 0 ? [`Et ${rest} de plus sur la page.`] : []),
      'Retenez les virements jusqu’à ce que chacun soit expliqué. Le contrôle ne change rien dans les livres.',
    ],
    action: { label: 'Ouvrir le grand livre', url },
  };
}

function findingText(finding: LedgerFinding, locale: Locale): string {
  const { rule, name, subject, account, expected, found } = finding;
  const value = (one: LedgerFinding['expected']) =>
    one === null ? '' : typeof one === 'string' ? one : moneyText(one.amount, locale);
  const where = [name ?? subject, account].filter(Boolean).join(', ');
  const compared =
    expected === null && found === null
      ? ''
      : locale === 'fr'
        ? `\u00a0: attendu ${value(expected)}, trouvé ${value(found)}`
        : `: expected ${value(expected)}, found ${value(found)}`;
  return `${rules[locale][rule]} (${where})${compared}`;
}
