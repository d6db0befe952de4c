import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { listRuns } from '@fraisier/shared/contracts/runs.ts';
import { Frame } from '../../platform/app/frame.tsx';
import { useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Wrap } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { heroOf, homeRounds } from './home-rounds.ts';
import { Call } from './parts/call.tsx';
import { Drop } from './parts/drop.tsx';
import { EmptyHero, Hero } from './parts/hero.tsx';
import { FrozenNote, Podium } from './parts/podium.tsx';

/** The month at a glance: what can be done now, what is on sale, what was decided, what is being drawn. */
export function Page() {
  const list = useCall(listRounds);
  const runs = useCall(listRuns);
  if (!list.data) {
    return (
      <Frame>
        <Wrap>
          {list.error ? <ErrorNote error={list.error} onRetry={() => void list.refetch()} /> : <Loading frames={4} />}
        </Wrap>
      </Frame>
    );
  }
  const rounds = homeRounds(list.data.items);
  const hero = heroOf(rounds);
  const run = runs.data?.items.find((one) => one.state === 'open') ?? runs.data?.items[0];
  return (
    <Frame over>
      {hero ? <Hero round={hero} /> : <EmptyHero />}
      {run && <Drop run={run} />}
      {rounds.frozen && rounds.frozen !== hero && <FrozenNote round={rounds.frozen} />}
      {rounds.published && <Podium round={rounds.published} />}
      {rounds.collecting && rounds.collecting !== hero && <Call round={rounds.collecting} />}
    </Frame>
  );
}
