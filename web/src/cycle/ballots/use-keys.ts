import type { Stars } from '@fraisier/shared/cycle/voting-rules.ts';
import { useEffect, useRef } from 'react';

export interface KeyActs {
  rate(stars: Stars): void;
  skip(): void;
  back(): void;
  next(): void;
  wear(): void;
  turn(): void;
  help(): void;
}

/** The ballot by keyboard. `single`: the keys of one character too, which a voice tool may set off by mistake. */
export function useKeys(acts: KeyActs, { single }: { single: boolean }): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]')) return;
      const act = actOf(event, latest.current, single);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [single]);
}

function actOf(event: KeyboardEvent, acts: KeyActs, single: boolean): (() => void) | null {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('textarea, select, input:not([type="radio"], [type="checkbox"])')) return null;
  const onRadio = target?.closest('input[type="radio"]') != null;
  const onControl = target?.closest('a, button, summary, input') != null;
  if (event.key === 'ArrowLeft') return onRadio ? null : acts.back;
  if (event.key === 'ArrowRight') return onRadio ? null : acts.next;
  if (event.key === 'Enter') return onControl ? null : acts.next;
  if (!single) return null;
  if (event.key === ' ') return onControl ? null : acts.skip;
  if (event.key === '?') return acts.help;
  // By place, not by letter: the digits of a French keyboard need Shift.
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
  if (digit) return () => acts.rate(Number(digit) as Stars);
  const letter = event.key.toLowerCase();
  if (letter === 'j' || letter === 'w') return acts.wear;
  if (letter === 'z') return acts.turn;
  return null;
}
