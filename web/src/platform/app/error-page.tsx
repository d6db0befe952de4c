import { useEffect } from 'react';
import type { FailureCode } from '../api.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { Plate } from './plate.tsx';

export interface ErrorPageProps {
  readonly code: FailureCode;
  /** Asks for the page again where it is; without it the whole document is loaded anew. */
  readonly onRetry?: (() => void) | undefined;
}

/** The page that could not be shown, and what to do about it. */
export function ErrorPage({ code, onRetry }: ErrorPageProps) {
  const { error, retry } = useText('platform');
  useEffect(() => {
    if (code !== 'offline' || !onRetry) return;
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [code, onRetry]);
  return (
    <Plate title={error.title}>
      <p className="lead">
        <ProblemText code={code} fallback={error.text} />
      </p>
      <p>
        <Button kind="ink" onClick={onRetry ?? (() => window.location.reload())}>
          {onRetry ? retry : error.reload}
        </Button>
      </p>
      <p>
        <Link to="/">{error.home}</Link>
      </p>
    </Plate>
  );
}
