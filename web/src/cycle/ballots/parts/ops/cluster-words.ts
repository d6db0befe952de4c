import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import { clusterStates, type DeskReasonCode } from '@fraisier/shared/cycle/desk-rules.ts';
import { roundPhases } from '@fraisier/shared/cycle/round-phase.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';

type Decision = Cluster['decisions'][number];

/** How clusters, their decisions and refusals are named. */
export function useClusterWords() {
  const text = useText('ops-votes');
  const { phases, unsaid } = useText('ops');

  const nameOf = ({ signal, design }: Pick<Cluster, 'signal' | 'design'>): string =>
    design ? text.about(text.signals[signal], design.title) : text.signals[signal];

  const reasonOf = ({ act, reason }: Pick<Decision, 'act' | 'reason'>): string | null => {
    if (reason === null || act === 'signature') return null;
    const words: Partial<Record<string, string>> = {
      quarantine: text.quarantineReasons,
      dismissal: text.dismissReasons,
      release: text.releaseReasons,
    }[act];
    return words[reason] ?? unsaid(reason);
  };

  const whyNot = ({ code, detail = '' }: ProblemReason): string => {
    const say = (text.reasons as Partial<Record<string, (typeof text.reasons)[DeskReasonCode]>>)[code];
    if (!say) return unsaid(code);
    const phase = roundPhases.find((one) => one === detail);
    const state = clusterStates.find((one) => one === detail);
    return say(phase ? phases[phase].toLowerCase() : state ? text.states[state] : detail);
  };

  return { nameOf, reasonOf, whyNot };
}
