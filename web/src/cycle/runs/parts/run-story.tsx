import type { RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { DesignStory } from './design-story.tsx';
import { RunPieces } from './run-pieces.tsx';

/** What there is to read of a run: every piece, and the drawing. */
export function RunStory({ run }: { run: RunDetail }) {
  return (
    <>
      <RunPieces run={run} />
      <DesignStory run={run} />
    </>
  );
}
