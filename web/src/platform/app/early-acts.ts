/**
 * What is tapped, chosen and typed before React has taken the page over. React drops such clicks and keys, and forgets
 * such texts at its next rendering; an early form would leave the page. They are kept here, and done when it is there.
 * Links need no script: they lead on at once.
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Buttons that were tapped, each once, and single keys that were struck, in their order. */
const acts = new Set<HTMLElement | KeyboardEvent>();
/** With what was written or chosen there: React puts some back to what they were, all of them at its next rendering. */
const fields = new Map<Field, string | boolean>();
/** How often a pointer pressed what was chosen: arrow keys choose with none. */
const presses = new Map<Field, number>();

export function rememberEarlyActs(): void {
  addEventListener('click', onClick, true);
  addEventListener('submit', onSubmit, true);
  addEventListener('input', onInput, true);
  addEventListener('change', onInput, true);
  addEventListener('keydown', onKey, true);
}

/** Gives the page what was meant for it, in order: the fields first, then the buttons and keys. */
export async function doEarlyActs(): Promise<void> {
  removeEventListener('click', onClick, true);
  removeEventListener('submit', onSubmit, true);
  removeEventListener('input', onInput, true);
  removeEventListener('change', onInput, true);
  removeEventListener('keydown', onKey, true);
  for (const [field, value] of fields) {
    if (field.isConnected) sayAgain(field, value);
    await rendered();
  }
  for (const act of acts) {
    if (act instanceof KeyboardEvent) strikeAgain(act);
    else {
      act.removeAttribute('aria-busy');
      if (act.isConnected) act.click();
    }
    await rendered();
  }
  fields.clear();
  acts.clear();
}

/** React does not come, for now: nothing shows as being under way. */
export function leaveEarlyActs(): void {
  for (const act of acts) if (act instanceof HTMLElement) act.removeAttribute('aria-busy');
  acts.clear();
}

function onClick(event: MouseEvent): void {
  if (event.target instanceof HTMLInputElement) presses.set(event.target, event.detail);
  const button = event.target instanceof Element && event.target.closest('button');
  if (!button) return;
  event.preventDefault();
  button.setAttribute('aria-busy', 'true');
  acts.add(button);
}

/** Only keys that a page may have given a meaning of its own: the browser does the others itself. */
function onKey(event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.key === ' ' || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('textarea, select, input')) return;
  acts.add(event);
}

/** Where it was struck, or on the page if that has gone. */
function strikeAgain({ target, key, code, shiftKey }: KeyboardEvent): void {
  const place = target instanceof Element && target.isConnected ? target : document.body;
  place.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }));
}

/** Sent by a key, in a form without a button. */
function onSubmit(event: Event): void {
  event.preventDefault();
}

function onInput({ target }: Event): void {
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    fields.set(target, isBox(target) ? target.checked : target.value);
  }
}

/** React believes a field changed only if it is not what React itself last saw there. */
function sayAgain(field: Field, said: string | boolean): void {
  if (isBox(field)) {
    if (said === field.defaultChecked) return;
    for (const one of groupOf(field)) one.checked = one.defaultChecked;
    // Where a button was pressed next, a choice that goes on by itself would be one step too many.
    const detail = acts.size > 0 ? 0 : (presses.get(field) ?? 0);
    field.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
  } else if (field instanceof HTMLSelectElement || field.type === 'file') {
    if (field instanceof HTMLSelectElement) field.value = String(said);
    field.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    field.value = field.defaultValue;
    const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, said);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function isBox(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio';
}

function groupOf(field: HTMLInputElement): HTMLInputElement[] {
  if (field.type === 'checkbox' || !field.name) return [field];
  const all = (field.form ?? document).querySelectorAll<HTMLInputElement>('input[type="radio"]');
  return [...all].filter((one) => one.name === field.name);
}

function rendered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
