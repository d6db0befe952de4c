import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';

export function usePrintReason(): (reason: ProblemReason) => string {
  const { reasons } = useText('ops-prints');
  const { unsaid } = useText('ops');
  return ({ code, detail = '' }) => {
    const say = (reasons as Partial<Record<string, (detail: string) => string>>)[code];
    return say ? say(detail) : unsaid(code);
  };
}
