import { createHmac, hkdfSync } from 'node:crypto';
import type { Trx } from '../../../platform/db/database.ts';
import { networkOf } from '../../../platform/http/networks.ts';
import { insertNetwork } from './networks.sql.ts';

export interface NetworkFacts {
  /** The shop's secret; the key is made of it and of the round, so that networks of two rounds cannot be compared. */
  readonly secret: string;
  readonly roundId: string;
  readonly pseudonymId: string;
  /** As the request came. */
  readonly address: string;
}

/** Notes from which network a voter takes a hand: not the address, only a keyed hash that two voters may share. */
export async function noteNetwork(trx: Trx, { secret, roundId, pseudonymId, address }: NetworkFacts): Promise<void> {
  const network = networkOf(address);
  if (network === null) return;
  const key = Buffer.from(hkdfSync('sha256', secret, roundId, 'voter-network/v1', 32));
  const hash = createHmac('sha256', key).update(network).digest().subarray(0, 16);
  await insertNetwork(trx, pseudonymId, hash);
}
