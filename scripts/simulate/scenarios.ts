import { type Bloc, blocKinds, favourites } from './blocs.ts';
import type { Cell } from './cells.ts';

export const scenarioNames = ['crowd', 'bloc', 'kinds', 'residual'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export const scenarioTitles: Readonly<Record<ScenarioName, string>> = {
  crowd: 'An honest crowd: how often the truly best design wins',
  bloc: 'A bloc with one favourite (5 stars to it, 1 or 2 to all others): how often its favourite wins',
  kinds: 'Kinds of dishonest voters: how often they win, how many of their ballots the desk sees',
  residual: 'The residual risk: a camouflaged bloc that enters only the final',
};

/** What is asked for; what is left out is the scenario's own. */
export interface Asked {
  readonly designs?: readonly number[];
  readonly voters?: readonly number[];
  readonly percents?: readonly number[];
  readonly rounds?: number;
}

const SIZES = [26, 50, 150, 300, 1000] as const;
const PERCENTS = [0, 1, 3, 5, 10] as const;
const VOTERS = 1000;

/** As many rounds as a minute allows: the work of one grows with designs and voters. */
function roundsFor(designs: number, voters: number): number {
  const work = designs * voters;
  return work <= 50_000 ? 30 : work <= 150_000 ? 25 : work <= 300_000 ? 16 : 8;
}

const nobody: Bloc = { kind: 'sole', percent: 0, favourite: 'any' };

export function cellsOf(scenario: ScenarioName, asked: Asked): Cell[] {
  const cell = (designs: number, voters: number, bloc: Bloc, rules: Cell['rules'], signals = true): Cell => ({
    scenario,
    designs,
    voters,
    bloc,
    rules,
    signals,
    rounds: asked.rounds ?? roundsFor(designs, voters),
  });
  const designs = asked.designs;
  const voters = asked.voters ?? [VOTERS];
  const percents = asked.percents;
  if (scenario === 'crowd') {
    const sizes =
      asked.designs || asked.voters
        ? []
        : ([
            [150, 200],
            [150, 5000],
          ] as const);
    const grid = (designs ?? SIZES).flatMap((many) => voters.map((crowd) => [many, crowd] as const));
    return [...grid, ...sizes].map(([many, crowd]) =>
      cell(many, crowd, nobody, ['shop', 'noFinal', 'mean', 'meanNoFinal', 'popular', 'popularNoFinal']),
    );
  }
  const grid = (sizes: readonly number[], shares: readonly number[]) =>
    (designs ?? sizes).flatMap((many) =>
      voters.flatMap((crowd) => (percents ?? shares).map((percent) => [many, crowd, percent] as const)),
    );
  if (scenario === 'bloc') {
    const rules = ['shop', 'noFinal', 'link', 'linkNoFinal'] as const;
    return grid(SIZES, PERCENTS).map(([many, crowd, percent]) =>
      cell(many, crowd, { kind: 'sole', percent, favourite: 'any' }, rules, false),
    );
  }
  const rules = ['shop', 'desk'] as const;
  if (scenario === 'kinds') {
    const blocs = blocKinds
      .filter((kind) => kind !== 'finalOnly')
      .flatMap((kind) =>
        (kind === 'saboteurs' ? (['any'] as const) : favourites).map((favourite) => ({ kind, favourite })),
      );
    return grid([150], [5]).flatMap(([many, crowd, percent]) =>
      blocs.map((bloc) => cell(many, crowd, { ...bloc, percent }, rules)),
    );
  }
  return grid([150], PERCENTS).flatMap(([many, crowd, percent]) =>
    favourites.map((favourite) => cell(many, crowd, { kind: 'finalOnly', percent, favourite }, ['shop'])),
  );
}
