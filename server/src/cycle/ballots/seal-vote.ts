import { randomBytes } from 'node:crypto';
import {
  type BallotPayload,
  ballotLine,
  ballotPayload,
  commitmentPreimage,
  leafPreimage,
} from '@fraisier/shared/cycle/ballot-log.ts';
import { sha256 } from '../../platform/crypto/hash.ts';

/** A line of the log that says nothing, and what opens it. */
export interface SealedVote {
  readonly line: string;
  readonly leaf: Buffer;
  readonly salt: Buffer;
  readonly payload: string;
}

export function sealVote(
  round: { readonly slug: string },
  vote: Omit<BallotPayload, 'v'>,
  replaces: Buffer | null,
): SealedVote {
  const salt = randomBytes(16);
  const payload = ballotPayload(vote);
  const commitment = sha256(commitmentPreimage(salt.toString('hex'), payload)).toString('hex');
  const line = ballotLine({ round: round.slug, commitment, replaces: replaces?.toString('hex') ?? null });
  return { line, leaf: sha256(leafPreimage(line)), salt, payload };
}
