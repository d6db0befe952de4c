import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { K } from '@fraisier/shared/cycle/voting-rules.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Section } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import styles from '../result-page.module.css';
import { exactScore } from '../score-figure.ts';

/** The formula in words and in the winner's own figures, so that anyone can do the sum. */
export function ResultMethod({ round, result }: { round: Round; result: RoundResult }) {
  const { method: text } = useText('result');
  const format = useFormat();
  const row = result.ranking.find((one) => one.design === result.winners[0]?.design) ?? result.ranking[0];
  const { ratings, points } = result.totals;
  const n = (value: number) => format.number(value);
  const k = n(Number(K));
  return (
    <Section title={text.title}>
      <div className={styles.honesty}>
        <div className={styles.method}>
          <p className="prose">{text.words}</p>
          <p className="prose">{text.ties}</p>
          <p className={styles.noPrint}>
            {result.decidedAt && (
              <>
                <Link to={`/verify?round=${round.slug}#round`}>{text.verify}</Link>
                <br />
              </>
            )}
            <Link to="/pages/method">{text.link}</Link>
            <br />
            <Link to="/pages/rules">{text.rules}</Link>
          </p>
        </div>
        <div className={styles.method}>
          <p className={`${styles.formula} num`}>
            {text.formula}
            {row && (
              <>
                <b>{text.example(row.title)}</b>({n(ratings)} × {n(row.points)} + {k} × {n(points)}) ÷ ({n(ratings)} × (
                {n(row.ratings)} + {k})) = <strong>{exactScore(row.score, format)}</strong>
              </>
            )}
          </p>
          <p className="small muted">
            {text.counted(format.stamp(result.countedAt))}{' '}
            {result.decidedAt && text.decided(format.stamp(result.decidedAt))}
          </p>
          <p className="small">
            <span className="muted">{text.sha}</span>
            <code className={styles.sha}>{result.sha256}</code>
          </p>
        </div>
      </div>
    </Section>
  );
}
