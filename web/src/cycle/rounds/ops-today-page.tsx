import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getDesk, getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { imprintGaps } from '../../platform/ops/imprint-gaps.ts';
import { useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Note } from '../../platform/ui/note.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { Panels } from '../../platform/ui/ops/panel.tsx';
import { BountyPanel } from './parts/ops/bounty-panel.tsx';
import { FeedbackPanel } from './parts/ops/feedback-panel.tsx';
import { MailPanel } from './parts/ops/mail-panel.tsx';
import { ModerationPanel } from './parts/ops/moderation-panel.tsx';
import { MonthTimeline } from './parts/ops/month-timeline.tsx';
import { NextPanel } from './parts/ops/next-panel.tsx';
import { RunPanel } from './parts/ops/run-panel.tsx';
import styles from './parts/ops/today.module.css';
import { TodayAside } from './parts/ops/today-aside.tsx';
import { VotesPanel } from './parts/ops/votes-panel.tsx';
import { countWaiting, whatBurns } from './parts/ops/what-burns.ts';

/** The day of an operator: what waits, what burns, and where the overlapping rounds are. */
export function Page() {
  const text = useText('ops-today');
  const { ops } = useText('platform');
  const format = useFormat();
  const shop = useCall(getShop).data;
  const now = shop?.now;
  const isAdmin = useCall(getMe).data?.role === 'admin';
  const desk = useCall(getDesk);
  const list = useCall(listRounds, {});
  const bounties = useCall(listBounties, {}).data?.items ?? [];
  if (!desk.data || !list.data || !now) {
    const failed = desk.error ? desk : list;
    return (
      <OpsShell title={ops.nav.today}>
        {failed.error ? <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} /> : <Loading />}
      </OpsShell>
    );
  }
  const rounds = list.data.items;
  const burns = whatBurns({ desk: desk.data, rounds, bounties, now }, text, format);
  const waiting = countWaiting(desk.data);
  const gaps = shop && isAdmin ? imprintGaps(shop.email, shop.imprint).length : 0;
  const date = text.date(format.weekday(now), format.month(now).split(' ')[0] ?? '');
  return (
    <OpsShell
      title={<span className={styles.date}>{date}</span>}
      subtitle={`${text.waiting(waiting, format.number(waiting))} ${burns.length === 0 ? text.calm : ''}`}
      aside={<TodayAside rounds={rounds} />}
    >
      {burns.length > 0 && (
        <Note tone="bad" title={text.urgent}>
          <ul className={styles.burns}>
            {burns.map((burn) => (
              <li key={burn.text}>
                <Link to={burn.to}>{burn.text}</Link>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {gaps > 0 && (
        <Note tone="warn" title={text.imprint}>
          <Link to="/ops/settings#legal">{text.imprintGaps(gaps)}</Link>
        </Note>
      )}
      <MonthTimeline rounds={rounds} now={now} />
      <Panels
        left={
          <>
            <ModerationPanel desk={desk.data} now={now} />
            <VotesPanel desk={desk.data} />
            <BountyPanel bounties={bounties} now={now} />
            <MailPanel desk={desk.data} />
          </>
        }
        right={
          <>
            <NextPanel rounds={rounds} now={now} />
            <RunPanel desk={desk.data} />
            <FeedbackPanel />
          </>
        }
      />
    </OpsShell>
  );
}
