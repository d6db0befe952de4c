import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Wrap } from '../../../platform/ui/layout.tsx';
import { Loading } from '../../../platform/ui/loading.tsx';

const OwnDesign = lazy(() => import('./own-design.tsx').then(({ OwnDesign: default_ }) => ({ default: default_ })));

/**
 * What only its designer and the workshop see, below the design: brought once the page is there, so that nobody else
 * loads the reader of files and its words.
 */
export function OwnPart({ design }: { design: Design }) {
  const [isThere, setIsThere] = useState(false);
  useEffect(() => setIsThere(true), []);
  const waiting = (
    <Wrap>
      <Loading />
    </Wrap>
  );
  return isThere ? (
    <Suspense fallback={waiting}>
      <OwnDesign design={design} />
    </Suspense>
  ) : (
    waiting
  );
}
