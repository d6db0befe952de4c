import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Moment, Nullable, RoundSlug } from './common.ts';
import { Phase } from './rounds.ts';

/** The planned moments of a round, by the names that a plan gives them. */
export const CalendarMoments = Type.Object({
  collectingAt: Moment,
  votingAt: Moment,
  finalAt: Moment,
  freezeAt: Moment,
});
export type CalendarMoments = Type.Static<typeof CalendarMoments>;

/** A month of the calendar: its round, or the round that it could have. */
export const CalendarMonth = Type.Object({
  slug: RoundSlug,
  month: Type.Integer({ minimum: 1, maximum: 12 }),
  /** The round's number, or the one it would get. */
  number: Type.Integer(),
  /** Null where the month has no round. */
  phase: Nullable(Phase),
  /** As planned; where there is no round, as suggested: months tile time in the shop's zone. */
  ...CalendarMoments.properties,
  /** There is no round, and one can still be planned. */
  free: Type.Boolean(),
});
export type CalendarMonth = Type.Static<typeof CalendarMonth>;

/** A year is twelve months; two years are the most that is planned in one act. */
export const CALENDAR = { months: 12, most: 24 } as const;

export const getCalendar = contract({
  name: 'getCalendar',
  method: 'GET',
  path: '/api/calendar',
  audience: 'operator',
  summary: 'The months from one on: their rounds, and for the others what is suggested, tiled in the shop’s time zone',
  query: Type.Object({
    /** The month of today where none is named. */
    from: Type.Optional(RoundSlug),
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: CALENDAR.most })),
  }),
  status: 200,
  response: Type.Object({
    months: Type.Array(CalendarMonth),
    /** The rounds next to these months, which theirs touch. */
    before: Nullable(CalendarMonth),
    after: Nullable(CalendarMonth),
  }),
});

export const planCalendar = contract({
  name: 'planCalendar',
  method: 'PUT',
  path: '/api/calendar',
  audience: 'operator',
  summary: 'Plan or move the rounds of many months in one act, all or none; every month that is wrong is told',
  body: Type.Object({
    rounds: Type.Array(
      Type.Object({
        slug: RoundSlug,
        ...CalendarMoments.properties,
        /** As it was read: null for a month without a round. Where it is otherwise by now, nothing is done. */
        seen: Type.Optional(Nullable(CalendarMoments)),
      }),
      { minItems: 1, maxItems: CALENDAR.most },
    ),
  }),
  status: 200,
  response: Type.Object({ months: Type.Array(CalendarMonth) }),
  problems: ['calendar_refused'],
});
