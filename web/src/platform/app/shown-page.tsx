import { useMemo } from 'react';
import { type BaseLocationHook, Route, Router } from 'wouter';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { type GoOptions, goTo } from './go-to.ts';
import type { Shown } from './prepare.ts';

/** The page that is ready, in its frame. The router is pinned to its address, so that it never sees the next one. */
export function ShownPage({ shown, onRetry = loadAnew }: { shown: Shown; onRetry?: () => void }) {
  const { pathname, search } = shown.address;
  const pinned = useMemo(() => ({ hook: pinnedTo(pathname), searchHook: () => search }), [pathname, search]);
  return (
    <Router {...pinned}>
      <Framed shown={shown} onRetry={onRetry} />
    </Router>
  );
}

const pinnedTo =
  (pathname: string): BaseLocationHook =>
  () => [pathname, (to: string, options?: GoOptions) => goTo(to, options)];

const loadAnew = () => window.location.reload();

function Framed({ shown, onRetry }: { shown: Shown; onRetry: () => void }) {
  const { address, route, Page, failure } = shown;
  const page = <Page failure={failure} onRetry={onRetry} />;
  if (!route) return <Frame>{page}</Frame>;
  const guarded = <ErrorBoundary key={address.pathname}>{page}</ErrorBoundary>;
  return (
    <Route path={route.path === '/' ? '/:lang' : `/:lang${route.path}`}>
      {route.frame === 'bare' ? guarded : <Frame>{guarded}</Frame>}
    </Route>
  );
}
