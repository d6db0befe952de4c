/** What waits for a person at the desk, in the order of the month. */
export const waitingKinds = [
  'stuck',
  'designs',
  'notes',
  'too_few_designs',
  'clusters',
  'appeals',
  'signatures',
  'count',
  'close',
  'letters',
  'bounty_of_winner',
  'bounty_to_pay',
  'payment_failed',
  'payout_to_settle',
  'pieces_to_print',
  'packet_failed',
  'delivery',
  'orders_to_send',
  'messages',
  'mails_failed',
  'jobs_failed',
  'nothing_planned',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export interface Waiting {
  readonly what: WaitingKind;
  /** Milliseconds since 1970: until when it should be done; null where nobody was promised a day. */
  readonly dueAt: number | null;
}

export type Urgency = 'late' | 'soon' | 'calm';

/** Designers are promised an answer within two days, as is who writes to the workshop. */
export const ANSWER_HOURS = 48;
/** A job moves rounds every minute; it is given this long before a person is called. */
export const PATIENCE_MINUTES = 15;
const SOON_MS = 3 * 86_400_000;

/** These went wrong: they wait for a person from the first moment on. */
const wrong: readonly WaitingKind[] = ['stuck', 'payment_failed', 'packet_failed', 'mails_failed', 'jobs_failed'];
/** These hold a round up, and everybody in it. */
const holding: readonly WaitingKind[] = ['count', 'close'];

export function urgencyOf({ what, dueAt }: Waiting, now: number): Urgency {
  if (wrong.includes(what) || (dueAt !== null && dueAt < now)) return 'late';
  if (holding.includes(what) || (dueAt !== null && dueAt < now + SOON_MS)) return 'soon';
  return 'calm';
}

const rank: Readonly<Record<Urgency, number>> = { late: 0, soon: 1, calm: 2 };

/** What is late first, then what is soon; among equals what is due first, then the order of the month. */
export function byUrgency<W extends Waiting>(waiting: readonly W[], now: number): W[] {
  return waiting.toSorted(
    (a, b) =>
      rank[urgencyOf(a, now)] - rank[urgencyOf(b, now)] ||
      compare(a.dueAt, b.dueAt) ||
      waitingKinds.indexOf(a.what) - waitingKinds.indexOf(b.what),
  );
}

function compare(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return a === null ? 1 : b === null ? -1 : a - b;
}
