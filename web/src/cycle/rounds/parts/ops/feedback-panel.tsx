import { getFeedback } from '@fraisier/shared/contracts/feedback.ts';
import { RECOMMENDATION } from '@fraisier/shared/cycle/recommendation.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import styles from './today.module.css';

const SAID = 3;

const kindOf = (score: number) =>
  score >= RECOMMENDATION.promoterFrom ? 'promoter' : score <= RECOMMENDATION.detractorTo ? 'detractor' : 'passive';

/** Would they recommend us, and why. */
export function FeedbackPanel() {
  const text = useText('ops-today').feedback;
  const format = useFormat();
  const feedback = useCall(getFeedback).data;
  if (!feedback) return null;
  const { counts, promoterScore, latest } = feedback;
  const answers = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, ...counts);
  const said = latest.filter((one) => one.why.trim() !== '').slice(0, SAID);
  return (
    <Panel title={text.title} aside={text.aside(format.number(answers))}>
      {answers === 0 ? (
        <p className="muted">{text.empty}</p>
      ) : (
        <Stack gap={4}>
          {promoterScore !== null && (
            <p className={styles.score}>
              <span className="figure">{format.number(promoterScore)}</span>
              {text.score}
            </p>
          )}
          <ol className={styles.bars} aria-label={text.label}>
            {counts.map((count, score) => (
              <li key={String(score)} data-kind={kindOf(score)}>
                <svg preserveAspectRatio="none" viewBox="0 0 1 100" aria-hidden="true">
                  <rect y={100 - (100 * count) / most} width="1" height={(100 * count) / most} />
                </svg>
                <span aria-hidden="true">{score}</span>
                <span className="unseen">{text.answers(score, format.number(count))}</span>
              </li>
            ))}
          </ol>
          {said.map((one) => (
            <blockquote key={`${one.givenAt}${one.why}`} className={styles.said}>
              <b>{one.score}</b>
              <p>{one.why}</p>
            </blockquote>
          ))}
        </Stack>
      )}
    </Panel>
  );
}
