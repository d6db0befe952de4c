import { useText } from '../../../../platform/i18n/use-text.ts';
import { CheckIcon, ClockIcon, CrossIcon } from '../../../../platform/ui/icons.tsx';
import styles from './check-rows.module.css';

export type RowState = 'wait' | 'now' | 'ok' | 'bad' | 'open';

export interface CheckRow {
  readonly id: string;
  readonly state: RowState;
  readonly title: string;
  /** What was found, or what its failure means. */
  readonly text?: string | undefined;
  readonly figure?: string | undefined;
  /** What may come to stand in the place of words and figure: it is kept free for the longest, so that no row moves. */
  readonly held?: { readonly texts: readonly string[]; readonly figure: string | undefined };
  readonly unit?: string | undefined;
  /** For who looks closer, in English. */
  readonly detail?: string | null;
}

export interface CheckGroup {
  readonly id: string;
  readonly title: string | null;
  readonly rows: readonly CheckRow[];
}

const icons = { ok: CheckIcon, bad: CrossIcon, open: ClockIcon };

/** Checks in their order, each with its sign, its words and its figure; the newest is read out. */
export function CheckRows({ groups }: { groups: readonly CheckGroup[] }) {
  const text = useText('verify');
  const all = groups.flatMap((group) => group.rows);
  const told = all.findLastIndex((row) => row.state !== 'wait' && row.state !== 'now');
  const last = all[told];
  let at = 0;
  return (
    <div className={styles.groups}>
      <p className="unseen" role="status">
        {last && text.said(told + 1, all.length, last.title, text.states[last.state])}
      </p>
      {groups.map((group) => {
        const start = at + 1;
        at += group.rows.length;
        return (
          <div key={group.id} className={group.title === null ? styles.alone : styles.group}>
            {group.title !== null && <h4 className={`d3 ${styles.name}`}>{group.title}</h4>}
            <ol start={start}>
              {group.rows.map((row) => (
                <Row key={row.id} {...row} />
              ))}
            </ol>
          </div>
        );
      })}
    </div>
  );
}

function Row({ state, title, text: words, figure, held, unit, detail }: CheckRow) {
  const text = useText('verify');
  const Icon = state === 'wait' || state === 'now' ? null : icons[state];
  return (
    <li className={styles.row} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles.sign}>
        {Icon && <Icon />}
        <span className="unseen">{text.states[state]}</span>
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <div className={styles.places}>
          {words && <p className="small muted prose">{words}</p>}
          {held?.texts.map((one) => (
            <p key={one} className={`small prose ${styles.held}`} aria-hidden="true">
              {one}
            </p>
          ))}
        </div>
        {detail && (
          <details className="small">
            <summary>{text.detail}</summary>
            <code lang="en">{detail}</code>
          </details>
        )}
      </div>
      {figure ? (
        <p className={styles.figure}>
          <b className="num">{figure}</b> <span>{unit}</span>
        </p>
      ) : (
        held?.figure && (
          <p className={`${styles.figure} ${styles.held}`} aria-hidden="true">
            <b className="num">{held.figure}</b> <span>{unit}</span>
          </p>
        )
      )}
    </li>
  );
}
