import type { ComingItem } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Link, PlainLink } from '../../../../platform/ui/link.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import styles from './agenda.module.css';

const SHOWN = 7;

/** What comes, day by day: what the site does by itself, and what somebody has to have done by then. */
export function ComingPanel({ coming, now }: { coming: readonly ComingItem[]; now: string }) {
  const text = useText('ops-today').comes;
  const ops = useText('ops');
  const format = useFormat();
  const shown = coming.slice(0, SHOWN);
  return (
    <Panel
      title={text.title}
      aside={
        <span className={styles.more}>
          <Link to="/ops/rounds/calendar">{text.calendar}</Link>
        </span>
      }
    >
      {shown.length === 0 && <p className="muted">{text.none}</p>}
      <ol className={styles.coming}>
        {shown.map((item, index) => {
          const { what, at, byItself, round, subjects } = item;
          const before = shown[index - 1];
          const isSameDay = before && format.daysBetween(before.at, at) === 0;
          const to = what === 'bounty_due' ? `/ops/bounties#${subjects[0] ?? ''}` : `/ops/rounds/${round.slug}`;
          return (
            <li key={`${what} ${at} ${round.slug} ${subjects.join()}`} data-ink={monthCode(round.month)}>
              <span className={styles.day}>
                {isSameDay ? (
                  <span className="unseen">{format.day(at)}</span>
                ) : (
                  <>
                    <span>
                      <span className="figure">{format.day(at).split('\u00a0')[0]}</span>{' '}
                      {format.day(at).split('\u00a0')[1]}
                    </span>
                    <span className="small muted">{format.relativeDays(at, now)}</span>
                  </>
                )}
              </span>
              <i />
              <p className={styles.said}>
                <PlainLink to={to} data-agenda="">
                  {text.what[what](ops.roundName(round.number))}
                </PlainLink>
                <span className="small muted">
                  {what === 'bounty_due' ? text.byYou : `${format.time(at)}, ${byItself ? text.byItself : text.byYou}`}
                </span>
              </p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
