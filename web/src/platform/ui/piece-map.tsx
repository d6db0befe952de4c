import { useId } from 'react';
import { useText } from '../i18n/use-text.ts';
import styles from './piece-map.module.css';

export interface PieceMapProps {
  readonly total: number;
  readonly sold: number;
  /** Held in open orders: hatched, after the sold ones. */
  readonly held?: number;
  /** The state of each piece in order of number (`f` free, `h` held, `s` sold), where the true places are known. */
  readonly states?: string | undefined;
  /** Cells in a row, wide and on phones. */
  readonly columns?: readonly [wide: number, phone: number];
  /** Said to those who do not see it, when the default does not do. */
  readonly label?: string;
}

/** One square a piece: sold, held, the next one, free. Never rounded. */
export function PieceMap({ total, sold, held = 0, states, columns = [50, 30], label }: PieceMapProps) {
  const { pieces } = useText('platform');
  const said = label ?? pieces.label(sold, total);
  const [wide, phone] = columns;
  const cells = states ?? `${'s'.repeat(sold)}${'h'.repeat(held)}`.padEnd(total, 'f').slice(0, total);
  return (
    <div className={styles.map} role="img" aria-label={said}>
      <Cells states={cells} columns={wide} className={wide === phone ? '' : 'wide-only'} />
      {wide !== phone && <Cells states={cells} columns={phone} className="narrow-only" />}
    </div>
  );
}

const STEP = 12;

function Cells({ states, columns, className }: { states: string; columns: number; className: string }) {
  const id = useId();
  const rows = Math.ceil(states.length / columns);
  const next = states.indexOf('f');
  return (
    <svg className={className} viewBox={`0 0 ${columns * STEP - 2} ${rows * STEP - 2}`} aria-hidden="true">
      <defs>
        <pattern id={`${id}s`} width={STEP} height={STEP} patternUnits="userSpaceOnUse">
          <rect width="10" height="10" className={styles.solid} />
        </pattern>
        <pattern id={`${id}h`} width={STEP} height={STEP} patternUnits="userSpaceOnUse">
          <path d="M.4.4h9.2v9.2H.4zM0 5l5-5M0 10 10 0M5 10l5-5" className={styles.outline} />
        </pattern>
        <pattern id={`${id}f`} width={STEP} height={STEP} patternUnits="userSpaceOnUse">
          <rect x=".4" y=".4" width="9.2" height="9.2" className={styles.outline} />
        </pattern>
      </defs>
      <path d={outlineOf(states, 's', columns)} fill={`url(#${id}s)`} />
      <path d={outlineOf(states, 'h', columns)} fill={`url(#${id}h)`} />
      <path d={outlineOf(states, 'f', columns)} fill={`url(#${id}f)`} />
      {next >= 0 && (
        <rect
          x={(next % columns) * STEP}
          y={Math.floor(next / columns) * STEP}
          width="10"
          height="10"
          className={styles.next}
        />
      )}
    </svg>
  );
}

/** The outline of all cells in one state. */
function outlineOf(states: string, state: string, columns: number): string {
  const runs = states.matchAll(new RegExp(`${state}+`, 'g'));
  return Array.from(runs, (run) => runOf(run.index, run.index + run[0].length, columns)).join('');
}

/** The outline of the cells from one number up to another, row by row. */
function runOf(from: number, to: number, columns: number): string {
  const rows: string[] = [];
  for (let cell = from; cell < to; ) {
    const end = Math.min(to, (Math.floor(cell / columns) + 1) * columns);
    const y = Math.floor(cell / columns) * STEP;
    rows.push(`M${(cell % columns) * STEP} ${y}h${(end - cell) * STEP}v${STEP}h-${(end - cell) * STEP}z`);
    cell = end;
  }
  return rows.join('');
}
