/** What had the focus goes with the act: the page itself takes it, once what follows is drawn. */
export function focusMain(): void {
  requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }));
}
