import { Fragment, type ReactNode } from 'react';
import styles from './timeline.module.css';

export interface TimelineSpan {
  /** Days of the month, both included. */
  readonly from: number;
  readonly to: number;
  readonly label: ReactNode;
}

export interface TimelineLane {
  readonly key: string;
  /** The month whose ink colours the lane, 1 to 12. */
  readonly month: number;
  readonly spans: readonly TimelineSpan[];
}

export interface TimelineProps {
  readonly label: string;
  /** Days in the month. */
  readonly total: number;
  readonly now: number;
  readonly end?: number;
  readonly lanes: readonly TimelineLane[];
}

/** The month as the workshop sees it: its days, and one lane for each round at work. */
export function Timeline({ label, total, now, end, lanes }: TimelineProps) {
  const days = Array.from({ length: total }, (_, index) => index + 1);
  const stateOf = (day: number) =>
    day === now ? styles.now : day < now ? styles.gone : day === end ? styles.end : undefined;
  return (
    <section className={styles.timeline} aria-label={label} data-days={total}>
      <div className={styles.row} aria-hidden="true">
        {days.map((day) => (
          <span key={day} className={[styles.day, stateOf(day)].filter(Boolean).join(' ')}>
            {day}
          </span>
        ))}
      </div>
      <ul>
        {lanes.map((lane) => (
          <li key={lane.key} className={styles.row} data-ink={String(lane.month).padStart(2, '0')}>
            {lane.spans.map((span) => (
              <Fragment key={`${span.from}-${span.to}`}>
                <span className={styles.span} data-from={span.from} data-to={span.to} />
                <span className={styles.label} {...whereWords(span, total)}>
                  {span.label}
                </span>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Days that leave room for words, on a desk and on a phone. */
const ROOM = 6;
const ROOM_ON_PHONE = 14;

/** On its stretch; below it, as wide as there is room, where the stretch is short. */
function whereWords({ from, to }: TimelineSpan, total: number) {
  const days = to - from + 1;
  const side = from + to > total ? { 'data-to': to } : { 'data-from': from };
  if (days < ROOM) return { 'data-below': 'always', ...side };
  return { 'data-below': days < ROOM_ON_PHONE ? 'phone' : undefined, 'data-from': from, 'data-to': to };
}
