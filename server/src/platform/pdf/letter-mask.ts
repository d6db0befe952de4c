import PDFDocument from 'pdfkit';
import { type Face, faces } from './pdf.ts';

interface Outline {
  readonly unitsPerEm: number;
  layout(text: string): {
    readonly glyphs: readonly { readonly path: { readonly commands: readonly Stroke[] } }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  };
}
interface Stroke {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

interface LetterMask {
  readonly width: number;
  readonly height: number;
  readonly ascent: number;
  /** How far on what follows in the same line begins: the mask itself has a rim. */
  readonly advance: number;
  readonly data: Uint8Array;
}

const CURVE_STEPS = 8;
/** Above and below the line, as a part of the size. */
const [ASCENT, DESCENT] = [0.95, 0.3];

/** A line of text in a house font as coverage, for pictures in which no font program has a say. */
export function letterMask(text: string, face: Face, sizePx: number): LetterMask {
  const font = outlineOf(face);
  const scale = sizePx / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  const advance = scale * positions.reduce((sum, one) => sum + one.xAdvance, 0);
  const width = Math.ceil(advance) + 2;
  const height = Math.ceil((ASCENT + DESCENT) * sizePx);
  const baseline = ASCENT * sizePx;
  const field = createField(width, height);
  let pen = 0;
  for (const [index, glyph] of glyphs.entries()) {
    const place = positions[index]!;
    const at = (x = 0, y = 0): Point => [(pen + place.xOffset + x) * scale + 1, baseline - (place.yOffset + y) * scale];
    drawGlyph(field, glyph.path.commands, at);
    pen += place.xAdvance;
  }
  return { width, height, ascent: baseline, advance, data: field.fill() };
}

type Point = [x: number, y: number];

function drawGlyph(field: Field, strokes: readonly Stroke[], at: (x?: number, y?: number) => Point): void {
  let [from, first]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  const to = (point: Point) => {
    field.line(from, point);
    from = point;
  };
  for (const { command, args } of strokes) {
    const points = Array.from({ length: args.length / 2 }, (_, index) => at(args[2 * index], args[2 * index + 1]));
    const last = points.at(-1);
    if (command === 'moveTo' && last) [from, first] = [last, last];
    else if (command === 'closePath') to(first);
    else if (last) {
      const curve = [from, ...points];
      const steps = points.length === 1 ? 1 : CURVE_STEPS;
      for (let step = 1; step <= steps; step++) to(pointOn(curve, step / steps));
    }
  }
}

/** De Casteljau: a point of a line or curve of any degree. */
function pointOn(curve: readonly Point[], share: number): Point {
  if (curve.length === 1) return curve[0]!;
  return pointOn(
    curve.slice(1).map(([x, y], index): Point => {
      const [fromX, fromY] = curve[index]!;
      return [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
    }),
    share,
  );
}

interface Field {
  line(from: Point, to: Point): void;
  fill(): Uint8Array;
}

/** Signed areas to the right of each outline, summed along the rows: exact coverage, without sampling. */
function createField(width: number, height: number): Field {
  const sums = new Float64Array(width * height + 1);
  return {
    line([x0, y0], [x1, y1]) {
      if (y0 === y1) return;
      const sign = y0 < y1 ? 1 : -1;
      const [topX, topY, bottomX, bottomY] = sign > 0 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
      const slope = (bottomX - topX) / (bottomY - topY);
      for (let row = Math.max(0, Math.floor(topY)); row < Math.min(height, Math.ceil(bottomY)); row++) {
        const [from, to] = [Math.max(row, topY), Math.min(row + 1, bottomY)];
        const [a, b] = [topX + (from - topY) * slope, topX + (to - topY) * slope];
        spreadArea(sums, row * width, Math.min(a, b), Math.max(a, b), sign * (to - from));
      }
    },
    fill() {
      const data = new Uint8Array(width * height);
      for (let row = 0; row < height; row++) {
        let sum = 0;
        for (let x = 0; x < width; x++) {
          sum += sums[row * width + x]!;
          data[row * width + x] = Math.min(255, Math.round(Math.abs(sum) * 255));
        }
      }
      return data;
    },
  };
}

/** A slanted edge through one row, from `left` to `right`: each pixel takes its part of the area. */
function spreadArea(sums: Float64Array, row: number, left: number, right: number, area: number): void {
  const covered = (x: number) => {
    // The part of the edge that lies left of x, as area to the right of it within the row.
    if (x <= left) return 0;
    if (x >= right) return x - (left + right) / 2;
    return (x - left) ** 2 / (2 * (right - left));
  };
  let before = 0;
  for (let pixel = Math.floor(left); ; pixel++) {
    const within = covered(pixel + 1) - covered(pixel);
    sums[row + pixel]! += area * (within - before);
    before = within;
    if (pixel + 1 > right) {
      sums[row + pixel + 1]! += area * (1 - before);
      return;
    }
  }
}

const outlines = new Map<Face, Outline>();

function outlineOf(face: Face): Outline {
  const known = outlines.get(face);
  if (known) return known;
  const pdf = new PDFDocument({ autoFirstPage: false }).font(faces[face]);
  const outline = (pdf as unknown as { _font: { font: Outline } })._font.font;
  outlines.set(face, outline);
  return outline;
}
