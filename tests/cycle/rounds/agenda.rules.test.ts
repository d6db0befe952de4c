import { byUrgency, urgencyOf, waitingKinds } from '@fraisier/shared/cycle/agenda.ts';
import { describe, expect, it } from 'vitest';

const now = Date.UTC(2026, 10, 22);
const hours = (count: number) => now + count * 3_600_000;

describe('what waits at the desk', () => {
  it('is late once its day is over, soon three days before, calm until then and without a day', () => {
    const urgency = (dueAt: number | null) => urgencyOf({ what: 'designs', dueAt }, now);
    expect([hours(-1), now, hours(71), hours(72), hours(300), null].map(urgency)).toEqual([
      'late',
      'soon',
      'soon',
      'calm',
      'calm',
      'calm',
    ]);
  });

  it('is late from the first moment where something went wrong, and soon where a round is held up', () => {
    const without = (what: (typeof waitingKinds)[number]) => urgencyOf({ what, dueAt: null }, now);
    expect(waitingKinds.filter((what) => without(what) === 'late')).toEqual([
      'stuck',
      'payment_failed',
      'packet_failed',
      'mails_failed',
      'jobs_failed',
    ]);
    expect(waitingKinds.filter((what) => without(what) === 'soon')).toEqual(['count', 'close']);
  });

  it('is told with what is late first, then what is due first, then in the order of the month', () => {
    const waiting = [
      { what: 'messages', dueAt: hours(10) },
      { what: 'notes', dueAt: null },
      { what: 'designs', dueAt: hours(5) },
      { what: 'jobs_failed', dueAt: null },
      { what: 'close', dueAt: null },
      { what: 'bounty_to_pay', dueAt: hours(-50) },
      { what: 'clusters', dueAt: null },
    ] as const;
    const order = byUrgency(waiting, now).map(({ what }) => what);
    expect(order).toEqual(['bounty_to_pay', 'jobs_failed', 'designs', 'messages', 'close', 'notes', 'clusters']);
    expect(byUrgency(waiting.toReversed(), now).map(({ what }) => what)).toEqual(order);
  });
});
