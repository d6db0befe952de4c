import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Section } from '../../../platform/ui/layout.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import styles from '../result-page.module.css';

/** Who was passed over, with the reason that the workshop owes. */
export function PassedOver({ result }: { result: RoundResult }) {
  const { passedOver: text } = useText('result');
  if (result.passedOver.length === 0) return null;
  return (
    <Section title={text.title}>
      <div className={styles.honesty}>
        <p className="prose muted">{text.text}</p>
        <ul className={styles.out}>
          {result.passedOver.map((row) => (
            <li key={row.design}>
              <PlainLink to={`/designs/${row.design}`} className="d3">
                {row.title}
              </PlainLink>
              <p className="prose">{row.reason}</p>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

/** How evenly the designs were shown: without that, a score says little. */
export function Exposure({ result }: { result: RoundResult }) {
  const { exposure: text } = useText('result');
  const format = useFormat();
  const { exposure } = result;
  if (!exposure) return null;
  const [min, max] = [format.number(exposure.min), format.number(exposure.max)];
  const gini = format.number(Number(exposure.gini), 3);
  return (
    <Section title={text.title}>
      <div className={styles.honesty}>
        <dl className={styles.figures}>
          {[
            [min, text.min],
            [max, text.max],
            [gini, text.giniLabel],
          ].map(([figure, name]) => (
            <div key={name}>
              <dt className="small muted">{name}</dt>
              <dd className="figure">{figure}</dd>
            </div>
          ))}
        </dl>
        <p className="prose">
          {exposure.min === exposure.max ? text.even(min) : text.text(min, max)} {text.gini(gini)}
        </p>
      </div>
    </Section>
  );
}
