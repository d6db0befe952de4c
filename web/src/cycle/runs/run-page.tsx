import { getMe } from '@fraisier/shared/contracts/people.ts';
import { getRun, type RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { useDeferredValue, useState } from 'react';
import { useParams } from 'wouter';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { Halves } from '../../platform/ui/layout.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { Tee } from '../../platform/ui/tee.tsx';
import { monthYear } from '../rounds/round-words.ts';
import { altOf, fabricName } from '../submissions/card-words.ts';
import { useNameOf } from '../submissions/designer-name.tsx';
import { onShirt } from '../submissions/on-shirt.ts';
import { Fraction } from './parts/fraction.tsx';
import { OrderForm } from './parts/order-form.tsx';
import { SaleOver } from './parts/sale-over.tsx';
import styles from './run-page.module.css';
import { HeldOrders, RunStory } from './run-parts.ts';
import { standingOf } from './run-words.ts';
import { shirtSizes } from './shirt-sizes.ts';

/** One run: the shirt on the ink of its month, the number that comes next, and how to have it. */
export function Page() {
  const { run: slug = '' } = useParams();
  const run = useCall(getRun, { params: { run: slug } });
  if (run.data) return <Run run={run.data} onLook={() => void run.refetch()} isLooking={run.isFetching} />;
  return <Awaiting found={run} frames={2} />;
}

/** The field bears the number of its month, as the sheet of its round does. */
function MonthNumber({ month }: { month: number }) {
  return (
    <span className={`figure ${styles.month}`} aria-hidden="true">
      {month}
    </span>
  );
}

function Run({ run, onLook, isLooking }: { run: RunDetail; onLook: () => void; isLooking: boolean }) {
  const text = useText('run');
  const nameOf = useNameOf();
  const { inks } = useText('platform');
  const format = useFormat();
  const lang = useLang();
  // What only members see comes when somebody is one; until then the page stays as it is.
  const isMember = useDeferredValue(Boolean(useCall(getMe).data));
  const { design } = run;
  const [fabric, setFabric] = useState(run.fabrics[0] ?? design.fabric);
  const standing = standingOf(run);
  const made =
    design.inks.length > 0
      ? text.inksOn(inks(design.inks.length), fabricName(fabric, lang))
      : text.onFabric(fabricName(fabric, lang));
  return (
    <div data-ink={monthCode(run.month)}>
      <Halves
        ground="ink"
        steady
        caption={<MonthNumber month={run.month} />}
        picture={
          <Tee
            fabric={fabric}
            {...onShirt(design)}
            placeholder={design.placeholder}
            alt={altOf(design, lang)}
            sizes={shirtSizes}
            priority
          />
        }
      >
        <header>
          <p className="muted">{text.name(run.roundNumber, monthYear(run.round, format))}</p>
          <h1 className={`d5 ${styles.title}`}>{design.title}</h1>
          <p className={styles.made}>
            {design.designer && text.by(nameOf(design.designer.name))} {made}
          </p>
        </header>
        {run.nextNumber !== null && standing === 'open' && (
          <div className={styles.next}>
            <Fraction
              numbers={[run.nextNumber]}
              of={run.size}
              label={text.fraction(format.number(run.nextNumber), format.number(run.size))}
            />
            <p className="small muted">{text.next}</p>
          </div>
        )}
        {isMember && <HeldOrders run={run.slug} />}
        {standing === 'open' ? (
          <OrderForm key={run.slug} run={run} isMember={isMember} onFabric={setFabric} />
        ) : (
          <SaleOver run={run} standing={standing} onLook={onLook} isLooking={isLooking} />
        )}
      </Halves>
      <RunStory run={run} />
    </div>
  );
}
