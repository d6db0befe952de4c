import type { CalendarMonth } from '@fraisier/shared/contracts/rounds-calendar.ts';
import { nextRoundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { finalBetween } from '@fraisier/shared/cycle/calendar-rules.ts';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  type CalendarEdits,
  draftOf,
  hasEdits,
  moveMoment,
  noEdits,
  resetMonth,
  toggleMonth,
} from '../../../web/src/cycle/rounds/parts/ops/calendar-draft.ts';

const now = '2026-11-10T10:00:00.000Z';
const endOf = (slug: string, months = 0) => {
  const [year = 0, month = 0] = slug.split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0, 19)).toISOString();
};
function monthOf(slug: string, phase: CalendarMonth['phase'], number: number): CalendarMonth {
  const [votingAt, freezeAt] = [endOf(slug, -1), endOf(slug)];
  const finalAt = new Date(finalBetween(Date.parse(votingAt), Date.parse(freezeAt))).toISOString();
  const month = Number(slug.slice(5));
  return {
    slug,
    month,
    number,
    phase,
    collectingAt: endOf(slug, -2),
    votingAt,
    finalAt,
    freezeAt,
    free: phase === null,
  };
}
/** November votes, December collects, January is planned, the rest of six months is free. */
function year(): Calendar {
  const months: CalendarMonth[] = [];
  for (let slug = '2026-11'; months.length < 6; slug = nextRoundSlug(slug)) {
    const phase = (['voting', 'collecting', 'planned'] as const)[months.length] ?? null;
    months.push(monthOf(slug, phase, months.length + 1));
  }
  return { months, before: null, after: null };
}
const move = (slug: string, key: 'collectingAt' | 'votingAt' | 'finalAt' | 'freezeAt', at: string, edits = noEdits) =>
  moveMoment(year(), edits, { slug, key, at });
const draft = (edits: CalendarEdits) => draftOf(year(), edits, now);
const wrong = (edits: CalendarEdits) =>
  draft(edits).months.flatMap(({ reasons }) => reasons.map(({ code, field }) => `${code} ${field}`));

describe('a year being planned', () => {
  it('suggests what is free and leaves alone what stands', () => {
    const { months, fresh, moved, wrong: bad, rounds } = draft(noEdits);
    expect(months.map(({ state }) => state)).toEqual(['stands', 'stands', 'stands', 'new', 'new', 'new']);
    expect({ fresh, moved, bad }).toEqual({ fresh: 3, moved: 0, bad: 0 });
    expect(rounds.map(({ slug, seen }) => [slug, seen])).toEqual([
      ['2027-02', null],
      ['2027-03', null],
      ['2027-04', null],
    ]);
    expect(hasEdits(noEdits)).toBe(false);
  });

  it('moves the edge that two months share, the final in between, and what began with it', () => {
    const at = '2027-01-27T19:00:00.000Z';
    const edits = move('2027-01', 'freezeAt', at);
    const [, , january, february, march] = draft(edits).months;
    expect(january!.moments.freezeAt).toBe(at);
    expect(february!.moments.votingAt).toBe(at);
    // March takes designs from when February votes.
    expect(march!.moments.collectingAt).toBe(at);
    const { votingAt, finalAt } = january!.moments;
    expect(Date.parse(finalAt)).toBe(finalBetween(Date.parse(votingAt), Date.parse(at)));
    expect(wrong(edits)).toEqual([]);
    // Moved from the other side it is the same.
    expect(draft(move('2027-02', 'votingAt', at)).rounds).toEqual(draft(edits).rounds);
    expect(draft(edits).rounds[0]).toMatchObject({ slug: '2027-01', seen: { freezeAt: endOf('2027-01') } });
  });

  it('keeps a final that was given a place of its own', () => {
    const finalAt = '2027-01-20T12:00:00.000Z';
    const edits = move('2027-01', 'freezeAt', '2027-01-30T19:00:00.000Z', move('2027-01', 'finalAt', finalAt));
    expect(draft(edits).months[2]!.moments.finalAt).toBe(finalAt);
  });

  it('says at once what cannot be, month by month', () => {
    // January, with a final of its own, ends before it: its own fault, and February touches it all the same.
    const own = move('2027-01', 'finalAt', '2027-01-20T12:00:00.000Z');
    expect(wrong(move('2027-01', 'freezeAt', '2027-01-15T19:00:00.000Z', own))).toEqual([
      'out_of_order 2027-01/freezeAt',
    ]);
    expect(wrong(move('2026-11', 'freezeAt', '2026-11-05T19:00:00.000Z'))).toContain('in_the_past 2026-11/freezeAt');
    // What has begun is not moved at all.
    expect(move('2026-11', 'votingAt', '2026-11-12T19:00:00.000Z')).toEqual(noEdits);
  });

  it('shows the gap that a month left out makes, and a vote that would reach over it', () => {
    const edits = toggleMonth(noEdits, '2027-03');
    expect(draft(edits).months.map(({ state }) => state)).toContain('skipped');
    expect(draft(edits).months[5]!.gap).toMatchObject({ after: '2027-02', before: '2027-04' });
    expect(draft(edits).rounds.map(({ slug }) => slug)).toEqual(['2027-02', '2027-04']);
    expect(wrong(move('2027-02', 'freezeAt', '2027-04-02T19:00:00.000Z', edits))).toEqual([
      'overlaps 2027-04/votingAt',
    ]);
    expect(toggleMonth(edits, '2027-03')).toEqual(noEdits);
  });

  it('takes a month back to what it was, with the edges it shares', () => {
    const edits = resetMonth(move('2027-02', 'freezeAt', '2027-02-20T19:00:00.000Z'), '2027-02');
    expect(draft(edits).months[3]!.moments).toEqual(draft(noEdits).months[3]!.moments);
    expect(draft(edits).months[4]!.moments.votingAt).toBe(endOf('2027-02'));
  });

  it('shows what the shop refused beside what the page found, each once', () => {
    const refused = [
      { code: 'changed_meanwhile', field: '2027-02/slug' },
      { code: 'changed_meanwhile', field: '2027-02/slug' },
    ];
    const { months, wrong: bad } = draftOf(year(), noEdits, now, refused);
    expect(months[3]!.reasons).toEqual([refused[0]]);
    expect(bad).toBe(1);
  });
});
