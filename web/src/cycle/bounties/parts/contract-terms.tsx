import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Facts } from '../../../platform/ui/ops/panel.tsx';

type Terms = NonNullable<NonNullable<Bounty['contract']>['terms']>;

/** What the contract says, field by field: the text below is made of these. */
export function ContractTerms({ terms }: { terms: Terms }) {
  const text = useText('bounty').contract;
  const format = useFormat();
  const day = (moment: string) => format.day(moment, { year: true });
  return (
    <section>
      <h3 className="d3">{text.termsTitle}</h3>
      <Facts
        rows={[
          [text.terms.rights, format.list(terms.rights.map((right) => text.rights[right]))],
          [text.terms.supports, format.list(terms.supports.map((support) => text.supports[support]))],
          [text.terms.pieces, text.pieces(format.number(terms.pieces))],
          [text.terms.territory, text.territories[terms.territory]],
          [text.terms.duration, text.duration(day(terms.from), day(terms.to))],
          [text.terms.sum, text.sum(format.money(terms.lumpSum), terms.isNet)],
          [text.terms.share, format.percent(terms.shareBp / 10_000)],
        ]}
      />
    </section>
  );
}
