import type { Run } from '@fraisier/shared/contracts/runs.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { Phase } from '../../../platform/ui/phase.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { Tile } from '../../../platform/ui/tile.tsx';
import { monthYear } from '../../rounds/round-words.ts';
import { altOf } from '../../submissions/card-words.ts';
import { onShirt } from '../../submissions/on-shirt.ts';
import { type RunStanding, standingOf } from '../run-words.ts';
import styles from './small-run.module.css';

const phases = {
  preparing: 'waiting',
  open: 'open',
  held: 'open',
  soldOut: 'settled',
  closed: 'settled',
} as const satisfies Record<RunStanding, unknown>;

/** A run that nothing can be bought of now: small, with what it waits for or what became of it. */
export function SmallRun({ run }: { run: Run }) {
  const text = useText('run');
  const { states } = useText('runs');
  const format = useFormat();
  const lang = useLang();
  const standing = standingOf(run);
  const { design } = run;
  return (
    <article className={styles.run} data-ink={monthCode(run.month)}>
      <PlainLink to={`/runs/${run.slug}`} className={styles.link}>
        <Tile square>
          <Tee
            small
            fabric={run.fabrics[0] ?? design.fabric}
            {...onShirt(design)}
            placeholder={design.placeholder}
            alt={altOf(design, lang)}
            sizes="(max-width: 56.25rem) 20vw, 130px"
          />
        </Tile>
        <h3 className={`d3 ${styles.title}`}>{design.title}</h3>
      </PlainLink>
      <p className="small muted">{text.name(run.roundNumber, monthYear(run.round, format))}</p>
      <p className="small">
        <Phase state={phases[standing]}>{states[standing]}</Phase>{' '}
        {standing !== 'preparing' && (
          <span className="num nowrap">
            {format.number(run.sold)}/{format.number(run.size)}
          </span>
        )}
      </p>
    </article>
  );
}
