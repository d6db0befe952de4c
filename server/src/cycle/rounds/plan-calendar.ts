import type { CalendarMoments, CalendarMonth, planCalendar } from '@fraisier/shared/contracts/rounds-calendar.ts';
import { isRoundSlug, monthsBetween, nextRoundSlug, previousRoundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { fieldOf, movedMoments, type PlannedMonth, reasonsNotToPlan } from '@fraisier/shared/cycle/calendar-rules.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import { inMilliseconds, lockCalendar, type Moments } from './calendar.sql.ts';
import { momentsView, plannedMonthView } from './calendar.view.ts';
import { momentsOf } from './neighbours.ts';
import { insertPromised } from './plan-round.ts';
import { findFirstRound, listRoundsAround, lockRoundRows, type RoundRow, updateRound } from './rounds.sql.ts';

type Actor = Pick<Member, 'id' | 'name'>;
type Asked = BodyOf<typeof planCalendar>['rounds'][number];

/** A month that is asked for, beside its round as it stands. */
interface Draft {
  readonly asked: Asked;
  readonly row: RoundRow | undefined;
  readonly moments: Moments;
  readonly number: number;
}

/**
 * Plans and moves the rounds of many months, all or none: the months that the plan leaves out stay as they are, and the
 * whole must tile time. What stands already so is left alone, so that the same plan again does nothing.
 */
export async function planMonths(deps: Deps, actor: Actor, rounds: readonly Asked[]): Promise<CalendarMonth[]> {
  const asked = rounds.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  refuseStrangeMonths(asked);
  return deps.db.transaction().execute(async (trx) => {
    await lockCalendar(trx);
    const { drafts, reasons } = await draftsOf(trx, asked);
    if (reasons.length > 0) throw new Problem('calendar_refused', { reasons });
    const months: CalendarMonth[] = [];
    for (const draft of drafts) months.push(plannedMonthView(await settle(trx, actor, draft)));
    return months;
  });
}

function refuseStrangeMonths(asked: readonly Asked[]): void {
  const reasons: ProblemReason[] = asked.flatMap(({ slug }, index) => {
    if (!isRoundSlug(slug)) return [{ code: 'no_such_month', field: '/rounds', detail: slug }];
    return slug === asked[index - 1]?.slug ? [{ code: 'month_twice', field: '/rounds', detail: slug }] : [];
  });
  if (reasons.length > 0) throw new Problem('bad_input', { reasons });
}

async function draftsOf(trx: Trx, asked: readonly Asked[]): Promise<{ drafts: Draft[]; reasons: ProblemReason[] }> {
  const [first, last] = [asked[0]!.slug, asked.at(-1)!.slug];
  const besides = [previousRoundSlug(first), nextRoundSlug(last)].filter((slug) => slug !== null);
  await lockRoundRows(trx, [...asked.map(({ slug }) => slug), ...besides]);
  const rows = await listRoundsAround(trx, first, last);
  const origin = (await findFirstRound(trx)) ?? { slug: first, number: 1 };
  const drafts = asked.map((one) => ({
    asked: one,
    row: rows.find(({ slug }) => slug === one.slug),
    moments: momentsAsked(one),
    number: origin.number + monthsBetween(origin.slug, one.slug),
  }));
  const untouched = rows.filter(({ slug }) => !asked.some((one) => one.slug === slug));
  const months = [...drafts.map(monthOf), ...untouched.map(standingMonth)].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return {
    drafts,
    reasons: [
      ...reasonsNotToPlan(months, (await shopNow(trx)).getTime()),
      ...drafts.flatMap(({ row, number, asked: { slug } }) =>
        row || number >= 1 ? [] : [{ code: 'before_first_round', field: `${slug}/slug` }],
      ),
      ...drafts.filter(hasChangedMeanwhile).map(({ row, asked: { slug } }) => ({
        code: 'changed_meanwhile',
        field: `${slug}/slug`,
        ...(row && { detail: row.phase }),
      })),
    ],
  };
}

async function settle(trx: Trx, actor: Actor, { asked, row, moments, number }: Draft): Promise<RoundRow> {
  if (!row) {
    const round = await insertPromised(trx, { number, moments, plan: { slug: asked.slug } });
    await auditPlan(trx, actor, 'plan-round', round, { number, ...momentsView(moments) });
    return round;
  }
  const moved = movedMoments(monthOf({ asked, row, moments, number }));
  if (moved.length === 0) return row;
  const after = await updateRound(
    trx,
    row.id,
    Object.fromEntries(moved.map((moment) => [`${moment}_due_at`, moments[moment]])),
  );
  const before = momentsOf(row);
  const changes = moved.map((moment) => [fieldOf(moment), { before: before[moment], after: moments[moment] }]);
  await auditPlan(trx, actor, 'replan-round', after, Object.fromEntries(changes));
  return after;
}

function auditPlan(trx: Trx, actor: Actor, act: string, { slug }: RoundRow, details: Record<string, unknown>) {
  return audit(trx, { actor, act, subjectType: 'round', subjectId: slug, details: { ...details, slug } });
}

function monthOf({ asked, row, moments }: Draft): PlannedMonth {
  return {
    slug: asked.slug,
    phase: row?.phase ?? 'planned',
    moments: inMilliseconds(moments),
    standing: row ? inMilliseconds(momentsOf(row)) : null,
  };
}

function standingMonth(row: RoundRow): PlannedMonth {
  const moments = inMilliseconds(momentsOf(row));
  return { slug: row.slug, phase: row.phase, moments, standing: moments };
}

/** Somebody else planned or moved the month since it was read, and not to what is asked for. */
function hasChangedMeanwhile(draft: Draft): boolean {
  const { seen } = draft.asked;
  if (seen === undefined || movedMoments(monthOf(draft)).length === 0) return false;
  if (!draft.row || seen === null) return Boolean(draft.row) || seen !== null;
  const [was, is] = [momentsAsked(seen), momentsOf(draft.row)];
  return Object.keys(is).some(
    (moment) => was[moment as keyof Moments].getTime() !== is[moment as keyof Moments].getTime(),
  );
}

function momentsAsked({ collectingAt, votingAt, finalAt, freezeAt }: CalendarMoments): Moments {
  return {
    collecting: new Date(collectingAt),
    voting: new Date(votingAt),
    final: new Date(finalAt),
    freeze: new Date(freezeAt),
  };
}
