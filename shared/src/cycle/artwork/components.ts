/** What hangs together in a mask, corners included. */
export interface Component {
  left: number;
  top: number;
  /** The last column and the last row that belong to it. */
  right: number;
  bottom: number;
  /** Its pixels. */
  count: number;
  /** Of `values`, over its pixels. */
  sum: number;
  squares: number;
}

/**
 * The connected parts of all pixels whose value is not 0, by runs: a row's runs join those that they touch in the row
 * above. `values` may be a plain mask.
 */
export function findComponents(values: Uint8Array | Uint16Array, width: number, height: number): Component[] {
  const parents: number[] = [];
  const parts: Component[] = [];
  const rootOf = (run: number): number => {
    let root = run;
    for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) root = parent;
    for (let at = run; at !== root; ) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  // Runs of the row above and of this one: start, end, number.
  let above: number[] = [];
  let row: number[] = [];
  for (let y = 0; y < height; y++) {
    [above, row] = [row, above];
    row.length = 0;
    let touching = 0;
    for (let x = 0; x < width; x++) {
      const from = y * width;
      if (values[from + x] === 0) continue;
      const start = x;
      let [sum, squares] = [0, 0];
      for (; x < width; x++) {
        const value = values[from + x] ?? 0;
        if (value === 0) break;
        sum += value;
        squares += value * value;
      }
      const end = x - 1;
      let root = -1;
      while (touching < above.length && (above[touching + 1] ?? 0) < start - 1) touching += 3;
      for (let at = touching; at < above.length && (above[at] ?? 0) <= end + 1; at += 3) {
        const other = rootOf(above[at + 2] ?? 0);
        if (root === -1) root = other;
        else if (other !== root) {
          const [into, from] = other < root ? [other, root] : [root, other];
          parents[from] = into;
          join(parts, into, from);
          root = into;
        }
      }
      const known = parts[root];
      if (known) addRun(known, start, end, y, sum, squares);
      else {
        root = parts.length;
        parents.push(root);
        parts.push({ left: start, right: end, top: y, bottom: y, count: end - start + 1, sum, squares });
      }
      row.push(start, end, root);
    }
  }
  return parts.filter((_, at) => parents[at] === at);
}

function join(parts: readonly Component[], into: number, from: number): void {
  const part = parts[from];
  if (part) widen(parts[into], part);
}

/** Without an object for each run: a picture has millions. */
function addRun(part: Component, start: number, end: number, y: number, sum: number, squares: number): void {
  if (start < part.left) part.left = start;
  if (end > part.right) part.right = end;
  part.bottom = y;
  part.count += end - start + 1;
  part.sum += sum;
  part.squares += squares;
}

function widen(part: Component | undefined, by: Component): void {
  if (!part) return;
  part.left = Math.min(part.left, by.left);
  part.top = Math.min(part.top, by.top);
  part.right = Math.max(part.right, by.right);
  part.bottom = Math.max(part.bottom, by.bottom);
  part.count += by.count;
  part.sum += by.sum;
  part.squares += by.squares;
}
