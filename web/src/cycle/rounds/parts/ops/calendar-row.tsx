import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { CrossIcon } from '../../../../platform/ui/icons.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Tag } from '../../../../platform/ui/tag.tsx';
import styles from './calendar.module.css';
import { type CalendarKey, calendarKeys, type DraftMonth, isEditable } from './calendar-draft.ts';
import { MomentField } from './moment-field.tsx';
import { PhaseOf } from './phase-of.tsx';
import { errorsByField } from './reasons-by-field.ts';
import { useRoundReason } from './round-reasons.ts';

export interface CalendarRowProps {
  readonly draft: DraftMonth;
  readonly timeZone: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onMove: (key: CalendarKey, at: string) => void;
  readonly onToggle: () => void;
  readonly onReset: () => void;
}

export const rowId = (slug: string) => `mois-${slug}`;

/** A month: its ink, where its round is, its four moments, and the fields to move them where it is opened. */
export function CalendarRow(props: CalendarRowProps) {
  const { draft, timeZone, open, onOpen, onMove, onToggle, onReset } = props;
  const { calendar: text, moments: names, plan } = useText('ops-rounds');
  const platform = useText('platform');
  const ops = useText('ops');
  const format = useFormat();
  const say = useRoundReason();
  const { month, moments, state, reasons } = draft;
  const name = format.month(`${month.slug}-15T12:00:00Z`);
  const short = reasons.map((reason) => ({ ...reason, field: reason.field?.split('/')[1] ?? '' }));
  const errors = errorsByField(short, say);
  const isOut = state === 'none' || state === 'skipped';
  const editable = calendarKeys.filter((key) => !isOut && isEditable(month, key));
  const label = {
    collectingAt: names.collecting,
    votingAt: names.voting,
    finalAt: names.final,
    freezeAt: names.freeze,
  };
  return (
    <li
      id={rowId(month.slug)}
      className={[styles.row, isOut && styles.out].filter(Boolean).join(' ')}
      data-ink={monthCode(month.month)}
    >
      <span className={`${isOut ? styles.blank : 'field-of-ink'} ${styles.chip}`} aria-hidden="true">
        <span className="figure">{isOut ? '' : month.number}</span>
      </span>
      <div className={styles.name}>
        <h2 className={`d3 ${styles.month}`}>
          {month.phase === null ? name : <PlainLink to={`/ops/rounds/${month.slug}`}>{name}</PlainLink>}
        </h2>
        <p className="small muted">
          {isOut
            ? text.states[state]
            : `${ops.roundName(month.number)}, ${platform.inkNames[month.month - 1]?.toLowerCase() ?? ''}`}
        </p>
        {!isOut &&
          (state === 'stands' && month.phase ? (
            <PhaseOf phase={month.phase} />
          ) : (
            <Tag tone={state === 'moved' ? 'warn' : 'plain'}>{text.states[state]}</Tag>
          ))}
      </div>
      {!isOut && (
        <ol className={styles.moments}>
          {calendarKeys.map((key) => (
            <li key={key} className={errors[key] ? styles.wrong : draft.moved.includes(key) ? styles.moved : undefined}>
              <span className="small muted">{label[key]}</span>
              <span className="num">{format.day(moments[key], { year: false })}</span>
              <span className="small muted num">{format.time(moments[key])}</span>
            </li>
          ))}
        </ol>
      )}
      <div className={styles.acts}>
        {editable.length > 0 && (
          <Button kind="line" small aria-expanded={open} data-row={month.slug} onClick={() => onOpen(!open)}>
            {open ? text.done : text.edit}
            <span className="unseen"> {name}</span>
          </Button>
        )}
        {month.free && (
          <Button kind="line" small {...(editable.length === 0 ? { 'data-row': month.slug } : {})} onClick={onToggle}>
            {state === 'skipped' ? text.include : text.skip}
            <span className="unseen"> {name}</span>
          </Button>
        )}
      </div>
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {short.map((reason) => (
            <li key={`${reason.code} ${reason.field}`}>
              <CrossIcon />
              <span>
                {label[reason.field as CalendarKey] && <b>{label[reason.field as CalendarKey]}</b>} {say(reason)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open && editable.length > 0 && (
        <div className={styles.fields}>
          {editable.map((key) => (
            <MomentField
              key={key}
              label={plan[key]}
              value={moments[key]}
              timeZone={timeZone}
              error={errors[key]}
              hint={
                key === 'votingAt'
                  ? text.movesBefore
                  : key === 'freezeAt'
                    ? text.movesAfter
                    : key === 'finalAt'
                      ? text.finalShare
                      : undefined
              }
              onChange={(at) => onMove(key, at)}
            />
          ))}
          <div className={styles.reset}>
            <Button kind="line" small onClick={onReset}>
              {text.reset}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
