import { listRates } from '@fraisier/shared/contracts/bounties-papers.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Checkbox } from '../../../../platform/ui/checkbox.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { RateForm } from './rate-form.tsx';
import styles from './rates-panel.module.css';

export type Rate = ResponseOf<typeof listRates>['items'][number];

const tones = { now: 'ok', later: 'warn', past: 'plain' } as const;

/** The contributions and the days from which their rates hold; administration adds one for a day to come. */
export function RatesPanel({ isAdmin }: { isAdmin: boolean }) {
  const text = useText('ops-ledger').rates;
  const format = useFormat();
  const lang = useLang();
  const rates = useCall(listRates);
  const [past, setPast] = useState(false);
  const [adding, setAdding] = useState(false);
  const items = rates.data?.items ?? [];
  const replaced = items.filter(({ standing }) => standing === 'past').length;
  const percent = (basisPoints: number) => format.percent(basisPoints / 10_000, 2);
  return (
    <Panel
      title={text.title}
      aside={
        isAdmin ? (
          !adding && (
            <Button kind="line" small onClick={() => setAdding(true)}>
              {text.add}
            </Button>
          )
        ) : (
          <span className="small">{text.adminOnly}</span>
        )
      }
    >
      <p className="muted prose">{text.lead}</p>
      {rates.error && <ErrorNote error={rates.error} onRetry={() => void rates.refetch()} />}
      {!rates.data && !rates.error && <Loading />}
      {adding && rates.data && <RateForm rates={items} today={rates.data.today} onDone={() => setAdding(false)} />}
      {rates.data && (
        <Table label={text.table} tight>
          <thead>
            <tr>
              <Th>{text.line}</Th>
              <Th numeric>{text.rate}</Th>
              <Th numeric>{text.base}</Th>
              <Th className={styles.apart}>{text.payer}</Th>
              <Th>{text.from}</Th>
              <Th>
                <span className="unseen">{text.now}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {items
              .filter(({ standing }) => past || standing !== 'past')
              .map((rate) => (
                <tr
                  key={`${rate.code} ${rate.validFrom}`}
                  className={rate.standing === 'past' ? styles.past : undefined}
                >
                  <Th scope="row" className={styles.line}>
                    {lang === 'fr' ? rate.labelFr : rate.labelEn}
                  </Th>
                  <Td numeric className="nowrap strong">
                    {percent(rate.rateBp)}
                  </Td>
                  <Td numeric className="nowrap">
                    {text.baseText(percent(rate.baseBp))}
                  </Td>
                  <Td className={`nowrap ${styles.apart}`}>{text.payers[rate.payer]}</Td>
                  <Td>
                    <span className="nowrap">{format.day(`${rate.validFrom}T12:00:00Z`, { year: true })}</span>
                    {rate.addedBy && rate.addedAt && (
                      <span className={`small muted ${styles.by}`}>
                        {text.addedBy(rate.addedBy, format.day(rate.addedAt, { year: true }))}
                      </span>
                    )}
                  </Td>
                  <Td>
                    <Tag tone={tones[rate.standing]}>{text[rate.standing]}</Tag>
                  </Td>
                </tr>
              ))}
          </tbody>
        </Table>
      )}
      {replaced > 0 && (
        <Checkbox checked={past} onChange={(event) => setPast(event.target.checked)}>
          {text.showPast(replaced)}
        </Checkbox>
      )}
    </Panel>
  );
}
