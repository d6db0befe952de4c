import { getProof, listHeads } from '@fraisier/shared/contracts/ballots-log.ts';
import { ApiProblem, call } from '../../../platform/api.ts';
import type { LogSource } from './check-receipts.ts';

const HOUR_MS = 3_600_000;

/**
 * The log as the shop's API shows it. It is asked by fingerprints, which anyone can read in the log; neither the vote
 * nor its salt goes along.
 *
 * @param waiting Leaves of which one's own ballot already says that no head covers them.
 */
export function logOfTheShop(waiting: ReadonlySet<string>, now: string): LogSource {
  const heads = new Map<string, ReturnType<typeof readHeads>>();
  const headsOf = (round: string) => {
    const known = heads.get(round) ?? readHeads(round);
    heads.set(round, known);
    return known;
  };
  return {
    key: async (round) => (await headsOf(round))?.verifierKey ?? null,
    async proof({ round, leaf }) {
      if (waiting.has(leaf)) {
        const last = (await headsOf(round))?.items[0]?.signedAt;
        return { nextHeadAt: nextHead(last, Date.parse(now)) };
      }
      try {
        return await call(getProof, { params: { round, seq: leaf } });
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (error.status === 404) return null;
        const next = error.reasons.find(({ code }) => code === 'next_head')?.detail;
        if (next) return { nextHeadAt: next };
        throw error;
      }
    },
  };
}

/** As the shop reckons it: an hour after the last head, or within the next hour. */
function nextHead(last: string | undefined, now: number): string {
  const due = (last === undefined ? now : Date.parse(last)) + HOUR_MS;
  return new Date(due > now && due <= now + HOUR_MS ? due : now + HOUR_MS).toISOString();
}

async function readHeads(round: string) {
  try {
    return await call(listHeads, { params: { round } });
  } catch (error) {
    // A name that is no round's is not asked for again.
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return null;
    throw error;
  }
}
