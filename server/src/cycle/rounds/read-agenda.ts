import type { ComingItem, getAgenda, WaitingItem } from '@fraisier/shared/contracts/rounds-agenda.ts';
import {
  ANSWER_HOURS,
  byUrgency,
  PATIENCE_MINUTES,
  urgencyOf,
  type WaitingKind,
} from '@fraisier/shared/cycle/agenda.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { MIN_DESIGNS } from '@fraisier/shared/cycle/round-phase.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Database } from '../../platform/db/database.ts';
import { appealsEndAt } from '../ballots/desk/appeals-end.ts';
import { countUnsignedQuarantines } from '../ballots/desk/clusters.sql.ts';
import { countPrintWork } from '../prints/printed.sql.ts';
import { countAdmitted } from '../submissions/submissions.sql.ts';
import { listBountiesDue, readWaiting } from './agenda.sql.ts';
import { changesWinner, readCountResult } from './count-result.ts';
import { findCount, listPassedOver } from './counts.sql.ts';
import { listRoundsById, listUnsettledRounds, type RoundRow } from './rounds.sql.ts';

type Agenda = ResponseOf<typeof getAgenda>;
type AgendaRound = ComingItem['round'];

/** Before urgency and words: moments as the rules take them. */
interface Found {
  readonly what: WaitingKind;
  readonly count: number;
  readonly since: number | null;
  readonly dueAt: number | null;
  readonly round: AgendaRound | null;
  readonly subjects: readonly string[];
}

const DAY = 86_400_000;
/** Who has too few designs is told so this long before its vote. */
const WARNING = 7 * DAY;

/** The desk's day: what waits for a person, and what comes by itself. */
export async function readAgenda(db: Database): Promise<Agenda> {
  const now = (await shopNow(db)).getTime();
  const rounds = await listUnsettledRounds(db);
  const [rows, bounties, prints] = [
    await readWaiting(db, ANSWER_HOURS),
    await listBountiesDue(db),
    await countPrintWork(db),
  ];
  const named = await listRoundsById(
    db,
    [...rows, ...bounties].flatMap(({ roundId }) => roundId ?? []),
  );
  const nameOf = (id: string | null) => {
    const row = named.find((one) => one.id === id);
    return row ? agendaRound(row) : null;
  };
  const waiting: Found[] = [
    ...rows.map((row) => ({
      what: row.what,
      count: row.count,
      since: row.since?.getTime() ?? null,
      dueAt: row.dueAt?.getTime() ?? null,
      round: nameOf(row.roundId),
      subjects: row.subjects,
    })),
    ...bare('pieces_to_print', prints.piecesToPrint),
    ...bare('orders_to_send', prints.ordersToSend),
    ...(await ofRounds(db, rounds, now)),
  ];
  return {
    waiting: byUrgency(waiting, now).map((found) => waitingView(found, now)),
    coming: [
      ...rounds.flatMap((round) => movesOf(round)),
      ...bounties.flatMap(({ id, roundId, dueAt }) => {
        const round = nameOf(roundId);
        return round
          ? [{ what: 'bounty_due' as const, at: dueAt.getTime(), byItself: false, round, subjects: [id] }]
          : [];
      }),
    ]
      .filter(({ at }) => at > now)
      .sort((a, b) => a.at - b.at)
      .map((item) => ({ ...item, at: iso(item.at) })),
  };
}

/** What a round's own phase asks of a person. */
async function ofRounds(db: Database, rounds: readonly RoundRow[], now: number): Promise<Found[]> {
  const found: Found[] = [];
  const add = (round: RoundRow, what: WaitingKind, facts: Partial<Found> = {}) =>
    found.push({ what, count: 1, since: null, dueAt: null, round: agendaRound(round), subjects: [], ...facts });
  for (const round of rounds) {
    const due = nextMove(round)?.at;
    if (due !== undefined && now - due > PATIENCE_MINUTES * 60_000) add(round, 'stuck', { since: due });
    const vote = round.voting_due_at.getTime();
    if ((round.phase === 'collecting' || round.phase === 'planned') && vote - now < WARNING) {
      const admitted = await countAdmitted(db, round.id);
      if (admitted < MIN_DESIGNS) add(round, 'too_few_designs', { count: MIN_DESIGNS - admitted, dueAt: vote });
    }
    if (round.phase === 'frozen') add(round, 'count', { since: round.frozen_at?.getTime() ?? null });
    if (round.phase !== 'counted') continue;
    const count = await findCount(db, round.id);
    const out = (await listPassedOver(db, round.id)).map((row) => row.design);
    const unsigned =
      count && changesWinner(readCountResult(count.result), out) ? await countUnsignedQuarantines(db, round.id) : 0;
    if (unsigned > 0) add(round, 'signatures', { count: unsigned, dueAt: appealsEndAt(round) });
    const end = appealsEndAt(round) ?? now;
    if (end <= now) add(round, 'close', { since: end });
  }
  if (!rounds.some(({ phase }) => phase === 'planned' || phase === 'collecting')) {
    const last = rounds.at(-1);
    found.push({
      what: 'nothing_planned',
      count: 1,
      since: null,
      dueAt: last && last.phase !== 'counted' ? last.freeze_due_at.getTime() : null,
      round: null,
      subjects: [],
    });
  }
  return found;
}

type Move = Omit<ComingItem, 'at'> & { readonly at: number };

/** All that a round still does by itself. */
function movesOf(round: RoundRow): Move[] {
  const all: readonly (readonly [ComingItem['what'], Date | null, RoundRow['phase'][]])[] = [
    ['collecting', round.collecting_due_at, ['planned']],
    ['voting', round.voting_due_at, ['planned', 'collecting']],
    ['final', round.final_due_at, ['planned', 'collecting', 'voting']],
    ['freeze', round.freeze_due_at, ['planned', 'collecting', 'voting', 'final']],
    ['appeals_end', round.phase === 'counted' ? new Date(appealsEndAt(round) ?? 0) : null, ['counted']],
  ];
  return all.flatMap(([what, at, phases]) =>
    at && phases.includes(round.phase)
      ? [{ what, at: at.getTime(), byItself: true, round: agendaRound(round), subjects: [] }]
      : [],
  );
}

function nextMove(round: RoundRow): Move | undefined {
  return movesOf(round).find(({ what }) => what !== 'appeals_end');
}

function agendaRound({ slug, number }: Pick<RoundRow, 'slug' | 'number'>): AgendaRound {
  return { slug, number, month: roundMonth(slug).month };
}

function bare(what: WaitingKind, count: number): Found[] {
  return count > 0 ? [{ what, count, since: null, dueAt: null, round: null, subjects: [] }] : [];
}

function waitingView(found: Found, now: number): WaitingItem {
  const { since, dueAt, subjects, ...rest } = found;
  return {
    ...rest,
    urgency: urgencyOf(found, now),
    since: since === null ? null : iso(since),
    dueAt: dueAt === null ? null : iso(dueAt),
    subjects: [...subjects],
  };
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
