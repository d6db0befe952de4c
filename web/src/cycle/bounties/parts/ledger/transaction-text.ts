import type { LedgerSubject } from '@fraisier/shared/contracts/bounties-ledger.ts';
import type { Catalogue } from '../../../../platform/i18n/catalogues.ts';
import type { Formats } from '../../../../platform/i18n/format.ts';

type Words = Catalogue['ops-ledger']['journal'];

/** In the reader's language, from what it is about; as the books say it where that is not known. */
export function transactionText(
  { about, description }: { readonly about: LedgerSubject | null; readonly description: string },
  text: Pick<Words, 'acts' | 'ofRound' | 'ofRun'>,
  format: Pick<Formats, 'list'>,
): string {
  if (!about) return description;
  const { act, roundNumber, endToEndId, run, numbers } = about;
  return [
    text.acts[act],
    roundNumber !== null && text.ofRound(roundNumber),
    endToEndId,
    run && text.ofRun(run, format.list(numbers.map(String))),
  ]
    .filter(Boolean)
    .join(', ');
}
