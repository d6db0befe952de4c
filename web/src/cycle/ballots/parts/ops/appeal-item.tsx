import type { Appeal } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { KeyHint } from '../../../../platform/ui/key-hint.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { useHeldActs } from '../../../../platform/ui/ops/held-acts.ts';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { AnswerForm } from './answer-form.tsx';
import styles from './clusters.module.css';

export interface AppealItemProps {
  readonly round: Round;
  readonly appeal: Appeal;
  readonly isCurrent?: boolean;
  readonly answering?: boolean;
  /** Absent once it has its answer. */
  readonly onAnswering?: (answering: boolean) => void;
  readonly onDecide?: (outcome: 'upheld' | 'rejected', answer: string) => void;
}

const tones = { open: 'warn', upheld: 'ok', rejected: 'plain' } as const;

/** One appeal: the voter's words, what they are set aside for, the answer. */
export function AppealItem(props: AppealItemProps) {
  const { round, appeal, isCurrent = false, answering = false, onAnswering, onDecide } = props;
  const votes = useText('ops-votes');
  const text = votes.appeals;
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? appeal.appealedAt;
  const failed = useHeldActs((state) => state.failed[appeal.id]);
  return (
    <>
      <div className={styles.said}>
        <p className={styles.tags}>
          <Tag tone={tones[appeal.state]}>{text.states[appeal.state]}</Tag>
          <span className="small muted">
            {text.received(format.stamp(appeal.appealedAt), format.relativeDays(appeal.appealedAt, now))}
          </span>
        </p>
        <blockquote className={`lead ${styles.words}`} aria-label={text.words}>
          {appeal.reason}
        </blockquote>
        {appeal.answer !== null && (
          <div className={styles.answer}>
            <p className="small muted">
              {text.yourAnswer}
              {appeal.decidedAt && `, ${votes.byWhom(appeal.decidedBy ?? votes.rule, format.stamp(appeal.decidedAt))}`}
            </p>
            <p className={styles.words}>{appeal.answer}</p>
          </div>
        )}
      </div>
      <div className={styles.because}>
        <p className="small muted">{text.because}</p>
        <ul>
          {appeal.clusters.map((cluster) => (
            <li key={cluster.id}>
              <b>{votes.signals[cluster.signal]}</b>
              {cluster.reason && (
                <>
                  <br />
                  {(votes.quarantineReasons as Partial<Record<string, string>>)[cluster.reason] ?? text.unknown}
                </>
              )}
              <br />
              <Link to={`/ops/votes?round=${round.slug}&state=quarantined&cluster=${cluster.id}`}>{text.group}</Link>
            </li>
          ))}
        </ul>
        <p className="small muted">
          {appeal.ratings > 0 ? text.ratings(format.number(appeal.ratings), appeal.ratings) : text.noRatings}
        </p>
        {onAnswering && !answering && (
          <Button kind="line" small onClick={() => onAnswering(true)}>
            {text.reply} {isCurrent && <KeyHint>R</KeyHint>}
          </Button>
        )}
      </div>
      {failed && onDecide && <ErrorNote error={failed} />}
      {answering && onDecide && (
        <AnswerForm phase={round.phase} onDecide={onDecide} onCancel={() => onAnswering?.(false)} />
      )}
    </>
  );
}
