import { useEffect, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Note } from './note.tsx';
import styles from './offline-note.module.css';

/** True while the browser says that there is no network. */
export function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return offline;
}

/** Says at the foot of every page that the network is gone, as long as it is. */
export function OfflineNote() {
  const offline = useOffline();
  return (
    <div className={styles.place} role="status">
      {offline && <OfflineWords />}
    </div>
  );
}

export function OfflineWords() {
  const { offline: text } = useText('platform');
  return (
    <Note title={text.title} className={styles.note}>
      {text.text}
    </Note>
  );
}
