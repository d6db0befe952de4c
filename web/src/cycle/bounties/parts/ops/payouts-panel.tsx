import { downloadPayout, listPayouts, type Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { useState } from 'react';
import { addressOf } from '../../../../platform/api.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Button, ButtonOutLink } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { DownloadIcon } from '../../../../platform/ui/icons.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { usePages } from '../../../../platform/ui/ops/use-pages.ts';
import { Tag } from '../../../../platform/ui/tag.tsx';
import styles from './bounties.module.css';
import { SettleDialog, type Settling } from './settle-dialog.tsx';

type Payment = Payout['payments'][number];

const tones = {
  exported: 'warn',
  paid: 'ok',
  failed: 'bad',
  cancelled: 'plain',
  stopped: 'bad',
  surplus: 'bad',
} as const;

/** The files made so far, and the bank's answer to each of their payments. */
export function PayoutsPanel() {
  const text = useText('ops-money').payouts;
  const format = useFormat();
  const pages = usePages(listPayouts, {});
  const [settling, setSettling] = useState<Settling | null>(null);
  if (!pages.items) return pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />;
  return (
    <Panel title={text.title}>
      {pages.items.length === 0 && <p className="muted">{text.empty}</p>}
      {pages.items.map((payout) => (
        <article key={payout.id} className={styles.payout}>
          <header className={styles.payoutTop}>
            <div>
              <h3 className="strong num">
                {format.moneyExact(payout.total)}, {text.for(format.day(payout.requestedFor, { year: true }))}
              </h3>
              <p className="small muted num">
                {payout.messageId}, {text.made(format.stamp(payout.createdAt))}
              </p>
              <p className="small muted num">
                <abbr title={payout.sha256}>
                  {text.sha} {payout.sha256.slice(0, 12)}
                </abbr>
              </p>
            </div>
            <ButtonOutLink
              kind="line"
              small
              href={addressOf(downloadPayout, { params: { payout: payout.id } })}
              download
              title={text.logged}
            >
              <DownloadIcon /> {text.download}
            </ButtonOutLink>
          </header>
          <ul>
            {payout.payments.map((payment) => (
              <li key={payment.id} className={styles.payment}>
                <p>
                  <b>{payment.payee}</b>, {payment.ibanMasked}
                  <br />
                  <span className={`small muted num ${styles.end}`}>{payment.endToEndId}</span>
                </p>
                <span className="num nowrap strong">{format.moneyExact(payment.amount)}</span>
                <Answer payment={payment} onSettle={(outcome) => setSettling({ payout, payment, outcome })} />
              </li>
            ))}
          </ul>
        </article>
      ))}
      <MoreButton pages={pages} />
      <SettleDialog settling={settling} onClose={() => setSettling(null)} />
    </Panel>
  );
}

function Answer({ payment, onSettle }: { payment: Payment; onSettle: (outcome: 'paid' | 'failed') => void }) {
  const text = useText('ops-money').payouts;
  const format = useFormat();
  return (
    <div className={styles.answer}>
      {payment.state === 'exported' ? (
        <>
          <Button kind="line" small onClick={() => onSettle('paid')}>
            {text.paid}
            <span className="unseen"> {payment.payee}</span>
          </Button>
          <Button kind="line" small onClick={() => onSettle('failed')}>
            {text.failed}
            <span className="unseen"> {payment.payee}</span>
          </Button>
        </>
      ) : (
        <p>
          <Tag tone={tones[payment.state]}>{text.states[payment.state]}</Tag>{' '}
          <span className="small muted">
            {payment.settledAt && text.settledAt(format.stamp(payment.settledAt))}
            {payment.reason && <> {payment.reason}</>}
          </span>
        </p>
      )}
    </div>
  );
}
