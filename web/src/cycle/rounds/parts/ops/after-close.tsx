import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getClosing, getCount } from '@fraisier/shared/contracts/rounds-close.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { invalidate, useCall } from '../../../../platform/query.ts';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../../../platform/ui/link.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { type CheckItem, Checklist, Panel } from '../../../../platform/ui/ops/panel.tsx';
import { MoneyTable } from './money-table.tsx';
import styles from './round-desk.module.css';
import { Winner, Winners } from './winner.tsx';

/** While letters and bundle are being made, it is looked again so often. */
const AGAIN = 3000;

/** What came of the close: what was done, what is still being made, and where each of it goes on. */
export function AfterClose({ round }: { round: Round }) {
  const { count: text } = useText('ops-rounds');
  const { bountyStates } = useText('ops');
  const format = useFormat();
  const client = useQueryClient();
  const params = { round: round.slug };
  const demo = useCall(getShop).data?.demo;
  const found = useCall(getClosing, { params });
  const money = useCall(getCount, { params }).data;
  const closing = found.data;
  const isPending = closing && (closing.letters.written < closing.letters.of || !closing.bundle);
  useEffect(() => {
    if (!isPending) return;
    const timer = setInterval(() => void invalidate(client, getClosing), AGAIN);
    return () => clearInterval(timer);
  }, [isPending, client]);
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!closing) return <Loading frames={1} />;
  const titleOf = (design: string) => closing.winners.find((one) => one.design === design)?.title ?? '';
  const { letters, bundle } = closing;
  const item = (state: CheckItem['state'], said: ReactNode, to?: string, way?: string): CheckItem => ({
    state,
    text: (
      <>
        {said} {to && <PlainLink to={to}>{way}</PlainLink>}
      </>
    ),
  });
  const done: CheckItem[] = [
    item('ok', text.after.closed(format.stamp(closing.closedAt), closing.closedBy)),
    item('ok', text.after.frozen(closing.sha256.slice(0, 16)), `/rounds/${round.slug}/result`, text.after.result),
    ...closing.passedOver.map((one) => item('ok', text.after.passedOver(one.title, one.reason))),
    ...closing.bounties.map((bounty) =>
      item(
        bounty.state === 'paid' ? 'ok' : 'waiting',
        text.after.bountyLine(
          format.money(bounty.net),
          titleOf(bounty.design),
          ((bountyStates as Partial<Record<string, string>>)[bounty.state] ?? bounty.state).toLowerCase(),
          format.day(bounty.dueAt, { year: true }),
        ),
        `/ops/bounties#${bounty.id}`,
        text.after.bounty(titleOf(bounty.design)),
      ),
    ),
    ...closing.runs.map((run) =>
      item(
        'ok',
        text.after.runLine(run.slug, format.number(run.size), run.sold, format.number(run.sold)),
        `/runs/${run.slug}`,
        text.after.run(run.slug),
      ),
    ),
    item(
      letters.written < letters.of ? 'waiting' : 'ok',
      text.after.letters(format.number(letters.written), format.number(letters.of)),
    ),
    bundle
      ? item('ok', text.after.bundle(format.fileSize(bundle.bytes)), `/verify?round=${round.slug}`, text.after.verify)
      : item('waiting', text.after.bundlePending),
  ];
  return (
    <Panel title={text.afterTitle}>
      <Stack gap={5}>
        <Checklist items={done} />
        {closing.winners.length === 0 && <p>{text.noWinner}</p>}
        {closing.winners.length > 0 && (
          <Stack gap={3}>
            <h3 className="strong">{text.winner(closing.winners.length)}</h3>
            <Winners money={money && <MoneyTable count={money} />}>
              {closing.winners.map((winner) => (
                <Winner key={winner.design} winner={winner} month={round.month} />
              ))}
            </Winners>
          </Stack>
        )}
        <ul className={styles.links}>
          {closing.runs.length > 0 && (
            <li>
              <Link to="/ops/prints">{text.after.prints}</Link>
            </li>
          )}
          {demo && (
            <li>
              <Link to="/demo/mail">{text.after.mails}</Link>
            </li>
          )}
        </ul>
      </Stack>
    </Panel>
  );
}
