/** A share in percent as people write it, in basis points: `6,15` is 615. Null for what is none. */
export function basisPointsOf(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  const basisPoints = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return basisPoints <= 10_000 ? basisPoints : null;
}

/** `98,25`, `100`. */
export function typedPercent(basisPoints: number, comma: string): string {
  const part = String(basisPoints % 100).padStart(2, '0');
  const whole = String(Math.floor(basisPoints / 100));
  return part === '00' ? whole : `${whole}${comma}${part.replace(/0$/, '')}`;
}
