import type { Run } from '@fraisier/shared/contracts/runs.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { HalftoneEdge } from '../../../platform/ui/halftone-edge.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { PieceMap } from '../../../platform/ui/piece-map.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { monthYear } from '../../rounds/round-words.ts';
import { altOf } from '../../submissions/card-words.ts';
import { useNameOf } from '../../submissions/designer-name.tsx';
import { onShirt } from '../../submissions/on-shirt.ts';
import { Fraction } from './fraction.tsx';
import styles from './open-run.module.css';

/** A run on sale: its shirt on its ink, the number that comes next, the price. */
export function OpenRun({ run, priority }: { run: Run; priority: boolean }) {
  const text = useText('run');
  const listed = useText('runs');
  const nameOf = useNameOf();
  const format = useFormat();
  const lang = useLang();
  const { design } = run;
  const size = format.number(run.size);
  const to = `/runs/${run.slug}`;
  return (
    <article className={styles.run} data-ink={monthCode(run.month)}>
      <div className={styles.text}>
        <div>
          <p className="muted">{text.name(run.roundNumber, monthYear(run.round, format))}</p>
          <h2 className={`d5 ${styles.title}`}>
            <PlainLink to={to} className={styles.link}>
              {design.title}
            </PlainLink>
          </h2>
          {design.designer && <p className={styles.by}>{text.by(nameOf(design.designer.name))}</p>}
        </div>
        {run.nextNumber !== null && (
          <Fraction
            numbers={[run.nextNumber]}
            of={run.size}
            label={text.fraction(format.number(run.nextNumber), size)}
          />
        )}
        <div className={styles.map}>
          <PieceMap total={run.size} sold={run.sold} held={run.held} columns={[50, 30]} />
          <p className="small muted">{listed.left(format.number(run.free), size)}</p>
        </div>
        <div>
          <ButtonLink to={to} wideOnPhone>
            {text.choose}, {format.money(run.price)}
          </ButtonLink>
        </div>
      </div>
      <PlainLink to={to} className={`field-of-ink ${styles.picture}`} tabIndex={-1} aria-hidden="true">
        <span className="wide-only">
          <HalftoneEdge />
        </span>
        <Tee
          fabric={run.fabrics[0] ?? design.fabric}
          {...onShirt(design)}
          placeholder={design.placeholder}
          className={styles.shirt}
          alt={altOf(design, lang)}
          sizes="(max-width: 56.25rem) 38vw, 260px"
          priority={priority}
        />
      </PlainLink>
    </article>
  );
}
