/** What was typed as centimetres, in millimetres, with a comma or a point; null for anything else. */
export function millimetresOf(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/\s*cm$/i, '')
    .replace(/^[−–]/, '-')
    .replace(',', '.');
  if (!/^[+-]?\d{1,3}(\.\d)?$/.test(plain)) return null;
  return Math.round(Number(plain) * 10) + 0;
}
