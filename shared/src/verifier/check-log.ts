import type { Bundle } from './bundle.ts';
import type { Finding } from './findings.ts';
import type { Checkpoint } from './notes.ts';
import type { LogRead } from './read-log.ts';
import type { Openings } from './read-openings.ts';
import { ACT, ERASED, REPLACED } from './replay.ts';

export function logFinding({ size, malformed, replay }: LogRead): Finding {
  return {
    figures: { lines: size, ballots: replay.acts.ballot ?? 0 },
    wrong: malformed && `line ${malformed.index}: ${malformed.what}`,
  };
}

export function treeFinding({ roots, size, malformed }: LogRead, heads: readonly Checkpoint[]): Finding {
  const figures = { heads: heads.length, lines: size };
  const broken = heads.find((head) => head.size <= size && roots.get(head.size) !== head.root);
  if (broken) return { figures, wrong: `the first ${broken.size} lines are not those that were signed` };
  const beyond = heads.find((head) => head.size > size);
  if (beyond && malformed) return { figures, unsure: `only ${size} lines could be read` };
  if (beyond) return { figures, wrong: `there are ${size} lines, and a head covers ${beyond.size}` };
  return { figures, unsure: heads.length === 0 ? 'no head to compare with' : null };
}

export function rulesFinding({ replay: { acts, fault } }: LogRead): Finding {
  return { figures: { ...acts }, wrong: fault && `line ${fault.index}: ${fault.what}` };
}

export function lastHeadFinding({ size, replay }: LogRead, heads: readonly Checkpoint[]): Finding {
  const last = heads.at(-1);
  const figures = { size: last?.size ?? 0, lines: size };
  if (!replay.close) return { figures, wrong: 'the log does not end with the close' };
  if (!last) return { figures, unsure: 'no head to compare with' };
  return { figures, wrong: last.size === size ? null : `the last head covers ${last.size} of ${size} lines` };
}

export function unopenedFinding({ replay }: LogRead, { cell }: Openings): Finding {
  let [erased, missing, kept] = [0, 0, 0];
  for (const [at, fate] of replay.fates.entries()) {
    if (fate & ACT) continue;
    if (fate & ERASED) erased += 1;
    if (fate & ERASED && cell[at] !== undefined) kept += 1;
    if (!(fate & ERASED) && cell[at] === undefined) missing += 1;
  }
  const wrong =
    missing > 0
      ? `${missing} lines stay sealed and were not erased`
      : kept > 0
        ? `${kept} erased lines are opened all the same`
        : null;
  return { figures: { erased, missing }, wrong };
}

export function ballotsFinding(bundle: Bundle, { replay }: LogRead, openings: Openings): Finding {
  const { design, pseudonym } = openings;
  const standing = new Set<string>();
  let counted = 0;
  for (const [at, fate] of replay.fates.entries()) {
    if (fate & ACT) continue;
    const older = replay.replaces[at]!;
    // A line that nothing opens could else take any ballot out of the count.
    if (older >= 0 && (fate ^ replay.fates[older]!) & ERASED) {
      return { wrong: `line ${at}: it replaces a ballot, and only one of the two was erased` };
    }
    if (design[at] === undefined) continue;
    if (!bundle.designs.has(design[at]))
      return { wrong: `line ${at}: a ballot for a design that was not in the round` };
    const same = older < 0 || design[older] === undefined;
    if (!same && (design[older] !== design[at] || pseudonym[older] !== pseudonym[at])) {
      return { wrong: `line ${at}: it replaces the ballot of someone else, or for another design` };
    }
    if (fate & (REPLACED | ERASED)) continue;
    const ballot = `${pseudonym[at]} ${design[at]}`;
    if (standing.has(ballot)) return { wrong: `line ${at}: a second ballot of one voter for one design` };
    standing.add(ballot);
    if (fate === 0) counted += 1;
  }
  return { figures: { standing: standing.size, counted } };
}
