import type { ReactNode } from 'react';
import type { FailureCode } from '../api.ts';
import { useText } from '../i18n/use-text.ts';
import { Link } from '../ui/link.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { Plate } from './plate.tsx';

/** There will be something here, and not yet: a letter before the result. */
export function NotYetPage({ code }: { code: FailureCode }) {
  const { notYet, notFound } = useText('platform');
  return (
    <Refused title={notYet.title}>
      <ProblemText code={code} fallback={notFound.text} />
    </Refused>
  );
}

/** The page is another member's. */
export function NotYoursPage() {
  const { notYours } = useText('platform');
  return <Refused title={notYours.title}>{notYours.text}</Refused>;
}

function Refused({ title, children }: { title: string; children: ReactNode }) {
  const { error, nav } = useText('platform');
  return (
    <Plate title={title}>
      <p className="lead">{children}</p>
      <p>
        <Link to="/me">{nav.notebook}</Link>
      </p>
      <p>
        <Link to="/">{error.home}</Link>
      </p>
    </Plate>
  );
}
