import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { KeyHint } from '../../../../platform/ui/key-hint.tsx';
import { useHeldActs } from '../../../../platform/ui/ops/held-acts.ts';
import { KeyHelp } from '../../../../platform/ui/ops/key-help.tsx';
import styles from './bounties.module.css';
import { useMoneyReason } from './money-reason.ts';
import { PAYOUT } from './prepare-payout.tsx';
import type { Choice } from './use-choice.ts';

export interface PrepareBarProps {
  readonly bounties: readonly Bounty[];
  readonly anyReady: boolean;
  /** How many are chosen together. */
  readonly sure: number;
  readonly chosen: readonly Bounty[];
  readonly choice: Choice;
  readonly onPrepare: () => void;
}

/** What is chosen so far, its sum, and the way on. Stays in sight while something is chosen. */
export function PrepareBar({ bounties, anyReady, sure, chosen, choice, onPrepare }: PrepareBarProps) {
  const { prepare: text, keys } = useText('ops-money');
  const format = useFormat();
  const say = useMoneyReason(bounties);
  const held = useHeldActs((state) => state.held.some(({ key }) => key === PAYOUT) || state.sending.includes(PAYOUT));
  const failed = useHeldActs((state) => state.failed[PAYOUT]);
  const total = chosen.reduce((sum, bounty) => sum + bounty.net.amount, 0);
  const why = held ? text.held : !anyReady ? text.none : chosen.length === 0 ? text.pick : undefined;
  return (
    <div className={[styles.prepare, chosen.length > 0 && styles.stuck].filter(Boolean).join(' ')}>
      {failed && <ErrorNote error={failed} reason={say} />}
      <div className={styles.prepareRow}>
        <Button wideOnPhone disabledReason={why} onClick={onPrepare}>
          {text.open(chosen.length)} <KeyHint>P</KeyHint>
        </Button>
        {chosen.length > 0 && (
          <span className="num strong" role="status">
            {text.total(format.moneyExact(total))}
          </span>
        )}
        {sure > 1 && !held && (
          <Button kind="line" small onClick={choice.toggleAll}>
            {choice.isAll ? text.nobody : text.all(sure)} <KeyHint>A</KeyHint>
          </Button>
        )}
        {choice.canUndo && !held && (
          <Button kind="line" small onClick={choice.undo}>
            {text.undo} <KeyHint>Z</KeyHint>
          </Button>
        )}
        <span className={styles.help}>
          <KeyHelp
            keys={[
              [['J', 'K'], keys.step],
              [['X'], keys.pick],
              [['A'], keys.all],
              [['P'], keys.prepare],
              [['B'], keys.bank],
              [['Z'], keys.undo],
            ]}
          />
        </span>
      </div>
    </div>
  );
}
