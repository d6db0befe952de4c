import { Route, Routes } from 'react-router';
import { ErrorBoundary } from './error-boundary.tsx';
import { ErrorPage } from './error-page.tsx';
import { ForbiddenPage } from './forbidden-page.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import type { Shown } from './prepare.ts';
import { NotYetPage, NotYoursPage } from './refused-pages.tsx';

/** The page that is ready, in its frame. `Routes` pins the location, so that a page never sees the next address. */
export function ShownPage({ shown }: { shown: Shown }) {
  const { address, route, Page } = shown;
  if (!route || !Page) {
    return (
      <Frame>
        <FailurePage shown={shown} />
      </Frame>
    );
  }
  const page = (
    <ErrorBoundary key={address.pathname}>
      <Page />
    </ErrorBoundary>
  );
  const element = route.frame === 'bare' ? page : <Frame>{page}</Frame>;
  const path = route.path === '/' ? '/:lang' : `/:lang${route.path}`;
  return (
    <Routes location={address}>
      <Route path={path} element={element} />
    </Routes>
  );
}

function FailurePage({ shown }: { shown: Shown }) {
  if (shown.failure?.code === 'letter_not_ready') return <NotYetPage code={shown.failure.code} />;
  if (shown.failure?.status === 404) return <NotFoundPage />;
  if (shown.failure?.code === 'not_owner') return <NotYoursPage />;
  if (shown.failure?.status === 403) return <ForbiddenPage />;
  return <ErrorPage code={shown.failure?.code ?? 'internal'} />;
}
