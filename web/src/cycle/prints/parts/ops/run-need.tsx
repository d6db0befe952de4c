import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getPrintNeed, listPrintOrders, orderPrint } from '@fraisier/shared/contracts/prints.ts';
import type { Run } from '@fraisier/shared/contracts/runs.ts';
import { cuts } from '@fraisier/shared/cycle/garments.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Note } from '../../../../platform/ui/note.tsx';
import { Checklist } from '../../../../platform/ui/ops/panel.tsx';
import { Tee } from '../../../../platform/ui/tee.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { altOf, fabricName } from '../../../submissions/card-words.ts';
import { onShirt } from '../../../submissions/on-shirt.ts';
import { usePrintReason } from './print-reason.ts';
import styles from './prints.module.css';
import { SizeTable } from './size-table.tsx';

/** One run: its shirt, what is sold, and the pieces that no print order covers yet. */
export function RunNeed({ run }: { run: Run }) {
  const text = useText('ops-prints');
  const { cancel } = useText('platform');
  const format = useFormat();
  const lang = useLang();
  const say = usePrintReason();
  const need = useCall(getPrintNeed, { params: { run: run.slug } });
  const [asking, setAsking] = useState(false);
  const order = useAct(orderPrint, {
    invalidates: [getPrintNeed, listPrintOrders, getDesk],
    onDone: ({ number, leftOut }) => {
      setAsking(false);
      toast(leftOut.length > 0 ? text.orderedWithout(number, leftOut.length) : text.ordered(number));
    },
  });
  const leave = () => {
    order.reset();
    setAsking(false);
  };
  const counts = [
    text.sold(format.number(run.sold), format.number(run.size)),
    ...(run.held > 0 ? [text.held(format.number(run.held))] : []),
    text.free(format.number(run.free)),
  ];
  return (
    <section className={styles.run} data-ink={monthCode(run.month)}>
      <div className={`field-of-ink ${styles.shirt}`}>
        <Tee
          fabric={run.design.fabric}
          {...onShirt(run.design)}
          placeholder={run.design.placeholder}
          alt={altOf(run.design, lang)}
          sizes="(max-width: 56.25rem) 40vw, 110px"
        />
      </div>
      <Stack gap={4}>
        <header className={styles.runTop}>
          <h2 className="d3">
            {text.run(run.slug)}, <PlainLink to={`/runs/${run.slug}`}>{run.design.title}</PlainLink>
          </h2>
          <p className="muted num">{counts.join(', ')}</p>
        </header>
        {need.error && <ErrorNote error={need.error} onRetry={() => void need.refetch()} />}
        {!need.data && !need.error && <Loading />}
        {need.data && (
          <>
            <SizeTable
              label={`${text.sizes}, ${text.run(run.slug)}`}
              total={text.total}
              sizes={run.sizes}
              rows={[
                { key: 'wished', name: text.wished, counts: need.data.wished },
                ...need.data.matrix.map((row) => ({
                  key: `${row.fabric}-${row.cut}`,
                  name: `${fabricName(row.fabric, lang)}, ${cuts[row.cut][lang === 'fr' ? 'nameFr' : 'nameEn'].toLowerCase()}`,
                  counts: row.sizes,
                  strong: true,
                })),
              ]}
            />
            {need.data.blockers.some((reason) => reason.code === 'nothing_to_print') && (
              <Checklist items={[{ state: 'ok', text: say({ code: 'nothing_to_print' }) }]} />
            )}
            <LeftOut reasons={need.data.leftOut} />
            {need.data.pieces > 0 && (
              <div>
                <Button wideOnPhone onClick={() => setAsking(true)}>
                  {text.order(format.number(need.data.pieces), need.data.pieces)}
                </Button>
              </div>
            )}
          </>
        )}
      </Stack>
      <Dialog
        open={asking}
        onClose={leave}
        title={text.orderTitle}
        actions={
          <>
            <Button busy={order.isPending} onClick={() => order.mutate({ params: { run: run.slug } })}>
              {text.orderConfirm}
            </Button>
            <Button kind="line" onClick={leave}>
              {cancel}
            </Button>
          </>
        }
      >
        <p>{text.orderText(format.number(need.data?.pieces ?? 0), need.data?.pieces ?? 0, run.slug)}</p>
        <LeftOut reasons={need.data?.leftOut ?? []} />
        <ErrorNote error={order.error} reason={say} />
      </Dialog>
    </section>
  );
}

/** The sold pieces that the order goes without, and what each of them waits for. */
function LeftOut({ reasons }: { reasons: readonly ProblemReason[] }) {
  const text = useText('ops-prints');
  const say = usePrintReason();
  if (reasons.length === 0) return null;
  return (
    <Note tone="warn" title={text.leftOut(reasons.length)}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.detail}>{say(reason)}</li>
        ))}
      </ul>
    </Note>
  );
}
