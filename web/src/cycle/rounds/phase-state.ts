import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import type { PhaseProps } from '../../platform/ui/phase.tsx';

/** Can something be done now, is there nothing to do, or is it published? */
export function phaseState(phase: RoundPhase): PhaseProps['state'] {
  if (phase === 'decided' || phase === 'counted') return 'settled';
  return phase === 'collecting' || phase === 'voting' || phase === 'final' ? 'open' : 'waiting';
}
