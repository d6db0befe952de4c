import type { ComponentProps, ReactNode } from 'react';
import { useLinkClickHandler, useLocation } from 'react-router';
import { preload } from '../app/preload.ts';
import { useLang } from '../i18n/use-text.ts';
import styles from './link.module.css';

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** An address without its language: `/rounds/2026-12`. */
  readonly to: string;
  readonly children?: ReactNode;
}

/**
 * A link within the site, in the page's language; its page is fetched when the pointer or the focus is on it.
 * The router's own link would bring its data router along.
 */
export function PlainLink({ to, onClick, ...rest }: LinkProps) {
  const lang = useLang();
  const { pathname } = useLocation();
  const href = `/${lang}${to === '/' ? '' : to}`;
  const follow = useLinkClickHandler(href);
  const warm = () => preload(href);
  return (
    <a
      aria-current={pathname === href ? 'page' : undefined}
      {...rest}
      href={href}
      onPointerEnter={warm}
      onFocus={warm}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) follow(event);
      }}
    />
  );
}

/** A link that stands by itself, with weight: beside a button, under a block. */
export function Link({ className, ...rest }: LinkProps) {
  return <PlainLink className={[styles.link, className].filter(Boolean).join(' ')} {...rest} />;
}

/** A link out of the site, to a file, or to a fragment of the page. */
export function OutLink({ className, ...rest }: ComponentProps<'a'>) {
  return <a className={[styles.link, className].filter(Boolean).join(' ')} {...rest} />;
}
