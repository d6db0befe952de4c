/** The grain of jersey seen from afar, -1 to 1: threads run downwards. The same for the same point, everywhere. */
export function weave(x: number, y: number): number {
  return 0.55 * lattice(x, y) + 0.45 * lattice(x, (y >> 1) + 7919);
}

function lattice(x: number, y: number): number {
  let hash = Math.imul(x + 1, 374_761_393) ^ Math.imul(y + 1, 668_265_263);
  hash = Math.imul(hash ^ (hash >>> 13), 1_274_126_177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2_147_483_648 - 1;
}
