import type { RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Cell, Grid, Wrap } from '../../../platform/ui/layout.tsx';
import { PieceMap } from '../../../platform/ui/piece-map.tsx';
import styles from './run-pieces.module.css';

/** Every piece of the run in its own square. */
export function RunPieces({ run }: { run: RunDetail }) {
  const text = useText('run').map;
  const format = useFormat();
  const [size, sold, held, free] = [run.size, run.sold, run.held, run.free].map((count) => format.number(count)) as [
    string,
    string,
    string,
    string,
  ];
  return (
    <Wrap className={styles.section}>
      <Grid>
        <Cell span={4}>
          <h2 className="d4">{text.title(size)}</h2>
          <p className={`muted ${styles.said}`}>
            {text.text(sold, held, free)} {text.first}
          </p>
        </Cell>
        <Cell span={8}>
          <PieceMap
            total={run.size}
            sold={run.sold}
            held={run.held}
            states={run.pieces}
            label={text.label(sold, size, held)}
          />
          <ul className={styles.keys} aria-hidden="true">
            {(['sold', 'held', 'next', 'free'] as const).map((key) => (
              <li key={key} className="small">
                <Key kind={key} />
                {text.keys[key]}
              </li>
            ))}
          </ul>
        </Cell>
      </Grid>
    </Wrap>
  );
}

function Key({ kind }: { kind: 'sold' | 'held' | 'next' | 'free' }) {
  return (
    <svg className={styles[kind]} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {kind === 'held' ? <path d="M.5.5h11v11H.5zM0 6l6-6M0 12 12 0M6 12l6-6" /> : <path d="M.5.5h11v11H.5z" />}
    </svg>
  );
}
