import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Bare } from '../../app/bare.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCall } from '../../query.ts';
import { Brand } from '../brand.tsx';
import { LanguageSwitch } from '../header.tsx';
import { PlainLink } from '../link.tsx';
import styles from './ops-shell.module.css';
import { UndoBar } from './undo-bar.tsx';
import { useFresh } from './use-fresh.ts';

export interface OpsShellProps {
  readonly title: ReactNode;
  /** Under the title: what waits. */
  readonly subtitle?: ReactNode;
  /** At the right of the title: the figures of the day. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The operator console: its navigation with what waits in each room. The whole of a `bare` page. */
export function OpsShell({ title, subtitle, aside, children }: OpsShellProps) {
  return (
    <Bare>
      <div className={styles.ops}>
        <OpsNavigation />
        <main id="main" tabIndex={-1} className={styles.main}>
          <header className={styles.top}>
            <div>
              <h1 className={styles.title}>{title}</h1>
              {subtitle && <p className="muted">{subtitle}</p>}
            </div>
            {aside && <div className={`${styles.aside} muted num`}>{aside}</div>}
          </header>
          {children}
        </main>
      </div>
      <UndoBar />
    </Bare>
  );
}

function OpsNavigation() {
  const { desk: ops } = useText('ops');
  const me = useCall(getMe).data;
  const desk = useCall(getDesk).data;
  useFresh(getDesk);
  const [pathname] = useLocation();
  const rooms: readonly Room[] = [
    ['/ops', ops.nav.today],
    ['/ops/rounds', ops.nav.rounds],
    ['/ops/moderation', ops.nav.moderation, desk && desk.designsToReview + desk.notesToReview],
    ['/ops/votes', ops.nav.votes, desk && desk.clustersToDecide + desk.appealsToAnswer],
    ['/ops/bounties', ops.nav.bounties, desk && desk.bountiesToPay + desk.payoutsToSettle + desk.bankLinesToSolve],
    ['/ops/ledger', ops.nav.ledger],
    ['/ops/prints', ops.nav.prints, desk?.piecesToPrint],
    ['/ops/orders', ops.nav.orders, desk?.ordersToSend],
    ['/ops/messages', ops.nav.messages, desk?.messagesToAnswer],
    ['/ops/mail', ops.nav.mail, desk?.mailsFailed],
    ['/ops/audit', ops.nav.audit],
    ['/ops/settings', ops.nav.settings],
  ];
  return (
    <header className={styles.side}>
      <Brand />
      <RoomList rooms={rooms} here={pathname.replace(/^\/(fr|en)/, '')} />
      <div className={styles.who}>
        <LanguageSwitch />
        {me && (
          <p className="small">
            {me.name}
            <br />
            <span className="muted">{ops.role[me.role === 'admin' ? 'admin' : 'operator']}</span>
          </p>
        )}
        <PlainLink to="/" className={`small ${styles.back}`}>
          {ops.backToShop}
        </PlainLink>
      </div>
    </header>
  );
}

type Room = readonly [to: string, label: string, waiting?: number];

/** The rooms of the console, each with how much waits in it. */
export function RoomList({ rooms, here }: { rooms: readonly Room[]; here: string }) {
  const { desk: ops } = useText('ops');
  const list = useRef<HTMLUListElement>(null);
  // On a phone the rooms are a strip that scrolls: the current one is in it.
  useEffect(() => {
    const [strip, room] = [list.current, list.current?.querySelector<HTMLElement>('[aria-current]')];
    if (strip && room) strip.scrollLeft = room.offsetLeft - (strip.clientWidth - room.offsetWidth) / 2;
  }, []);
  return (
    <nav aria-label={ops.label} className={styles.rooms}>
      <ul ref={list}>
        {rooms.map(([to, label, waiting]) => (
          <li key={to}>
            <PlainLink to={to} aria-current={isIn(here, to) ? 'page' : undefined}>
              {label}
              {waiting ? <span className="num">{waiting}</span> : null}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isIn(here: string, room: string): boolean {
  return room === '/ops' ? here === '/ops' : here === room || here.startsWith(`${room}/`);
}
