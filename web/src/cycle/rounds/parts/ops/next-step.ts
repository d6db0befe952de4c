import type { Round } from '@fraisier/shared/contracts/rounds.ts';

/** What comes next for a round, and when it was announced; null where a person decides the moment. */
export interface NextStep {
  readonly to: 'collecting' | 'voting' | 'final' | 'frozen' | 'counted' | 'decided';
  readonly due: string | null;
}

const HOUR = 3_600_000;

export function nextStep({ phase, planned, actual, promise }: Round): NextStep | null {
  switch (phase) {
    case 'planned':
      return { to: 'collecting', due: planned.collecting };
    case 'collecting':
      return { to: 'voting', due: planned.voting };
    case 'voting':
      return { to: 'final', due: planned.final };
    case 'final':
      return { to: 'frozen', due: planned.freeze };
    case 'frozen':
      return { to: 'counted', due: null };
    case 'counted':
      return { to: 'decided', due: appealsEnd(actual.counted, promise.appealHours) };
    default:
      return null;
  }
}

/** When the time for appeals after the count is over. */
function appealsEnd(countedAt: string | null, hours: number): string | null {
  return countedAt && new Date(Date.parse(countedAt) + hours * HOUR).toISOString();
}

export function isLive({ phase }: Round): boolean {
  return phase !== 'decided' && phase !== 'cancelled';
}
