import type { Bundle } from './bundle.ts';
import type { Finding } from './findings.ts';
import type { LogRead } from './read-log.ts';
import type { Openings } from './read-openings.ts';
import { couldBeFinalists, finalistsOf, quorumReasons, type Ranking, winnersOf } from './recount.ts';
import { tallyOf } from './tally-lines.ts';

/** The designs that a decision passes over. */
export const outOf = (line: { readonly passedOver: readonly { readonly design: string }[] }) =>
  new Set(line.passedOver.map((one) => one.design));

/** The finalists again, from what counted at the cut; ratings erased since can be opened no more. */
export function cutFinding(bundle: Bundle, { replay }: LogRead, openings: Openings): Finding {
  const { cut } = replay;
  if (!cut) return { wrong: 'the log has no cut' };
  const said = cut.line.finalists.join();
  const erased = cut.fates.filter((fate, at) => fate === 0 && openings.cell[at] === undefined).length;
  const passedOver = cut.line.passedOver.length;
  const figures = { finalists: cut.line.finalists.length, ratings: cut.line.ratings, erased, passedOver };
  if (JSON.stringify(bundle.result.finalists) !== JSON.stringify(cut.line.finalists))
    return { figures, wrong: 'the result has other finalists' };
  const marked = bundle.result.designs.filter((one) => one.finalist === true).map((one) => one.design);
  const stayed = cut.line.finalists.filter((id) => bundle.designs.get(id));
  if (marked.sort().join() !== stayed.join()) return { figures, wrong: 'the result marks other finalists' };

  const gone = [...bundle.designs.values()].some((counted) => !counted);
  // Designs that left the round since were counted at the cut if they were in it then, which no file says.
  const readings = gone ? [() => true, (counted: boolean) => counted] : [() => true];
  const out = outOf(cut.line);
  const rankings = readings.map((isIn) => tallyOf(bundle, openings, cut.fates, (fate) => fate === 0, isIn).ranking);
  const fits = rankings.some(
    (ranking) => ranking.ratings + erased === cut.line.ratings && finalistsOf(ranking, out).join() === said,
  );
  if (fits) return { figures };
  const voters = (replay.acts.erase ?? 0) - cut.erasures;
  const canBe = rankings.some((ranking) => {
    const gone = cut.line.ratings - ranking.ratings;
    return gone >= 0 && gone <= erased && couldBeFinalists(ranking, out, cut.line.finalists, { ratings: gone, voters });
  });
  if (erased > 0 && canBe) {
    return {
      figures,
      unsure: `${erased} ratings that counted at the cut were erased since: it cannot be counted again`,
    };
  }
  return { figures, wrong: 'the votes at the cut choose other finalists' };
}

export function quorumFinding(
  bundle: Bundle,
  ranking: Ranking,
  finalists: ReadonlySet<string>,
  { replay }: LogRead,
): Finding {
  const { quorum } = bundle.result;
  const figures = { finalMin: quorum.finalMin, medianMin: quorum.medianMin, met: quorum.met ? 1 : 0 };
  if (quorum.finalMin !== bundle.quorum.finalMin || quorum.medianMin !== bundle.quorum.medianMin) {
    return { figures, wrong: 'the result asks for another quorum than the round' };
  }
  const reasons = quorumReasons(ranking, finalists, quorum);
  const same =
    reasons.length === quorum.reasons.length &&
    reasons.every(({ code, design, detail }, nth) => {
      const said = quorum.reasons[nth]!;
      return said.code === code && said.design === design && said.detail === detail;
    });
  if (!same || quorum.met !== (reasons.length === 0)) return { figures, wrong: 'the quorum was met otherwise' };
  return { figures, wrong: replay.close && replay.close.quorum !== quorum.met ? 'the close says otherwise' : null };
}

export function winnersFinding(ranking: Ranking, finalists: ReadonlySet<string>, { replay }: LogRead): Finding {
  const { close } = replay;
  if (!close) return { unsure: 'the log has no close' };
  const winners = winnersOf(ranking, finalists, outOf(close));
  const figures = { winners: winners.length, passedOver: close.passedOver.length, ids: winners.join(' ') };
  if (close.ratings !== ranking.ratings) return { figures, wrong: `the close counts ${close.ratings} ratings` };
  return { figures, wrong: close.winners.join() === winners.join() ? null : 'the votes choose other winners' };
}
