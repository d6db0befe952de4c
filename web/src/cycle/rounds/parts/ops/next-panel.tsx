import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Link, PlainLink } from '../../../../platform/ui/link.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { isLive, nextStep } from './next-step.ts';
import styles from './today.module.css';

/** The next step of every round at work, the nearest first. */
export function NextPanel({ rounds, now }: { rounds: readonly Round[]; now: string }) {
  const text = useText('ops-today').next;
  const ops = useText('ops');
  const format = useFormat();
  const steps = rounds
    .filter(isLive)
    .flatMap((round) => {
      const next = nextStep(round);
      return next ? [{ round, next }] : [];
    })
    .sort((a, b) => (a.next.due ?? '').localeCompare(b.next.due ?? ''));
  return (
    <Panel title={text.title}>
      {steps.length === 0 && (
        <p>
          {text.empty} <Link to="/ops/rounds">{text.plan}</Link>
        </p>
      )}
      <ul>
        {steps.map(({ round, next }) => (
          <li key={round.slug} className={styles.next} data-ink={monthCode(round.month)}>
            <i />
            <div>
              <PlainLink to={`/ops/rounds/${round.slug}`}>{ops.roundName(round.number)}</PlainLink>
              <span className="muted">{ops.phases[round.phase]}</span>
            </div>
            <div className={styles.when}>
              <span>{text.steps[next.to]}</span>
              <span className="muted">
                {next.due && Date.parse(next.due) > Date.parse(now)
                  ? `${format.moment(next.due)}, ${format.relativeDays(next.due, now)}`
                  : text.now}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
