/** How often something happened, with the interval that it stands for. Shares from 0 to 1. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** 95 %: a normal deviation stays within so many standard errors. */
const Z = 1.959964;

/**
 * Wilson's interval (E. B. Wilson, 1927): (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n). Unlike p ± z·√(p(1 − p)/n)
 * it says something where nothing or everything happened.
 */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 };
  const p = count / of;
  const z2 = (Z * Z) / of;
  const middle = p + z2 / 2;
  const half = Z * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of));
  const digits = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6;
  return {
    count,
    of,
    share: digits(p),
    low: digits((middle - half) / (1 + z2)),
    high: digits((middle + half) / (1 + z2)),
  };
}

/** `41/60  68 % (56–79)`. */
export function shareText({ count, of, share, low, high }: Share): string {
  return `${`${count}/${of}`.padStart(7)} ${percent(share).padStart(5)} (${whole(low)}–${whole(high)})`;
}

export function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)} %`;
}

const whole = (share: number): string => (share * 100).toFixed(0);
