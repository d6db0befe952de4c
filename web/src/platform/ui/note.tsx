import type { ReactNode } from 'react';
import { CheckIcon, ClockIcon, CrossIcon, RegisterMark } from './icons.tsx';
import styles from './note.module.css';

export type Tone = 'info' | 'ok' | 'warn' | 'bad';

const icons = { info: RegisterMark, ok: CheckIcon, warn: ClockIcon, bad: CrossIcon };

export interface NoteProps {
  readonly tone?: Tone;
  /** The fact, in bold, before what to do. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Read out when it appears: `status` waits, `alert` interrupts. */
  readonly role?: 'status' | 'alert';
  readonly className?: string | undefined;
}

/** One message: a sign, the fact, what can be done. Never by colour alone. */
export function Note({ tone = 'info', title, children, role, className }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div className={[styles.note, styles[tone], className].filter(Boolean).join(' ')} role={role}>
      <Icon className={styles.icon} />
      <div>
        {title && <b>{title}</b>} {children}
      </div>
    </div>
  );
}
