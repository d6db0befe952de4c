import { type ReactNode, Suspense } from 'react';
import type { FailureCode } from '../api.ts';
import { useText } from '../i18n/use-text.ts';

/** The sentence of a refusal; its texts come when the first one is needed. */
export function ProblemText({ code, fallback }: { code: FailureCode; fallback?: ReactNode }) {
  return (
    <Suspense fallback={fallback ?? null}>
      <Sentence code={code} />
    </Suspense>
  );
}

function Sentence({ code }: { code: FailureCode }) {
  return useText('problems')[code];
}
