import type { DesignTally } from './histograms.ts';
import { tally } from './tally.ts';

/** How old a voter's account was when the vote opened, youngest first. */
export const accountAges = ['during', 'week', 'quarter', 'year', 'older'] as const;
export type AccountAge = (typeof accountAges)[number];

/** Each class is younger than this many days, and none of the classes before it. `during`: made since the opening. */
export const YOUNGER_THAN_DAYS: Readonly<Record<AccountAge, number>> = {
  during: 0,
  week: 7,
  quarter: 90,
  year: 365,
  older: Number.POSITIVE_INFINITY,
};

/** With fewer, what the buyers chose together could tell what one of them chose: it is not even kept. */
export const LEAST_BUYERS = 20;

export interface CrowdInput {
  /** Accounts that could vote in the round. */
  readonly eligible: number;
  /** Voters by the whole days that their accounts were old when the vote opened; below 0: made since. */
  readonly ages: readonly { readonly days: number; readonly voters: number }[];
  /** Voters who had paid for a piece before the freeze, and their ratings that count. */
  readonly buyers: { readonly voters: number; readonly tallies: readonly DesignTally[] };
}

/** Who voted, as far as it can be told without telling how anyone did. It helps to judge a count and decides nothing. */
export interface Crowd {
  readonly eligible: number;
  readonly ages: Readonly<Record<AccountAge, number>>;
  /** Null when there are fewer than LEAST_BUYERS. */
  readonly buyers: {
    readonly voters: number;
    readonly ratings: number;
    /** The finalists that buyers rated, by their ranks among buyers, then by id: places only, no figures. */
    readonly finalists: readonly { readonly design: string; readonly rank: number }[];
  } | null;
}

export function ageOf(days: number): AccountAge {
  return accountAges.find((age) => days < YOUNGER_THAN_DAYS[age]) ?? 'older';
}

export function crowdOf({ eligible, ages, buyers }: CrowdInput, finalistIds: readonly string[]): Crowd {
  const voters = Object.fromEntries(accountAges.map((age) => [age, 0])) as Record<AccountAge, number>;
  for (const row of ages) voters[ageOf(row.days)] += row.voters;
  return { eligible, ages: voters, buyers: buyers.voters < LEAST_BUYERS ? null : choiceOf(buyers, finalistIds) };
}

function choiceOf({ voters, tallies }: CrowdInput['buyers'], finalistIds: readonly string[]): Crowd['buyers'] {
  const result = tally(tallies);
  const rated = result.designs.filter((design) => design.n > 0 && finalistIds.includes(design.designId));
  return {
    voters,
    ratings: result.ratings,
    finalists: rated.map(({ designId, rank }) => ({ design: designId, rank })),
  };
}

/** Who would have won among buyers, by the rules of the round: the best finalists that are not passed over. */
export function winnersOfBuyers({ finalists }: NonNullable<Crowd['buyers']>, passedOver: readonly string[]): string[] {
  const eligible = finalists.filter(({ design }) => !passedOver.includes(design));
  return eligible.filter(({ rank }) => rank === eligible[0]?.rank).map(({ design }) => design);
}
