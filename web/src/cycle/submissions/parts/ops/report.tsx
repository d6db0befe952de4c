import type { DecisionOutcome } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { ReviewReasonCode } from '@fraisier/shared/cycle/submission-rules.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useId } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Checklist } from '../../../../platform/ui/ops/panel.tsx';
import styles from './chosen.module.css';
import { useReport } from './decisions.ts';

/** Says a reason of the rule in the operator's words. */
export function useBlockerWords(): (reason: ProblemReason) => string {
  const text = useText('ops-moderation');
  const { phases, unsaid } = useText('ops');
  return ({ code, detail = '' }) => {
    const say = (text.blockers as Partial<Record<string, (typeof text.blockers)[ReviewReasonCode]>>)[code];
    const phase = (phases as Partial<Record<string, string>>)[detail];
    return say ? say(phase?.toLowerCase() ?? detail) : (text.gone[code] ?? unsaid(code));
  };
}

/** What became of each of several decisions, until it is put away. */
export function Report({ onClose }: { onClose: () => void }) {
  const text = useText('ops-moderation').report;
  const words = useText('ops-moderation');
  const format = useFormat();
  const sayReason = useBlockerWords();
  const outcomes = useReport((state) => state.outcomes);
  const titleId = useId();
  const say = (one: DecisionOutcome): string => {
    const title = one.title || text.unknown;
    if (one.outcome !== 'not_done') return `${text.became(title, words.one[one.state ?? 'checked'])}`;
    const why = one.decidedBy && one.decidedAt && one.reasons[0]?.code === 'design_not_reviewable';
    return `${text.notDone(title)} ${
      why
        ? text.already(words.one[one.state ?? 'checked'], one.decidedBy ?? '', format.stamp(one.decidedAt ?? ''))
        : one.reasons.map(sayReason).join(' ')
    }`;
  };
  const undone = outcomes.filter(({ outcome }) => outcome === 'not_done').length;
  return (
    <div role="status" className={styles.said}>
      {outcomes.length > 0 && (
        <section className={styles.report} aria-labelledby={titleId}>
          <h2 id={titleId} className="d3">
            {text.title(outcomes.length - undone, undone)}
          </h2>
          <Checklist
            items={outcomes.map((one) => ({ state: one.outcome === 'not_done' ? 'bad' : 'ok', text: say(one) }))}
          />
          <Button
            kind="line"
            small
            onClick={() => {
              useReport.setState({ outcomes: [] });
              onClose();
            }}
          >
            {text.close}
          </Button>
        </section>
      )}
    </div>
  );
}
