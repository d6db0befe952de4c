import { ErrorPage } from './error-page.tsx';
import { ForbiddenPage } from './forbidden-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { NotYetPage, NotYoursPage } from './refused-pages.tsx';
import type { PageProps } from './route.ts';

/** In place of a page that is not shown: why, and where to go. It comes when the first one is needed. */
export function FailurePage({ failure, onRetry }: PageProps) {
  if (failure?.code === 'letter_not_ready') return <NotYetPage code={failure.code} />;
  if (failure?.status === 404) return <NotFoundPage />;
  if (failure?.code === 'not_owner') return <NotYoursPage />;
  if (failure?.status === 403) return <ForbiddenPage />;
  return <ErrorPage code={failure?.code ?? 'internal'} onRetry={onRetry} />;
}
