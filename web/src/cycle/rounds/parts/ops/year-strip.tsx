import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { CheckIcon, CrossIcon } from '../../../../platform/ui/icons.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import styles from './calendar.module.css';
import type { DraftMonth } from './calendar-draft.ts';
import { rowId } from './calendar-row.tsx';

/** The year at a glance: a field of ink for each month that has a round, and where the chain breaks. */
export function YearStrip({ months }: { months: readonly DraftMonth[] }) {
  const { calendar: text } = useText('ops-rounds');
  const format = useFormat();
  return (
    <nav aria-label={text.strip}>
      <ol className={styles.strip}>
        {months.map(({ month, state, reasons }) => {
          const isOut = state === 'none' || state === 'skipped';
          const wrong = reasons.length > 0;
          const Sign = wrong ? CrossIcon : state === 'stands' ? CheckIcon : null;
          return (
            <li key={month.slug} data-ink={monthCode(month.month)}>
              <a
                href={`#${rowId(month.slug)}`}
                className={isOut ? styles.hole : state === 'stands' ? 'field-of-ink' : `field-of-ink ${styles.draft}`}
              >
                <span className={styles.stripName}>
                  <b>{format.month(`${month.slug}-15T12:00:00Z`).split(' ')[0]}</b>
                  {Sign && <Sign className={wrong ? styles.wrongSign : undefined} />}
                </span>
                <span className="small">{wrong ? text.wrong : text.states[state]}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
