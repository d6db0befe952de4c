import { randomBytes } from 'node:crypto';
import {
  type BallotPayload,
  ballotLine,
  ballotPayload,
  commitmentPreimage,
  leafPreimage,
  receiptText,
} from '@fraisier/shared/cycle/ballot-log.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Keys } from '../../platform/crypto/keys.ts';

/** A line of the log that says nothing, and what opens it. */
export interface SealedVote {
  readonly line: string;
  readonly leaf: Buffer;
  readonly salt: Buffer;
  readonly payload: string;
}

const SALT_BYTES = 16;
let salts = Buffer.alloc(0);

/** Asked of the system for many at once; none is ever given twice. */
function newSalt(): Buffer {
  if (salts.length === 0) salts = randomBytes(256 * SALT_BYTES);
  const salt = salts.subarray(0, SALT_BYTES);
  salts = salts.subarray(SALT_BYTES);
  return salt;
}

export function sealVote(round: string, vote: Omit<BallotPayload, 'v'>, replaces: Buffer | null): SealedVote {
  const salt = newSalt();
  const payload = ballotPayload(vote);
  const commitment = sha256(commitmentPreimage(salt.toString('hex'), payload)).toString('hex');
  const line = ballotLine({ round, commitment, replaces: replaces?.toString('hex') ?? null });
  return { line, leaf: sha256(leafPreimage(line)), salt, payload };
}

/** The shop's word that these lines were taken, made while other work goes on; in their order. */
export function signReceipts(
  keys: Keys,
  round: string,
  sealed: readonly Pick<SealedVote, 'leaf'>[],
): Promise<string[]> {
  return keys.signMany(sealed.map(({ leaf }) => receiptText({ round, leaf: leaf.toString('hex') })));
}
