import { useText } from '../../../../platform/i18n/use-text.ts';
import styles from './tree-drawing.module.css';

const LEAVES = 8;
/** The visitor's, in the drawing. */
const MINE = 5;
const [LEFT, STEP, TOP, RISE] = [34, 56, 46, 78];

/** Where the node stands: `level` 0 is the leaves. */
function place(level: number, nth: number): { x: number; y: number } {
  const span = 2 ** level;
  return { x: LEFT + STEP * (nth * span + (span - 1) / 2), y: TOP + RISE * (3 - level) };
}

/** The tree of the log: one line among others, and its way up to the signed head. */
export function TreeDrawing() {
  const { drawing: text } = useText('verify');
  const nodes = [0, 1, 2].flatMap((level) =>
    Array.from({ length: LEAVES / 2 ** level }, (_, nth) => ({ level, nth, isMine: nth === MINE >> level })),
  );
  const root = place(3, 0);
  const mine = place(0, MINE);
  return (
    <figure className={styles.drawing}>
      <svg viewBox="0 0 460 330" aria-hidden="true">
        {nodes.map(({ level, nth, isMine }) => {
          const [from, to] = [place(level, nth), place(level + 1, nth >> 1)];
          return (
            <path
              key={`${level} ${nth}`}
              d={`M${from.x} ${from.y}V${(from.y + to.y) / 2}H${to.x}V${to.y}`}
              className={isMine ? styles.way : styles.branch}
            />
          );
        })}
        {nodes.map(({ level, nth, isMine }) => {
          const { x, y } = place(level, nth);
          const half = level === 0 ? 16 : 9;
          const look = isMine
            ? level === 0
              ? styles.mine
              : styles.step
            : nth === ((MINE >> level) ^ 1)
              ? styles.proof
              : styles.node;
          return (
            <rect
              key={`${level} ${nth}`}
              x={x - half}
              y={y - half}
              width={2 * half}
              height={2 * half}
              className={look}
            />
          );
        })}
        <circle cx={root.x} cy={root.y} r="19" className={styles.head} />
        <path d={`M${root.x - 32} ${root.y}h64M${root.x} ${root.y - 32}v64`} className={styles.cross} />
        <text x={root.x + 40} y={root.y - 8} className={styles.word}>
          {text.head}
        </text>
        <text x={mine.x} y={mine.y + 40} textAnchor="middle" className={styles.word}>
          {text.line}
        </text>
      </svg>
      <figcaption className="small">{text.caption}</figcaption>
    </figure>
  );
}
