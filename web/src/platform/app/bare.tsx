import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { OfflineNote } from '../ui/offline-note.tsx';
import { Toasts } from '../ui/toast.tsx';
import styles from './bare.module.css';

/** What a page without the shop's header needs all the same. It must hold a `<main id="main" tabIndex={-1}>`. */
export function Bare({ children }: { children: ReactNode }) {
  const text = useText('platform');
  return (
    <>
      <a className={styles.skip} href="#main">
        {text.skip}
      </a>
      {children}
      <OfflineNote />
      <Toasts />
    </>
  );
}
