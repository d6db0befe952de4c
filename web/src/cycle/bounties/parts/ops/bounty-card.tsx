import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { cuts } from '@fraisier/shared/cycle/garments.ts';
import { useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Checkbox } from '../../../../platform/ui/checkbox.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Facts } from '../../../../platform/ui/ops/panel.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { useNameOf } from '../../../submissions/designer-name.tsx';
import styles from './bounties.module.css';
import { BountyChecks, BountyClock } from './bounty-clock.tsx';
import { whyNotPayable } from './pay-reasons.ts';
import { Why } from './payment-line.tsx';

const tones = { owed: 'warn', exported: 'warn', failed: 'bad', paid: 'ok', cancelled: 'plain' } as const;

export interface BountyCardProps {
  readonly bounty: Bounty;
  readonly now: string;
  /** The one that keys act upon. */
  readonly current: boolean;
  /** Its latest transfer that did not arrive. */
  readonly failed: Payout['payments'][number] | undefined;
  readonly picked: boolean;
  /** Undefined while a file is being made. */
  readonly onPick: (() => void) | undefined;
}

/** One bounty: its clock, what is missing, what it costs, and whether it goes into the next file. */
export function BountyCard({ bounty, now, current, failed, picked, onPick }: BountyCardProps) {
  const text = useText('ops-money');
  const nameOf = useNameOf();
  const ops = useText('ops');
  const format = useFormat();
  const reasons = whyNotPayable(bounty).filter((reason) => reason.code !== 'nothing_to_pay');
  const { month } = roundMonth(bounty.round);
  const { state } = bounty;
  const canBeFiled = state === 'owed' || state === 'failed';
  return (
    <article
      id={bounty.id}
      className={styles.card}
      data-ink={monthCode(month)}
      data-current={current || undefined}
      data-picked={picked || undefined}
    >
      <header className={`field-of-ink ${styles.head}`}>
        <h2 className="d3" tabIndex={-1}>
          {text.bounty(bounty.roundNumber)}
        </h2>
        <p>{text.of(bounty.title, nameOf(bounty.designer))}</p>
        <Tag tone={tones[state]}>{ops.bountyStates[state]}</Tag>
      </header>
      <div className={styles.body}>
        {state !== 'cancelled' && <BountyClock bounty={bounty} now={now} />}
        <div className={styles.progress}>
          <BountyChecks bounty={bounty} />
          {failed && <Why payment={failed} />}
        </div>
        <div className={styles.money}>
          <p className={styles.net}>
            <span className="figure">{format.money(bounty.net)}</span>
            <span className="muted">{text.promised(format.money(bounty.promised), bounty.promisedIsNet)}</span>
          </p>
          {canBeFiled &&
            (reasons.length > 0 ? (
              <p className="muted">{text.notReady(format.list(reasons.map(({ code }) => text.reasons[code])))}</p>
            ) : (
              <Checkbox
                checked={picked}
                aria-disabled={!onPick}
                hint={failed && isSameAccount(bounty, failed) ? text.sameAccount : undefined}
                onChange={() => onPick?.()}
              >
                {text.picked}
                <span className="unseen">{text.pick(bounty.roundNumber)}</span>
              </Checkbox>
            ))}
          <Breakdown bounty={bounty} />
        </div>
      </div>
    </article>
  );
}

/** The account that the bank refused is still the one that would be paid to. */
export function isSameAccount({ payee }: Bounty, failed: Payout['payments'][number]): boolean {
  return payee?.ibanMasked === failed.ibanMasked;
}

/** Gross to net, line by line, and the way to the winner's page and contract: there for who asks. */
function Breakdown({ bounty }: { bounty: Bounty }) {
  const text = useText('ops-money');
  const format = useFormat();
  const lang = useLang();
  const [reading, setReading] = useState(false);
  const { shirt, contract } = bounty;
  return (
    <details className={styles.more}>
      <summary>{text.breakdown}</summary>
      <Facts
        rows={[
          [text.gross, format.moneyExact(bounty.gross)],
          ...bounty.withholding
            .filter((line) => line.payer === 'author')
            .map(
              (line) =>
                [
                  `${lang === 'fr' ? line.labelFr : line.labelEn}, ${format.percent(line.rateBp / 10_000, 2)}`,
                  format.moneyExact(-line.amount.amount),
                ] as const,
            ),
          [text.net, <b key="net">{format.moneyExact(bounty.net)}</b>],
          [text.contribution, format.moneyExact(bounty.contribution)],
          [
            text.shirt,
            shirt?.size && shirt.cut
              ? text.shirtText(shirt.size, cuts[shirt.cut][lang === 'fr' ? 'nameFr' : 'nameEn'].toLowerCase())
              : text.shirtMissing,
          ],
        ]}
      />
      {bounty.payee?.exempt && <Tag>{text.exempt}</Tag>}
      <p className={styles.links}>
        <PlainLink to={`/bounties/${bounty.id}`}>{text.page}</PlainLink>
        {contract && (
          <Button kind="line" small onClick={() => setReading(true)}>
            {text.contract}
          </Button>
        )}
      </p>
      {contract && (
        <Dialog open={reading} onClose={() => setReading(false)} title={text.bounty(bounty.roundNumber)}>
          <p className={styles.contract} lang="fr">
            {contract.text}
          </p>
          <p className={`small muted num ${styles.sha}`}>SHA-256 {contract.sha256}</p>
        </Dialog>
      )}
    </details>
  );
}
