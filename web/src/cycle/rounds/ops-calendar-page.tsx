import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getCalendar, planCalendar } from '@fraisier/shared/contracts/rounds-calendar.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { calendarInput, neighbourYear } from '../../platform/ops/lists.ts';
import { useAct, useCall } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { KeyHelp } from '../../platform/ui/ops/key-help.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { useKeys } from '../../platform/ui/ops/use-keys.ts';
import { toast } from '../../platform/ui/toast.tsx';
import styles from './parts/ops/calendar.module.css';
import {
  type Calendar,
  draftOf,
  hasEdits,
  moveMoment,
  noEdits,
  resetMonth,
  toggleMonth,
} from './parts/ops/calendar-draft.ts';
import { CalendarRow, rowId } from './parts/ops/calendar-row.tsx';
import { YearStrip } from './parts/ops/year-strip.tsx';

/** A year of rounds on one page: suggested, moved where it must be, saved in one act or not at all. */
export function Page() {
  const { calendar: text } = useText('ops-rounds');
  const format = useFormat();
  const [search] = useSearchParams();
  const found = useCall(getCalendar, calendarInput(search));
  const shop = useCall(getShop).data;
  const months = found.data?.months;
  const name = (slug: string | undefined) => (slug ? format.month(`${slug}-15T12:00:00Z`) : '');
  const [first, last] = [months?.[0]?.slug, months?.at(-1)?.slug];
  return (
    <OpsShell
      title={text.title}
      subtitle={months && text.subtitle(name(first), name(last))}
      aside={
        first && (
          <span className={styles.years}>
            <Link to={`/ops/rounds/calendar?from=${neighbourYear(first, -1)}`}>{text.yearBefore}</Link>
            <Link to={`/ops/rounds/calendar?from=${neighbourYear(first, 1)}`}>{text.yearAfter}</Link>
          </span>
        )
      }
    >
      {found.data && shop ? (
        // Another year is another draft.
        <Year key={first} calendar={found.data} now={shop.now} timeZone={shop.timeZone} />
      ) : found.error ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loading />
      )}
    </OpsShell>
  );
}

function Year({ calendar, now, timeZone }: { calendar: Calendar; now: string; timeZone: string }) {
  const { calendar: text } = useText('ops-rounds');
  const format = useFormat();
  const [edits, setEdits] = useState(noEdits);
  const [open, setOpen] = useState<string | null>(null);
  const save = useAct(planCalendar, {
    invalidates: [getCalendar, listRounds],
    onDone: () => {
      toast(text.saved);
      setEdits(noEdits);
      setOpen(null);
    },
  });
  const draft = draftOf(calendar, edits, now, save.error?.reasons);
  const change = (next: typeof edits) => {
    setEdits(next);
    if (save.isError) save.reset();
  };
  const count = draft.fresh + draft.moved;
  const send = () => save.mutate({ body: { rounds: draft.rounds } });
  const blocked = count === 0 ? text.nothing : draft.wrong > 0 && !save.isError ? text.blocked(draft.wrong) : undefined;

  const rows = draft.months.filter(({ state }) => state !== 'none').map(({ month }) => month.slug);
  const [at, setAt] = useState(0);
  const focusOn = (index: number) => {
    const slug = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!slug) return;
    setAt(rows.indexOf(slug));
    const row = document.getElementById(rowId(slug));
    (row?.querySelector<HTMLElement>('[data-row]') ?? row?.querySelector<HTMLElement>('a'))?.focus();
  };
  const current = () => {
    const held = document.activeElement?.closest('li[id]')?.id;
    const index = rows.findIndex((slug) => rowId(slug) === held);
    return index >= 0 ? index : at;
  };
  // A month that is left out loses the button that had the focus.
  const refocus = useRef<string | null>(null);
  useEffect(() => {
    if (!refocus.current) return;
    document.getElementById(rowId(refocus.current))?.querySelector<HTMLElement>('[data-row]')?.focus();
    refocus.current = null;
  });
  const currentMonth = () => draft.months.find(({ month }) => month.slug === rows[current()]);
  const step = (by: 1 | -1) => () => focusOn(document.activeElement?.closest('li[id]') ? current() + by : current());
  const firstWrong = draft.months.findIndex((one) => one.reasons.length > 0);
  useKeys({
    j: step(1),
    k: step(-1),
    ArrowDown: step(1),
    ArrowUp: step(-1),
    m: () => {
      const slug = rows[current()];
      if (slug) setOpen(open === slug ? null : slug);
    },
    x: () => {
      const one = currentMonth();
      if (!one?.month.free) return;
      refocus.current = one.month.slug;
      change(toggleMonth(edits, one.month.slug));
    },
    c: firstWrong >= 0 ? () => focusOn(rows.indexOf(draft.months[firstWrong]!.month.slug)) : undefined,
    e: blocked === undefined && !save.isPending ? send : undefined,
  });
  const close = (slug: string) => {
    setOpen(null);
    document.getElementById(rowId(slug))?.querySelector<HTMLElement>('[data-row]')?.focus();
  };
  return (
    <>
      <YearStrip months={draft.months} />
      <p className={`muted ${styles.intro}`}>{text.intro(timeZone)}</p>
      <ol
        className={styles.rows}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) close(open);
        }}
      >
        {draft.months.map((one) => (
          <Fragment key={one.month.slug}>
            {one.gap && (
              <li className={styles.gap}>{text.gap(format.stamp(one.gap.from), format.stamp(one.gap.to))}</li>
            )}
            <CalendarRow
              draft={one}
              timeZone={timeZone}
              open={open === one.month.slug}
              onOpen={(opens) => setOpen(opens ? one.month.slug : null)}
              onMove={(key, moment) => change(moveMoment(calendar, edits, { slug: one.month.slug, key, at: moment }))}
              onToggle={() => change(toggleMonth(edits, one.month.slug))}
              onReset={() => change(resetMonth(edits, one.month.slug))}
            />
          </Fragment>
        ))}
      </ol>
      <div className={styles.bar}>
        <div>
          <p role="status" className="strong">
            {text.sum(draft.fresh, draft.moved)}
            {draft.wrong > 0 && <span className={styles.wrongCount}> {text.wrongSum(draft.wrong)}</span>}
          </p>
          <ErrorNote error={save.error} reason={() => null} />
        </div>
        <div className={styles.barActs}>
          <KeyHelp
            keys={[
              [['J', 'K'], text.keys.step],
              [['M'], text.keys.edit],
              [['X'], text.keys.skip],
              [['C'], text.keys.conflict],
              [['E'], text.keys.save],
              [['Esc'], text.keys.close],
            ]}
          />
          {hasEdits(edits) && (
            <Button kind="line" onClick={() => change(noEdits)}>
              {text.resetAll}
            </Button>
          )}
          <Button busy={save.isPending} disabledReason={blocked} onClick={send}>
            {text.save(count)}
          </Button>
        </div>
      </div>
    </>
  );
}
