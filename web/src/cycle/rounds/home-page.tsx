import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { listRuns } from '@fraisier/shared/contracts/runs.ts';
import { Frame } from '../../platform/app/frame.tsx';
import { useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { heroOf, homeRounds } from './home-rounds.ts';
import { EmptyHero, Hero } from './parts/hero.tsx';
import { RestOfMonth } from './rest-of-month.ts';

/** The month at a glance: what can be done now, what is on sale, what was decided, what is being drawn. */
export function Page() {
  const list = useCall(listRounds);
  const runs = useCall(listRuns);
  if (!list.data) {
    return (
      <Frame>
        <Awaiting found={list} frames={4} />
      </Frame>
    );
  }
  const rounds = homeRounds(list.data.items);
  const hero = heroOf(rounds);
  const run = runs.data?.items.find((one) => one.state === 'open') ?? runs.data?.items[0];
  return (
    <Frame over>
      {hero ? <Hero round={hero} /> : <EmptyHero />}
      <RestOfMonth rounds={rounds} hero={hero} run={run} />
    </Frame>
  );
}
