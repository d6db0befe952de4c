import type { PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import { parseRunSlug, roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { cuts, sizes } from '@fraisier/shared/cycle/garments.ts';
import { useId, useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Actions, Stack } from '../../../../platform/ui/layout.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Progress } from '../../../../platform/ui/progress.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { fabricName } from '../../../submissions/card-words.ts';
import { CountDeliveryDialog } from './count-delivery-dialog.tsx';
import { Packet } from './packet.tsx';
import { PrintProof } from './print-proof.tsx';
import styles from './prints.module.css';
import { SizeTable } from './size-table.tsx';

/** A print order: what was asked for, its packet and proof, and how much of it came back good. */
export function PrintOrderCard({ order, isFirst }: { order: PrintOrder; isFirst: boolean }) {
  const { orders: text, proof, count, total, sizes: sizesLabel } = useText('ops-prints');
  // Plates are pictures: those of older orders are fetched when somebody wants to see them.
  const [proofIsOpen, setProofIsOpen] = useState(isFirst);
  const proofId = useId();
  const format = useFormat();
  const lang = useLang();
  const [counting, setCounting] = useState(false);
  const left = order.pieces - order.good - order.defective;
  const round = parseRunSlug(order.run)?.round;
  const offered = sizes.filter((size) => order.matrix.some((row) => size in row.sizes));
  return (
    <article className={styles.order} data-ink={round && monthCode(roundMonth(round).month)}>
      <i className={styles.strip} />
      <Stack gap={4}>
        <header className={styles.runTop}>
          <h3 className="d3">{text.name(order.number)}</h3>
          <p className="muted num">
            {text.of(order.run, order.title)}, {text.orderedAt(format.stamp(order.orderedAt))}
          </p>
          {order.deliveredAt ? (
            <Tag tone="ok">{text.deliveredAt(format.stamp(order.deliveredAt))}</Tag>
          ) : (
            <Tag tone="warn">{text.waiting}</Tag>
          )}
        </header>
        <SizeTable
          label={`${sizesLabel}, ${text.name(order.number)}, ${order.run}`}
          total={total}
          sizes={offered}
          rows={order.matrix.map((row) => ({
            key: `${row.fabric}-${row.cut}`,
            name: `${fabricName(row.fabric, lang)}, ${cuts[row.cut][lang === 'fr' ? 'nameFr' : 'nameEn'].toLowerCase()}`,
            counts: row.sizes,
          }))}
        />
        <div className={styles.twin}>
          <Packet order={order} />
          <Stack gap={3}>
            <Progress value={order.good / order.pieces} label={text.progress(String(order.good), String(order.pieces))}>
              <p className="num">
                {[
                  text.progress(format.number(order.good), format.number(order.pieces)),
                  ...(left > 0 ? [text.left(format.number(left), left)] : []),
                  ...(order.defective > 0 ? [text.defective(format.number(order.defective), order.defective)] : []),
                ].join(', ')}
              </p>
            </Progress>
            {order.state === 'ordered' && (
              <Actions>
                <Button kind="line" small onClick={() => setCounting(true)}>
                  {count.open}
                </Button>
              </Actions>
            )}
            {order.deliveries.length > 0 && (
              <div>
                <h4 className="strong small">{text.deliveries}</h4>
                <ul className="small num">
                  {order.deliveries.map((one) => (
                    <li key={one.id}>
                      <span className="muted">{format.stamp(one.countedAt)}</span>{' '}
                      {text.delivery(format.number(one.good), format.number(one.defective), format.number(one.ordered))}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </Stack>
        </div>
        {order.proof && (
          <section aria-label={`${proof.title}, ${text.name(order.number)}, ${order.run}`}>
            <Stack gap={4}>
              <div>
                <Button
                  kind="line"
                  small
                  aria-expanded={proofIsOpen}
                  aria-controls={proofId}
                  onClick={() => setProofIsOpen(!proofIsOpen)}
                >
                  {proofIsOpen ? proof.close : proof.open}
                </Button>
              </div>
              <div id={proofId}>{proofIsOpen && <PrintProof order={order} proof={order.proof} />}</div>
            </Stack>
          </section>
        )}
      </Stack>
      <CountDeliveryDialog key={left} order={order} left={left} open={counting} onClose={() => setCounting(false)} />
    </article>
  );
}
