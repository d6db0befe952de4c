import { checkLedger, type LedgerCheck, listLedgerChecks } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { CheckIcon, CrossIcon } from '../../../../platform/ui/icons.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import styles from './check-panel.module.css';
import { FindingsTable } from './findings-table.tsx';

/** A night and a morning: if nobody has checked since, something stands still. */
const OLD_MS = 30 * 3_600_000;
const EARLIER = 14;

/** What the newest check of the books says: whether they agree, what was looked at, and what differs. */
export function CheckPanel() {
  const text = useText('ops-ledger').check;
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  const checks = useCall(listLedgerChecks, {});
  const check = useAct(checkLedger, { invalidates: [listLedgerChecks], onDone: () => toast(text.done) });
  const [latest, ...earlier] = checks.data?.items ?? [];
  const newest = checks.data?.items.find((one) => one.isNightly) ?? latest;
  const isOld = now && newest && Date.parse(now) - Date.parse(newest.checkedAt) > OLD_MS;
  return (
    <Panel
      title={text.title}
      aside={
        <Button kind="line" small busy={check.isPending} onClick={() => check.mutate({})}>
          {text.now}
        </Button>
      }
    >
      <ErrorNote error={check.error} />
      {checks.error && <ErrorNote error={checks.error} onRetry={() => void checks.refetch()} />}
      {!checks.data && !checks.error && <Loading />}
      {checks.data && !latest && <Note title={text.none}>{text.noneText}</Note>}
      {isOld && <Note tone="warn">{text.old(format.stamp(newest.checkedAt))}</Note>}
      {latest && <Latest check={latest} />}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{text.earlier}</summary>
          <ol>
            {earlier.slice(0, EARLIER).map((one) => (
              <li key={one.id}>
                <Sign check={one} />
                <span>{text.earlierLine(format.stamp(one.checkedAt), verdict(one, text))}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </Panel>
  );
}

function Latest({ check }: { check: LedgerCheck }) {
  const text = useText('ops-ledger').check;
  const format = useFormat();
  const isWell = check.findingsCount === 0;
  const when = format.stamp(check.checkedAt);
  return (
    <div className={styles.latest} aria-live="polite">
      <div className={`${styles.verdict} ${isWell ? styles.well : styles.differs}`}>
        <p className="d3">
          <Sign check={check} />
          {verdict(check, text)}
        </p>
        <p className="muted">{check.isNightly ? text.nightly(when) : text.asked(when, check.askedBy ?? '')}</p>
        {!isWell && <p className="strong">{text.hold}</p>}
      </div>
      <ul className={styles.rules}>
        {check.rules.map(({ rule, looked, differ }) => (
          <li key={rule} className={differ > 0 ? styles.bad : undefined}>
            {differ > 0 ? <CrossIcon /> : <CheckIcon />}
            <span>{text.rules[rule]}</span>
            <span className="muted num">
              {differ > 0 ? text.differs(differ) : text.looked(format.number(looked), text.units[rule](looked))}
            </span>
          </li>
        ))}
      </ul>
      {!isWell && <FindingsTable check={check} />}
    </div>
  );
}

function Sign({ check }: { check: LedgerCheck }) {
  return check.findingsCount === 0 ? <CheckIcon className={styles.ok} /> : <CrossIcon className={styles.no} />;
}

function verdict(check: LedgerCheck, text: ReturnType<typeof useText<'ops-ledger'>>['check']): string {
  return check.findingsCount === 0 ? text.well : text.differs(check.findingsCount);
}
