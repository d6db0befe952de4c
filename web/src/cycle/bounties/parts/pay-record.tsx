import type { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useText } from '../../../platform/i18n/use-text.ts';

export interface PayRecordProps {
  readonly record: ResponseOf<typeof getShop>['payRecord'];
  readonly averageDays: number | null;
}

/** How the shop has paid so far: how many, how fast, how many by their day, and what is late now. */
export function PayRecord({ record: { paid, onTime, late }, averageDays }: PayRecordProps) {
  const text = useText('bounty').clock;
  const said = [
    paid === 0 || averageDays === null ? text.recordNone : text.record(paid, averageDays),
    paid > 1 && text.recordOnTime(onTime, paid),
    late > 0 && text.recordLate(late),
  ];
  return <p className="small muted">{said.filter(Boolean).join(' ')}</p>;
}
