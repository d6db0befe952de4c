import { Problem } from '@fraisier/shared/http/problems.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Trx } from '../../platform/db/database.ts';
import { sequenceLog } from '../ballots/append-log-line.ts';
import { readBothHistograms, readExposure, readSizes, readTurnout } from '../ballots/ballots.sql.ts';
import { readCrowd } from '../ballots/crowd.sql.ts';
import { countSetAsideFaults } from '../ballots/desk/set-aside.sql.ts';
import { countsAgree } from '../ballots/replay-log.sql.ts';
import type { Step } from './advance-round.ts';
import { type CountResult, countResult, writeCountResult } from './count-result.ts';
import { findCount, insertCount } from './counts.sql.ts';
import { quorumOf } from './quorum.ts';
import { enterPhase, listFinalists, type RoundRow } from './rounds.sql.ts';

/**
 * Counts the frozen ballots and keeps the result as the very text that is published. Rows and log must give the same
 * figures first. Where the log has grown since the last count (a ballot erased or released), a later count is a new
 * one; where it has not, the count stands.
 */
export const countRound: Step = async (trx, round, actor) => {
  const logLines = await sequenceLog(trx, round);
  const standing = await findCount(trx, round.id);
  if (round.phase === 'counted' && standing?.log_lines === logLines) return round;
  const text = writeCountResult(await count(trx, round));
  await insertCount(trx, {
    roundId: round.id,
    countedBy: actor?.id ?? null,
    logLines,
    result: text,
    sha256: sha256(text),
  });
  return round.phase === 'counted' ? { ...round } : enterPhase(trx, round.id, 'counted');
};

async function count(trx: Trx, round: RoundRow): Promise<CountResult> {
  if (!(await countsAgree(trx, round.id)) || (await countSetAsideFaults(trx, round.id)) > 0) {
    throw new Problem('cannot_advance', { reasons: [{ code: 'counts_differ' }] });
  }
  const voters = await readTurnout(trx, round.id);
  const { counted, all } = await readBothHistograms(trx, round.id);
  const exposure = await readExposure(trx, round.id, 'voting');
  return countResult({
    round: round.slug,
    tallies: counted,
    sizes: await readSizes(trx, round.id),
    finalistIds: await listFinalists(trx, round.id),
    voters: voters.counted,
    setAsideVoters: voters.setAside,
    all: { tallies: all, voters: voters.all },
    quorum: quorumOf(round, voters.counted),
    dealt: exposure.map((design) => design.dealt),
    crowd: await readCrowd(trx, round.id),
  });
}
