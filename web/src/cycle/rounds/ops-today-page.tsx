import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getAgenda } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { imprintGaps } from '../../platform/ops/imprint-gaps.ts';
import { invalidate, useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Note } from '../../platform/ui/note.tsx';
import { KeyHelp } from '../../platform/ui/ops/key-help.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { Panels } from '../../platform/ui/ops/panel.tsx';
import { useFresh } from '../../platform/ui/ops/use-fresh.ts';
import { useKeys } from '../../platform/ui/ops/use-keys.ts';
import { BountyPanel } from './parts/ops/bounty-panel.tsx';
import { ComingPanel } from './parts/ops/coming-panel.tsx';
import { FeedbackPanel } from './parts/ops/feedback-panel.tsx';
import { ModerationPanel } from './parts/ops/moderation-panel.tsx';
import { MonthTimeline } from './parts/ops/month-timeline.tsx';
import { RunPanel } from './parts/ops/run-panel.tsx';
import styles from './parts/ops/today.module.css';
import { TodayAside } from './parts/ops/today-aside.tsx';
import { WaitingPanel } from './parts/ops/waiting-panel.tsx';

/** The day of an operator: the month with its rounds, what waits for a person, and what comes by itself. */
export function Page() {
  const text = useText('ops-today');
  const { desk: ops } = useText('ops');
  const format = useFormat();
  const client = useQueryClient();
  const shop = useCall(getShop).data;
  const now = shop?.now;
  const isAdmin = useCall(getMe).data?.role === 'admin';
  const agenda = useCall(getAgenda);
  const desk = useCall(getDesk);
  useFresh(getAgenda);
  const list = useCall(listRounds, {});
  const bounties = useCall(listBounties, {}).data?.items ?? [];
  // Whoever comes back from a desk has just done something.
  useEffect(() => void invalidate(client, getAgenda), [client]);
  const step = (by: 1 | -1) => () => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-agenda]')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by]?.focus();
  };
  useKeys({ j: step(1), k: step(-1), ArrowDown: step(1), ArrowUp: step(-1) });
  if (!agenda.data || !desk.data || !list.data || !now) {
    const failed = [agenda, desk].find((one) => one.error) ?? list;
    return (
      <OpsShell title={ops.nav.today}>
        {failed.error ? <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} /> : <Loading />}
      </OpsShell>
    );
  }
  const rounds = list.data.items;
  const { waiting, coming } = agenda.data;
  const late = waiting.filter(({ urgency }) => urgency === 'late').length;
  const gaps = shop && isAdmin ? imprintGaps(shop.email, shop.imprint).length : 0;
  const date = text.date(format.weekday(now), format.month(now).split(' ')[0] ?? '');
  return (
    <OpsShell
      title={<span className={styles.date}>{date}</span>}
      subtitle={`${text.waiting(waiting.length, format.number(waiting.length))} ${late === 0 ? text.calm : ''}`}
      aside={<TodayAside rounds={rounds} />}
    >
      {gaps > 0 && (
        <Note tone="warn" title={text.imprint}>
          <Link to="/ops/settings#legal">{text.imprintGaps(gaps)}</Link>
        </Note>
      )}
      <MonthTimeline rounds={rounds} now={now} />
      <Panels left={<WaitingPanel waiting={waiting} now={now} />} right={<ComingPanel coming={coming} now={now} />} />
      <Panels
        left={
          <>
            <ModerationPanel desk={desk.data} now={now} />
            <BountyPanel bounties={bounties} now={now} />
          </>
        }
        right={
          <>
            <RunPanel desk={desk.data} />
            <FeedbackPanel />
          </>
        }
      />
      <KeyHelp
        keys={[
          [['J', 'K'], text.keys.step],
          [['↵'], text.keys.open],
          [['Z'], text.keys.undo],
        ]}
      />
    </OpsShell>
  );
}
