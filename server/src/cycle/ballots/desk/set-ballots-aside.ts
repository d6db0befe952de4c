import { leafPreimage, quarantineLine, releaseLine } from '@fraisier/shared/cycle/ballot-log.ts';
import type { DeskReasonCode, QuarantineReason, ReleaseReason } from '@fraisier/shared/cycle/desk-rules.ts';
import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { sha256 } from '../../../platform/crypto/hash.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { appendLogLine } from '../append-log-line.ts';
import { findClusterRow, insertDecision, markLeft, setClusterState } from './clusters.sql.ts';
import { countsAgainMail, setAsideMail } from './set-aside.mail.ts';
import { type HeldLine, holdLines, isInLog, letLinesGo, listLinesToHold, listVotersSetAside } from './set-aside.sql.ts';
import { type Place, tellVoters } from './tell-voters.ts';

export interface Change<Reason> {
  readonly clusterId: string;
  readonly voters: readonly string[];
  readonly reason: Reason;
  /** An operator's id; null where the rule decides by itself. */
  readonly by: string | null;
}

/**
 * The ratings of these ballots do not count from now on, as they stand. The log's line names those that counted so far;
 * what this cluster holds already is left as it is, and nothing is written where it holds all. Gives how many ballots
 * it was about. Under the round's lock.
 */
export async function setBallotsAside(
  trx: Trx,
  place: Place,
  { clusterId, voters, reason, by }: Change<QuarantineReason>,
): Promise<number> {
  const { round } = place;
  const lines = await listLinesToHold(trx, clusterId, voters);
  if (lines.length === 0) return 0;
  const known = await listVotersSetAside(trx, voters);
  const leaves = leavesOf(lines);
  const leaf = await appendOnce(trx, place, {
    kind: 'quarantine',
    leaves,
    reasons: by === null ? [reason, 'other'] : [reason],
    write: (given) => quarantineLine({ round: round.slug, leaves, reason: given }),
  });
  await holdLines(trx, { roundId: round.id, clusterId, reason, lines });
  const ballots = [...new Set(lines.map((line) => line.voter))];
  await insertDecision(trx, { clusterId, act: 'quarantine', reason, ballots: ballots.length, leaf, by });
  await tellVoters(
    trx,
    place,
    ballots.filter((voter) => !known.has(voter)),
    {
      template: 'ballot-set-aside',
      content: (locale, url) =>
        setAsideMail({ roundNumber: round.number, reason, appealHours: round.appeal_hours, url }, locale),
    },
  );
  return ballots.length;
}

/**
 * What this cluster holds of these ballots counts again, but for what another quarantine holds too. `leave` takes them
 * out of the cluster; one that nobody is left in is released. Gives whom it concerned. Under the round's lock.
 */
export async function letBallotsCount(
  trx: Trx,
  place: Place,
  { clusterId, voters, reason, by, leave, tell }: Change<ReleaseReason> & { leave: boolean; tell: boolean },
): Promise<string[]> {
  const { round } = place;
  const before = await listVotersSetAside(trx, voters);
  const lines = await letLinesGo(trx, clusterId, voters);
  const leaves = leavesOf(lines);
  const leaf = await appendOnce(trx, place, {
    kind: 'release',
    leaves,
    reasons: by === null || reason === 'appeal_upheld' ? [reason, 'other'] : [reason],
    write: (given) => releaseLine({ round: round.slug, leaves, reason: given }),
  });
  if (leave) await markLeft(trx, clusterId, voters);
  await insertDecision(trx, { clusterId, act: 'release', reason, ballots: voters.length, leaf, by });
  const left = await findClusterRow(trx, round.id, clusterId);
  if (left?.ballots === 0) await setClusterState(trx, clusterId, 'released');
  const after = await listVotersSetAside(trx, voters);
  const freed = [...before].filter((voter) => !after.has(voter));
  if (tell) {
    await tellVoters(trx, place, freed, {
      template: 'ballot-counts-again',
      content: (locale, url) => countsAgainMail({ roundNumber: round.number, url }, locale),
    });
  }
  return freed;
}

/** The lines whose standing changes. */
function leavesOf(lines: readonly HeldLine[]): string[] {
  return lines.filter((line) => !line.elsewhere).map((line) => line.leaf.toString('hex'));
}

/**
 * A line has no time and no number, so the same words about the same ratings are the same line, and the log has each
 * once. An operator then gives another reason; where nobody is asked, the next reason is taken.
 */
async function appendOnce(
  trx: Trx,
  { round }: Place,
  act: {
    kind: 'quarantine' | 'release';
    leaves: readonly string[];
    reasons: readonly string[];
    write: (reason: string) => string;
  },
): Promise<Buffer | null> {
  if (act.leaves.length === 0) return null;
  for (const reason of act.reasons) {
    const line = act.write(reason);
    const leaf = sha256(leafPreimage(line));
    if (await isInLog(trx, round.id, leaf)) continue;
    await appendLogLine(trx, round, line, act.kind);
    return leaf;
  }
  const used: Reason<DeskReasonCode> = { code: 'reason_used', field: 'reason' };
  throw new Problem('cannot_decide', { reasons: [used] });
}
