import type { Letter } from '@fraisier/shared/contracts/feedback.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { monthYear } from '../../rounds/round-words.ts';

/** What is still possible, with its date. */
export function NextRound({ next }: { next: Letter['next'] }) {
  const text = useText('letter');
  const format = useFormat();
  const closes = next && `${format.day(next.submissionsCloseAt)}, ${format.time(next.submissionsCloseAt)}`;
  return (
    <p>
      {next && closes ? text.next(monthYear(next.round, format), closes) : text.noNext} {text.yours}
    </p>
  );
}
