import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { OfflineNote } from '../ui/offline-note.tsx';
import { Toasts } from '../ui/toast.tsx';
import styles from './bare.module.css';

/**
 * What a page without the shop's header needs all the same. It must hold a `<main id="main" tabIndex={-1}>`.
 * `tellsOffline`: the page says itself that the network is gone, where its own foot would be covered.
 */
export function Bare({ children, tellsOffline = false }: { children: ReactNode; tellsOffline?: boolean }) {
  const text = useText('platform');
  return (
    <>
      <a className={styles.skip} href="#main">
        {text.skip}
      </a>
      {children}
      {!tellsOffline && <OfflineNote />}
      <Toasts />
    </>
  );
}
