import { type CanonicalValue, canonicalJson, parseCanonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import { type Crowd, type CrowdInput, crowdOf } from '@fraisier/shared/cycle/crowd.ts';
import {
  type DesignTally,
  margin,
  quorum,
  rankBand,
  type TallyResult,
  tally,
  winners,
} from '@fraisier/shared/cycle/tally.ts';
import type { Quorum } from '@fraisier/shared/cycle/voting-rules.ts';

/** What a count found, as it is published: ids and whole numbers only, and nothing that depends on when it was made. */
export interface CountResult {
  readonly v: 1;
  readonly round: string;
  readonly totals: {
    readonly designs: number;
    readonly voters: number;
    readonly ratings: number;
    readonly points: number;
    readonly wouldWear: number;
  };
  readonly quorum: {
    readonly met: boolean;
    readonly finalMin: number;
    readonly medianMin: number;
    /** What is short, and by how much: nothing when it is met. */
    readonly reasons: readonly {
      readonly code: string;
      readonly design: string | null;
      readonly detail: string | null;
    }[];
  };
  /** How often the designs were dealt in the voting phase; null where none was. */
  readonly exposure: { readonly min: number; readonly max: number; readonly giniThousandths: number } | null;
  /** Ascending ids. */
  readonly finalists: readonly string[];
  /** By rank, then by id. */
  readonly designs: readonly CountedDesign[];
  /** What stands in the log and does not count. */
  readonly setAside: { readonly voters: number; readonly ratings: number };
  /** The other count: of all ratings that stand, those set aside included. Decides nothing. */
  readonly all: OtherCount;
  /** Null in counts made before it was kept. */
  readonly crowd: Crowd | null;
}

export interface OtherCount {
  readonly voters: number;
  readonly ratings: number;
  readonly points: number;
  readonly wouldWear: number;
  /** By rank, then by id. */
  readonly designs: readonly OtherDesign[];
}

export type OtherDesign = Omit<CountedDesign, 'rankLow' | 'rankHigh' | 'finalist' | 'sizes'>;

export interface CountedDesign {
  readonly design: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly rankLow: number;
  readonly rankHigh: number;
  readonly finalist: boolean;
  readonly score: string;
  readonly n: number;
  readonly points: number;
  readonly wouldWear: number;
  readonly histogram: readonly number[];
  /** Those who would wear it and said their size. */
  readonly sizes: Readonly<Record<string, number>>;
}

export interface CountInput {
  readonly round: string;
  readonly tallies: readonly DesignTally[];
  readonly sizes: readonly { readonly designId: string; readonly size: string; readonly count: number }[];
  readonly finalistIds: readonly string[];
  /** Of the ratings that count. */
  readonly voters: number;
  readonly setAsideVoters: number;
  readonly all: { readonly tallies: readonly DesignTally[]; readonly voters: number };
  readonly quorum: Quorum;
  /** Deals of each design. */
  readonly dealt: readonly number[];
  readonly crowd: CrowdInput;
}

/** Counts: a pure function of the ballots, the same whatever their order. */
export function countResult(input: CountInput): CountResult {
  const result = tally(input.tallies);
  const all = tally(input.all.tallies);
  const finalistIds = input.finalistIds.toSorted();
  const sizes = Map.groupBy(input.sizes, (row) => row.designId);
  const { met, reasons } = quorum(result, finalistIds, input.quorum);
  return {
    v: 1,
    round: input.round,
    totals: {
      designs: result.designs.length,
      voters: input.voters,
      ratings: result.ratings,
      points: result.points,
      wouldWear: result.wouldWear,
    },
    quorum: {
      met,
      ...input.quorum,
      reasons: reasons.map(({ code, field, detail }) => ({ code, design: field ?? null, detail: detail ?? null })),
    },
    exposure: exposureOf(input.dealt),
    finalists: finalistIds,
    designs: result.designs.map((design) => {
      const band = rankBand(result, design.designId);
      return {
        design: design.designId,
        rank: design.rank,
        tied: design.tied,
        rankLow: band?.from ?? design.rank,
        rankHigh: band?.to ?? design.rank,
        finalist: finalistIds.includes(design.designId),
        score: design.score,
        n: design.n,
        points: design.points,
        wouldWear: design.wouldWear,
        histogram: design.histogram,
        sizes: Object.fromEntries((sizes.get(design.designId) ?? []).map(({ size, count }) => [size, count])),
      };
    }),
    setAside: { voters: input.setAsideVoters, ratings: all.ratings - result.ratings },
    all: {
      voters: input.all.voters,
      ratings: all.ratings,
      points: all.points,
      wouldWear: all.wouldWear,
      designs: all.designs.map(({ designId, ...figures }) => ({ design: designId, ...figures })),
    },
    crowd: crowdOf(input.crowd, finalistIds),
  };
}

export function writeCountResult(result: CountResult): string {
  return canonicalJson(result as unknown as CanonicalValue);
}

type Later = 'setAside' | 'all' | 'crowd';

/**
 * Reads what `writeCountResult` wrote, also before votes could be set aside, when both counts were one, and before it was
 * kept who voted.
 */
export function readCountResult(text: string): CountResult {
  const stored = parseCanonicalJson(text) as unknown as Omit<CountResult, Later> & Partial<Pick<CountResult, Later>>;
  return {
    ...stored,
    setAside: stored.setAside ?? { voters: 0, ratings: 0 },
    all: stored.all ?? sameCount(stored),
    crowd: stored.crowd ?? null,
  };
}

function sameCount({ totals, designs }: Pick<CountResult, 'totals' | 'designs'>): OtherCount {
  return {
    voters: totals.voters,
    ratings: totals.ratings,
    points: totals.points,
    wouldWear: totals.wouldWear,
    designs: designs.map(({ rankLow: _low, rankHigh: _high, finalist: _finalist, sizes: _sizes, ...same }) => same),
  };
}

/** The winners of a count once some are passed over, in the order of their runs. */
export function winnersOf(result: CountResult, passedOver: readonly string[]): string[] {
  return winners(asTally(result.totals, result.designs), result.finalists, passedOver);
}

/** Who the winners would be if nothing were set aside. */
export function winnersOfAll({ all, finalists }: CountResult, passedOver: readonly string[]): string[] {
  return winners(asTally(all, all.designs), finalists, passedOver);
}

/** What is set aside decides who wins: then every quarantine is signed by a second operator. */
export function changesWinner(result: CountResult, passedOver: readonly string[]): boolean {
  return winnersOf(result, passedOver).join() !== winnersOfAll(result, passedOver).join();
}

/** The winner is so little above the next finalist that another crowd like this one might have chosen otherwise. */
export function isPhotoFinish(
  result: CountResult,
  winnerIds: readonly string[],
  passedOver: readonly string[],
): boolean {
  if (winnerIds.length !== 1) return winnerIds.length > 1;
  const runners = asTally(result.totals, result.designs).designs.filter(
    (design) => result.finalists.includes(design.designId) && !passedOver.includes(design.designId),
  );
  const winner = runners.find((design) => design.designId === winnerIds[0]);
  const next = runners.find((design) => design.designId !== winnerIds[0]);
  return winner !== undefined && next !== undefined && margin(winner, next).photoFinish;
}

function asTally(
  { ratings, points, wouldWear }: Pick<OtherCount, 'ratings' | 'points' | 'wouldWear'>,
  designs: readonly OtherDesign[],
): TallyResult {
  return {
    ratings,
    points,
    wouldWear,
    designs: designs.map(({ design, ...figures }) => ({
      ...figures,
      designId: design,
      histogram: figures.histogram as DesignTally['histogram'],
    })),
  };
}

/** Gini in thousandths, rounded down: Σ (2i − n − 1) · x_i over n · Σ x_i, with x ascending. */
function exposureOf(dealt: readonly number[]): CountResult['exposure'] {
  if (dealt.length === 0) return null;
  const ascending = dealt.toSorted((a, b) => a - b);
  const sum = ascending.reduce((total, one) => total + one, 0);
  const weighted = ascending.reduce((total, one, index) => total + one * (2 * (index + 1) - ascending.length - 1), 0);
  return {
    min: ascending[0] ?? 0,
    max: ascending.at(-1) ?? 0,
    giniThousandths: sum === 0 ? 0 : Math.floor((1000 * weighted) / (ascending.length * sum)),
  };
}
