import { isIPv4, isIPv6 } from 'node:net';

/** The /24 of an IPv4 address, also of one that IPv6 carries, or the /48 of an IPv6 one; null for what is neither. */
export function networkOf(address: string): string | null {
  const bare = bareOf(address);
  if (isIPv4(bare)) return `${bare.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(bare) ? `${beginningOf(bare, 3)}::/48` : null;
}

/** Who can be told from others by an address: IPv4 to the last bit, of IPv6 the /64 in which one home has them all. */
export function lineOf(address: string): string {
  const bare = bareOf(address);
  return isIPv6(bare) ? `${beginningOf(bare, 4)}::/64` : bare;
}

/** Without the name of an interface; an IPv4 address that IPv6 carries is that one. */
function bareOf(address: string): string {
  const bare = address.replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return bare;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

function beginningOf(address: string, groups: number): string {
  return groupsOf(address)
    .slice(0, groups)
    .map((group) => group.toString(16))
    .join(':');
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
