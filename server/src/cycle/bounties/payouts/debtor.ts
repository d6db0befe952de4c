import { ibanProblem, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { toSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Settings } from '../../../platform/settings/settings.sql.ts';
import { SEPA_NAME } from '../put-payee.ts';
import type { PayoutOrder } from './payout-file.ts';

/** The shop as the bank knows it. Throws Problem('debtor_missing') with all that is missing or wrong. */
export function debtorOf(settings: Settings): PayoutOrder['debtor'] {
  const name = toSepaText(settings.debtor_name, SEPA_NAME);
  const iban = normalizeIban(settings.debtor_iban);
  const bic = settings.debtor_bic;
  const reasons: ProblemReason[] = [];
  if (name === '') reasons.push({ code: 'debtor_name_missing', field: 'debtorName' });
  if (iban === '') reasons.push({ code: 'debtor_iban_missing', field: 'debtorIban' });
  else if (ibanProblem(iban)) reasons.push({ code: 'debtor_iban_invalid', field: 'debtorIban' });
  // The BIC may be left out within SEPA; a wrong one is refused by the bank.
  if (bic !== '' && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) {
    reasons.push({ code: 'debtor_bic_invalid', field: 'debtorBic' });
  } else if (bic !== '' && iban !== '' && bic.slice(4, 6) !== iban.slice(0, 2)) {
    reasons.push({ code: 'debtor_bic_country', field: 'debtorBic' });
  }
  if (reasons.length > 0) throw new Problem('debtor_missing', { reasons });
  return { name, iban, bic };
}
