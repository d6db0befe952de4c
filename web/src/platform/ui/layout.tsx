import type { ReactNode } from 'react';
import styles from './layout.module.css';

interface Box {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The width of a page with its margins. */
export function Wrap({ className, children }: Box) {
  return <div className={[styles.wrap, className].filter(Boolean).join(' ')}>{children}</div>;
}

/** Twelve columns, one on phones. Children are `Cell`s. */
export function Grid({ className, children }: Box) {
  return <div className={[styles.grid, className].filter(Boolean).join(' ')}>{children}</div>;
}

/** A place in the grid: how many of twelve columns, and which it begins at. */
export function Cell({ span, start, className, children }: Box & { span: number; start?: number }) {
  return (
    <div className={[styles.cell, className].filter(Boolean).join(' ')} data-span={span} data-start={start}>
      {children}
    </div>
  );
}

export interface SectionProps extends Box {
  readonly title: ReactNode;
  /** Beside the title: a link to all of it. */
  readonly aside?: ReactNode;
  readonly id?: string;
}

/** A part of a page with its title, with the white of a section above it. */
export function Section({ title, aside, id, className, children }: SectionProps) {
  return (
    <section id={id} className={[styles.wrap, styles.section, className].filter(Boolean).join(' ')}>
      <div className={styles.sectionTop}>
        <h2 className="d4">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

export interface HalvesProps {
  /** Edge to edge, on the left; first on phones. */
  readonly picture: ReactNode;
  readonly caption?: ReactNode;
  /** `tile` for a design, `ink` for the run on sale. */
  readonly ground?: 'tile' | 'ink';
  /** The picture stays in sight while a long text beside it scrolls. */
  readonly steady?: boolean;
  /** How the width is shared. */
  readonly share?: '7/5' | '6/6';
  readonly children: ReactNode;
}

/** Picture and text side by side, full height: a design, a run. */
export function Halves({ picture, caption, ground = 'tile', steady = false, share = '7/5', children }: HalvesProps) {
  return (
    <div className={[styles.halves, share === '6/6' && styles.even].filter(Boolean).join(' ')}>
      <figure className={[styles.picture, ground === 'ink' ? 'field-of-ink' : styles.tile].join(' ')}>
        <div className={[styles.shown, steady && styles.steady].filter(Boolean).join(' ')}>{picture}</div>
        {caption && <figcaption className="small muted">{caption}</figcaption>}
      </figure>
      <div className={styles.text}>{children}</div>
    </div>
  );
}

/** Buttons and links of one decision in a row; one under another on phones. */
export function Actions({ className, children }: Box) {
  return <div className={[styles.actions, className].filter(Boolean).join(' ')}>{children}</div>;
}

/** Children one under another, evenly. */
export function Stack({ gap = 4, className, children }: Box & { gap?: 2 | 3 | 4 | 5 | 6 }) {
  return (
    <div className={[styles.stack, className].filter(Boolean).join(' ')} data-gap={gap}>
      {children}
    </div>
  );
}
