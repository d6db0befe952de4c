import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Phase } from '../../../../platform/ui/phase.tsx';

const signs = {
  planned: 'waiting',
  collecting: 'open',
  voting: 'open',
  final: 'open',
  frozen: 'waiting',
  counted: 'waiting',
  decided: 'settled',
  cancelled: 'waiting',
} as const;

/** Where a round is, in the words of the console. */
export function PhaseOf({ phase }: { phase: Round['phase'] }) {
  const { phases } = useText('ops');
  return <Phase state={signs[phase]}>{phases[phase]}</Phase>;
}
