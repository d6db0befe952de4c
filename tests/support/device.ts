import type { Shelf } from '../../web/src/platform/device.ts';

/** A device's storage, with a look at what it keeps. */
export function device(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (nth) => [...kept.keys()][nth] ?? null,
    get length() {
      return kept.size;
    },
  };
}
