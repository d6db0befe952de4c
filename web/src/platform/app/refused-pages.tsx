import type { FailureCode } from '../api.ts';
import { useText } from '../i18n/use-text.ts';
import { Link } from '../ui/link.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { Plate } from './plate.tsx';

/** There will be something here, and not yet: a letter before the result. */
export function NotYetPage({ code }: { code: FailureCode }) {
  const { notYet } = useText('platform');
  return <Refused title={notYet.title} code={code} />;
}

/** The page is another member's. */
export function NotYoursPage({ code }: { code: FailureCode }) {
  const { notYours } = useText('platform');
  return <Refused title={notYours.title} code={code} />;
}

function Refused({ title, code }: { title: string; code: FailureCode }) {
  const { notFound, error, nav } = useText('platform');
  return (
    <Plate title={title}>
      <p className="lead">
        <ProblemText code={code} fallback={notFound.text} />
      </p>
      <p>
        <Link to="/me">{nav.notebook}</Link>
      </p>
      <p>
        <Link to="/">{error.home}</Link>
      </p>
    </Plate>
  );
}
