import type { Run } from '@fraisier/shared/contracts/runs.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { PieceMap } from '../../../platform/ui/piece-map.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { altOf } from '../../submissions/card-words.ts';
import { useNameOf } from '../../submissions/designer-name.tsx';
import { onShirt } from '../../submissions/on-shirt.ts';
import { artSizes } from '../picture-sizes.ts';
import { monthName } from '../round-words.ts';
import styles from './drop.module.css';

/** The run on sale, on the ink of its month: one square a piece, counted. */
export function Drop({ run }: { run: Run }) {
  const { run: text } = useText('home');
  const { inks } = useText('platform');
  const nameOf = useNameOf();
  const format = useFormat();
  const lang = useLang();
  const { design } = run;
  const facts = text.facts(
    design.designer ? text.by(nameOf(design.designer.name)) : '',
    inks(design.inks.length),
    format.number(run.size),
  );
  const buyable = run.state === 'open' && run.free > 0;
  const awaited = run.state === 'preparing';
  const gone = run.sold + run.held;
  return (
    <section className="field-of-ink" data-ink={monthCode(run.month)}>
      <div className={styles.in}>
        <Tee
          className={styles.tee}
          fabric={design.fabric}
          {...onShirt(design)}
          alt={altOf(design, lang)}
          placeholder={design.placeholder}
          sizes={artSizes.half}
        />
        <div className={styles.text}>
          <p>
            <b>{text.number(run.roundNumber)}</b>, {text.elected(monthName(run.round, format))}
            {!buyable && <>. {awaited ? text.preparingTitle : text.soldOutTitle}</>}
          </p>
          <h2 className="d5">{design.title}</h2>
          <p className="lead">
            {facts} {!awaited && text.left(run.sold, run.size - run.sold)} {run.held > 0 && text.held(run.held)}{' '}
            {text.noReprint}
          </p>
          <PieceMap total={run.size} sold={run.sold} held={run.held} columns={[30, 30]} />
          <p className={`${styles.next} small`}>
            {awaited
              ? text.preparing
              : run.nextNumber !== null
                ? text.next(run.nextNumber)
                : gone > run.sold
                  ? text.allHeld
                  : text.soldOut}
          </p>
          <Actions>
            <ButtonLink to={`/runs/${run.slug}`} kind="ink" wideOnPhone>
              {buyable ? text.choose(format.money(run.price)) : text.see}
            </ButtonLink>
            <Link to={`/rounds/${run.round}/result`}>{text.result}</Link>
          </Actions>
        </div>
      </div>
    </section>
  );
}
