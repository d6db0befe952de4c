import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { appealsEnd } from '../../../rounds/appeals-end.ts';

/** Until when voters can appeal, and what an appeal without an answer holds up. */
export function AppealTime({ round, waiting }: { round: Round; waiting: number }) {
  const text = useText('ops-votes').appeals;
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  const { counted } = round.actual;
  if (!now) return null;
  const end = counted && appealsEnd(counted, round.promise.appealHours);
  const isOver = round.phase === 'decided' || (end !== null && now >= end);
  return (
    <p>
      {end === null ? text.noEnd : isOver ? text.ended : text.until(format.stamp(end), format.relativeDays(end, now))}{' '}
      {waiting > 0 && text.blocks}
    </p>
  );
}
