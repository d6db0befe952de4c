import type { RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { vatIncluded } from '@fraisier/shared/cycle/money.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { rateText } from '../run-words.ts';
import { Sums } from './sums.tsx';

/** What will be paid, delivery and VAT in, before anything is ordered. */
export function Totals({ run, count }: { run: RunDetail; count: number }) {
  const text = useText('run').total;
  const format = useFormat();
  const pieces = run.price.amount * count;
  const total = pieces + run.shipping.amount;
  return (
    <Sums
      rows={[
        [text.pieces(count, format.number(count)), format.moneyExact(pieces)],
        [text.shipping, format.moneyExact(run.shipping)],
      ]}
      total={[text.sum, format.moneyExact(total)]}
      vat={[text.vat(rateText(run.vatRateBp, format)), format.moneyExact(vatIncluded(total, run.vatRateBp).vatCents)]}
    />
  );
}
