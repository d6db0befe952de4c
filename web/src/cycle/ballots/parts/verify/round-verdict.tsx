import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Link } from '../../../../platform/ui/link.tsx';
import { monthYear } from '../../../rounds/round-words.ts';
import { figureOf, type RoundState } from '../../verify/round-check.ts';
import { Verdict } from './verdict.tsx';
import styles from './verify-parts.module.css';

export interface RoundVerdictProps {
  readonly state: Extract<RoundState, { at: 'done' }>;
  /** The round, where this site has it. */
  readonly known: Round | undefined;
  readonly now: string | undefined;
}

/** The whole check in one sentence; and when it fails, what to do. */
export function RoundVerdict({ state, known, now }: RoundVerdictProps) {
  const all = useText('verify');
  const { verdict: text } = all.round;
  const format = useFormat();
  const { checks, facts, source } = state;
  const failed = checks.filter((check) => check.ok === false);
  const [first] = failed;
  const small = (
    <p className="small muted">
      {text.of(source.name, format.fileSize(source.bytes))}
      {now && (
        <>
          <br />
          {text.when(format.stamp(now))}
        </>
      )}
    </p>
  );
  if (first) {
    const title =
      first.id === 'kept_head'
        ? all.round.keptHead.title
        : first.id === 'receipt'
          ? all.round.receipt.title('').trim()
          : all.round.checks[first.id].title;
    return (
      <Verdict tone="failed" headline={text.failed}>
        <p className="lead">{text.failedText(title, failed.length - 1)}</p>
        <div>
          <p className="strong">{text.todo}</p>
          <ol className={styles.todo}>
            {text.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        <Link to="/contact" className={styles.noPrint}>
          {text.contact}
        </Link>
        {small}
      </Verdict>
    );
  }
  const winners =
    facts.winners.length > 0
      ? text.winner(format.list(facts.winners.map((title) => all.quoted(title))), facts.winners.length > 1)
      : '';
  const words = text.passedText(
    /^\d{4}-\d\d$/.test(facts.round) ? monthYear(facts.round, format) : facts.round,
    format.number(figureOf(checks, 'totals', 'ratings')),
    format.number(figureOf(checks, 'totals', 'designs')),
    winners,
  );
  return (
    <Verdict tone={state.verdict} headline={state.verdict === 'open' ? text.open : text.passed}>
      {state.verdict === 'open' && (
        <p className="lead">{text.openText(checks.filter((check) => check.ok === null).length)}</p>
      )}
      <p className={state.verdict === 'open' ? undefined : 'lead'}>{words}</p>
      {known && (
        <Link to={`/rounds/${known.slug}/result`} className={styles.noPrint}>
          {text.result}
        </Link>
      )}
      {small}
    </Verdict>
  );
}
