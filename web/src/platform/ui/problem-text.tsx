import type { ProblemCode } from '@fraisier/shared/http/problems.ts';
import { type ReactNode, Suspense } from 'react';
import type { FailureCode } from '../api.ts';
import { useText } from '../i18n/use-text.ts';

/** The sentence of a refusal. Its texts come when the first one is needed, so that of no network is always there. */
export function ProblemText({ code, fallback }: { code: FailureCode; fallback?: ReactNode }) {
  const { offline } = useText('platform');
  if (code === 'offline') return offline.noAnswer;
  return (
    <Suspense fallback={fallback ?? null}>
      <Sentence code={code} />
    </Suspense>
  );
}

function Sentence({ code }: { code: ProblemCode }) {
  return useText('problems')[code];
}
