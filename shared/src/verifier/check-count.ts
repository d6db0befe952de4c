import type { Bundle, ResultDesign } from './bundle.ts';
import { cutFinding, outOf, quorumFinding, winnersFinding } from './check-decisions.ts';
import type { BundleCheckId } from './checks.ts';
import type { Finding } from './findings.ts';
import type { LogRead } from './read-log.ts';
import type { Openings } from './read-openings.ts';
import { bands, type Ranking } from './recount.ts';
import { SET_ASIDE } from './replay.ts';
import { type Tallied, tallyOf } from './tally-lines.ts';

export function* countFindings(bundle: Bundle, log: LogRead, openings: Openings): Generator<[BundleCheckId, Finding]> {
  const { replay } = log;
  const { result } = bundle;
  const inCount = (counted: boolean) => counted;
  const counted = tallyOf(bundle, openings, replay.fates, (fate) => fate === 0, inCount);
  const all = tallyOf(bundle, openings, replay.fates, (fate) => (fate & ~SET_ASIDE) === 0, inCount);
  const { ranking } = counted;

  const cells = new Map(ranking.placed.map((one) => [one.design, JSON.stringify(one.histogram)]));
  const other = result.designs.find((one) => cells.get(one.design) !== JSON.stringify(one.histogram));
  const strays =
    result.designs.length !== cells.size || new Set(result.designs.map((one) => one.design)).size !== cells.size;
  const left = [...bundle.designs].flatMap(([id, isIn]) => (isIn ? [] : id));
  // What people rated is counted, unless the log itself passes over it: no word in a file takes a design out.
  const passedOver = [replay.cut?.line, replay.close].map((line) => (line ? outOf(line) : new Set()));
  const untold = left.find((id) => !passedOver.some((out) => out.has(id)));
  yield [
    'histograms',
    {
      figures: { designs: cells.size, ratings: ranking.ratings, left: left.length },
      wrong: untold
        ? `${untold} is not counted, and the log does not pass over it`
        : other
          ? `${other.design} has other ratings`
          : strays
            ? 'the result is of other designs'
            : null,
    },
  ];
  const dressed = result.designs.find((one) => !sameCounts(one.sizes, counted.sizes.get(one.design) ?? {}));
  yield ['sizes', { wrong: dressed ? `${dressed.design} has other sizes` : null }];

  const sums = { designs: cells.size, voters: counted.voters, ...sumsOf(ranking) };
  yield ['totals', { figures: sums, wrong: sameCounts({ ...result.totals }, sums) ? null : 'the sums are others' }];
  yield ['ranking', rankingFinding(bundle, ranking)];
  yield ['cut', cutFinding(bundle, log, openings)];

  const finalists = new Set(replay.cut?.line.finalists ?? []);
  yield ['quorum', quorumFinding(bundle, ranking, finalists, log)];
  yield ['set_aside', setAsideFinding(bundle, log, openings, counted, all)];
  yield ['winners', winnersFinding(ranking, finalists, log)];
}

const sumsOf = ({ ratings, points, wouldWear }: Ranking) => ({ ratings, points, wouldWear });

function sameCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Places, scores and sums as they are written, or the first design of which they are not. */
function misplaced(ranking: Ranking, written: readonly ResultDesign[]): string | null {
  if (ranking.placed.length !== written.length) return 'the result';
  const wrong = ranking.placed.find((one, nth) => {
    const said = written[nth]!;
    return !(
      said.design === one.design &&
      said.rank === one.rank &&
      said.tied === one.tied &&
      said.score === String(one.score) &&
      said.n === one.n &&
      said.points === one.points &&
      said.wouldWear === one.wouldWear
    );
  });
  return wrong?.design ?? null;
}

function rankingFinding({ result }: Bundle, ranking: Ranking): Finding {
  const tied = ranking.placed.filter((one) => one.tied).length;
  const wrong = misplaced(ranking, result.designs);
  if (wrong) return { wrong: `${wrong} has another score or place` };
  const places = bands(ranking);
  const outside = result.designs.find(({ design, rankLow, rankHigh }) => {
    const band = places.get(design);
    return band?.low !== rankLow || band.high !== rankHigh;
  });
  return {
    figures: { designs: ranking.placed.length, tied },
    wrong: outside ? `${outside.design} has another margin` : null,
  };
}

/** Both counts: what is set aside, and what the count would be with it. */
function setAsideFinding(
  { result }: Bundle,
  { replay }: LogRead,
  openings: Openings,
  counted: Tallied,
  all: Tallied,
): Finding {
  const ratings = all.ranking.ratings - counted.ranking.ratings;
  const voters = new Set(openings.pseudonym.filter((id, at) => id !== undefined && replay.fates[at] === SET_ASIDE))
    .size;
  const figures = { ratings, voters };
  if (replay.close && replay.close.setAside !== ratings) return { figures, wrong: 'the close says otherwise' };
  if (!result.all && !result.setAside)
    return { figures, wrong: ratings === 0 ? null : 'the result shows one count only' };
  if (!result.all || !result.setAside) return { figures, wrong: 'the result shows half of a second count' };
  if (!sameCounts(result.setAside, { ratings, voters })) return { figures, wrong: 'the result says otherwise' };
  const { designs, ...sums } = result.all;
  if (!sameCounts(sums, { voters: all.voters, ...sumsOf(all.ranking) })) {
    return { figures, wrong: 'the other count has other sums' };
  }
  const cells = new Map(all.ranking.placed.map((one) => [one.design, JSON.stringify(one.histogram)]));
  const wrong =
    misplaced(all.ranking, designs) ?? designs.find((one) => cells.get(one.design) !== JSON.stringify(one.histogram));
  return { figures, wrong: wrong ? 'the other count has other figures' : null };
}
