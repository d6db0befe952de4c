import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { PlainLink } from './link.tsx';

export type ButtonKind = 'fraise' | 'ink' | 'line';

interface Look {
  /** `fraise` for the one main act of a page, `ink` for the next in rank, `line` for the rest. */
  readonly kind?: ButtonKind;
  readonly small?: boolean;
  /** As wide as its place. */
  readonly wide?: boolean;
  /** Full width on phones only. */
  readonly wideOnPhone?: boolean;
}

export interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'disabled'> {
  /** Being done: `true`, or the share done from 0 to 1. Say it in the label too: `Envoi, 62 %`. */
  readonly busy?: boolean | number;
  /** Why it cannot be used now. Shown in place of the label; the button stays readable and focusable. */
  readonly disabledReason?: string | undefined;
  readonly children: ReactNode;
}

function classOf({ kind = 'fraise', small, wide, wideOnPhone }: Look, extra?: string): string {
  const names = [
    styles.button,
    styles[kind],
    small && styles.small,
    wide && styles.wide,
    wideOnPhone && styles.wideOnPhone,
    extra,
  ];
  return names.filter(Boolean).join(' ');
}

export function Button({ kind, small, wide, wideOnPhone, busy, disabledReason, ...rest }: ButtonProps) {
  const { className, children, onClick, type = 'button', ...others } = rest;
  const isBusy = busy !== undefined && busy !== false;
  const off = disabledReason !== undefined;
  const share = typeof busy === 'number' ? Math.min(1, Math.max(0, busy)) : undefined;
  return (
    <button
      {...others}
      type={off || isBusy ? 'button' : type}
      className={classOf({ kind, small, wide, wideOnPhone } as Look, className)}
      aria-disabled={off || isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (off || isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {off ? disabledReason : children}
      {isBusy && (
        <svg className={styles.progress} aria-hidden="true" preserveAspectRatio="none">
          <rect width={share === undefined ? '100%' : `${share * 100}%`} height="100%" />
        </svg>
      )}
    </button>
  );
}

/** A link that looks like a button: for going somewhere. */
export function ButtonLink({
  kind,
  small,
  wide,
  wideOnPhone,
  className,
  ...rest
}: Look & ComponentProps<typeof PlainLink>) {
  return <PlainLink className={classOf({ kind, small, wide, wideOnPhone } as Look, className)} {...rest} />;
}

/** A download or an address out of the site that looks like a button. */
export function ButtonOutLink({ kind, small, wide, wideOnPhone, className, ...rest }: Look & ComponentProps<'a'>) {
  return <a className={classOf({ kind, small, wide, wideOnPhone } as Look, className)} {...rest} />;
}
