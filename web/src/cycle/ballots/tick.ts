/** Milliseconds of buzzing and of rest in turn: short as a key that gives way, twice for what cannot be. */
const patterns = { chosen: [12], turn: [6], missing: [18, 70, 18] } as const;

/** Felt under the finger where the device can; not by those who asked for stillness. */
export function tick(what: keyof typeof patterns): void {
  // Before the first touch browsers refuse, and complain.
  if (!navigator.userActivation?.hasBeenActive || typeof navigator.vibrate !== 'function') return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  navigator.vibrate([...patterns[what]]);
}
