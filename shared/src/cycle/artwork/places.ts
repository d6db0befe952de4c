import { MOST_PLACES, type Place } from './place.ts';

/** Cells along the longer side: 1 is about 9 mm of a full print, which a finger still covers. */
const CELLS = 40;
/** Marks that hang together farther than this from their worst one get a box of their own. */
const REACH = 3;

export interface Marks {
  /** A box of the picture's pixels, ends included. The heavier, the worse. */
  add(left: number, top: number, right: number, bottom: number, weight: number): void;
  /** At most twelve boxes, the worst first. */
  places(): Place[];
}

/** Collects what was found on a picture of that size, and tells it as a few boxes. */
export function createMarks({ width, height }: { readonly width: number; readonly height: number }): Marks {
  const cell = Math.max(width, height) / CELLS;
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const weights = new Float64Array(columns * rows);
  const boxes = new Int32Array(columns * rows * 4);

  return {
    add(left, top, right, bottom, weight) {
      // By its middle, so that a mirrored picture has mirrored cells.
      const column = Math.min(columns - 1, Math.floor(((left + right + 1) / 2) * (columns / width)));
      const row = Math.min(rows - 1, Math.floor(((top + bottom + 1) / 2) * (rows / height)));
      const at = row * columns + column;
      const isFirst = weights[at] === 0;
      weights[at] = (weights[at] ?? 0) + weight;
      const box = at * 4;
      boxes[box] = isFirst ? left : Math.min(boxes[box] ?? 0, left);
      boxes[box + 1] = isFirst ? top : Math.min(boxes[box + 1] ?? 0, top);
      boxes[box + 2] = isFirst ? right : Math.max(boxes[box + 2] ?? 0, right);
      boxes[box + 3] = isFirst ? bottom : Math.max(boxes[box + 3] ?? 0, bottom);
    },
    places() {
      const order = [...weights.keys()].filter((at) => (weights[at] ?? 0) > 0);
      order.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
      const taken = new Uint8Array(weights.length);
      const found: { place: Place; weight: number }[] = [];
      for (const worst of order) {
        if (taken[worst]) continue;
        found.push(around(worst, taken));
      }
      found.sort((a, b) => b.weight - a.weight);
      return found.slice(0, MOST_PLACES).map(({ place }) => place);
    },
  };

  /** The marked cells that hang together with this one, not farther than the reach, in one box. */
  function around(worst: number, taken: Uint8Array): { place: Place; weight: number } {
    const [middleX, middleY] = [worst % columns, Math.floor(worst / columns)];
    const box = { left: width, top: height, right: 0, bottom: 0 };
    let weight = 0;
    const waiting = [worst];
    taken[worst] = 1;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      weight += weights[at] ?? 0;
      box.left = Math.min(box.left, boxes[at * 4] ?? 0);
      box.top = Math.min(box.top, boxes[at * 4 + 1] ?? 0);
      box.right = Math.max(box.right, boxes[at * 4 + 2] ?? 0);
      box.bottom = Math.max(box.bottom, boxes[at * 4 + 3] ?? 0);
      const [x, y] = [at % columns, Math.floor(at / columns)];
      for (let nextY = Math.max(0, y - 1); nextY <= Math.min(rows - 1, y + 1); nextY++) {
        for (let nextX = Math.max(0, x - 1); nextX <= Math.min(columns - 1, x + 1); nextX++) {
          const next = nextY * columns + nextX;
          if (taken[next] || !weights[next]) continue;
          if (Math.max(Math.abs(nextX - middleX), Math.abs(nextY - middleY)) > REACH) continue;
          taken[next] = 1;
          waiting.push(next);
        }
      }
    }
    return { place: placeOf(box, { width, height }), weight };
  }
}

/** A box of pixels, ends included, in thousandths: never smaller than it is, and never empty. */
export function placeOf(
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  { width, height }: { readonly width: number; readonly height: number },
): Place {
  const [left, right] = thousandths(box.left, box.right + 1, width);
  const [top, bottom] = thousandths(box.top, box.bottom + 1, height);
  return { left, top, width: right - left, height: bottom - top };
}

function thousandths(from: number, to: number, side: number): [number, number] {
  const start = Math.max(0, Math.min(999, Math.floor((1000 * from) / side)));
  return [start, Math.max(start + 1, Math.min(1000, Math.ceil((1000 * to) / side)))];
}
