import type { FailureCode } from '../api.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { Plate } from './plate.tsx';

/** The page that could not be shown, and what to do about it. */
export function ErrorPage({ code }: { code: FailureCode }) {
  const { error } = useText('platform');
  return (
    <Plate title={error.title}>
      <p className="lead">
        <ProblemText code={code} fallback={error.text} />
      </p>
      <p>
        <Button kind="ink" onClick={() => window.location.reload()}>
          {error.reload}
        </Button>
      </p>
      <p>
        <Link to="/">{error.home}</Link>
      </p>
    </Plate>
  );
}
