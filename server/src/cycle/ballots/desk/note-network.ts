import { createHmac, hkdfSync } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { Trx } from '../../../platform/db/database.ts';
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

/** The /24 of an IPv4 address, also of one that IPv6 carries, or the /48 of an IPv6 one; null for what is neither. */
export function networkOf(address: string): string | null {
  const bare = address.replace(/%.*$/, '');
  if (isIPv4(bare)) return `${bare.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(bare)) return null;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return `${groups[6]! >> 8}.${groups[6]! & 255}.${groups[7]! >> 8}.0/24`;
  return `${groups
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(':')}::/48`;
}

/** The eight groups of an IPv6 address that is one. */
function groupsOf(address: string): number[] {
  // The last 32 bits may be written as IPv4.
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
    const pair = (high: string, low: string) => ((Number(high) << 8) | Number(low)).toString(16);
    return `${pair(a, b)}:${pair(c, d)}`;
  });
  const [head = '', tail] = plain.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [first, last] = [read(head), read(tail ?? '')];
  return [...first, ...new Array<number>(8 - first.length - last.length).fill(0), ...last];
}
