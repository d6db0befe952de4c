import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Section } from '../../../platform/ui/layout.tsx';
import styles from '../result-page.module.css';

/** The four figures that everything else is made of. */
export function ResultTotals({ result }: { result: RoundResult }) {
  const { totals: text } = useText('result');
  const format = useFormat();
  const { totals } = result;
  const figures = [
    [totals.designs, text.designs(totals.designs)],
    [totals.voters, text.voters(totals.voters)],
    [totals.ratings, text.ratings(totals.ratings)],
    [totals.points, text.points(totals.points)],
  ] as const;
  return (
    <Section title={text.title}>
      <dl className={styles.totals}>
        {figures.map(([count, name]) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd className={`${styles.total} figure`}>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
