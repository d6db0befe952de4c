import { useEffect, useRef } from 'react';
import { deviceStorage, readKept } from '../../device.ts';

/** Also what the ballot keeps: whoever has switched single keys off there has them off here. */
const KEPT = 'fraisier.keys';

/** What each key does: a letter in lower case, or a key's own name (`ArrowDown`). */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Acts by keyboard, wherever nobody is typing and no dialog is open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])')) return;
      if (document.querySelector('dialog[open]')) return;
      const isLetter = event.key.length === 1;
      // There the arrows choose and slide; letters do nothing.
      if (!isLetter && target?.closest('[type="radio"], [type="range"]')) return;
      if (isLetter && readKept(deviceStorage(), KEPT) === 'off') return;
      const act = latest.current[isLetter ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
