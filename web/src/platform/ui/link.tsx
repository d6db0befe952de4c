import type { ComponentProps, ReactNode } from 'react';
import { useLocation, Link as WouterLink } from 'wouter';
import { preload } from '../app/preload.ts';
import { useLang } from '../i18n/use-text.ts';
import styles from './link.module.css';

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** An address without its language: `/rounds/2026-12`. */
  readonly to: string;
  readonly children?: ReactNode;
}

/** A link within the site, in the page's language; its page is fetched when the pointer or the focus is on it. */
export function PlainLink({ to, ...rest }: LinkProps) {
  const lang = useLang();
  const [pathname] = useLocation();
  const href = `/${lang}${to === '/' ? '' : to}`;
  const warm = () => preload(href);
  return (
    <WouterLink
      aria-current={pathname === href ? 'page' : undefined}
      {...rest}
      href={href}
      onPointerEnter={warm}
      onFocus={warm}
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
