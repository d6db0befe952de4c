import './platform/look/global.css';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './platform/app/app.tsx';
import { Navigation } from './platform/app/navigation.tsx';
import type { Sent, Shown } from './platform/app/prepare.ts';
import { type SentPage, takeOver } from './platform/app/take-over.ts';
import { keepVisitorOrder, setVisitorOrder } from './platform/app/visitor-order.ts';
import { preferredLang, splitPath } from './platform/i18n/language.ts';
import { makeQueryClient } from './platform/query.ts';

interface SentState extends Sent {
  /** What was read for the page, by its key in the cache. */
  readonly answers: readonly (readonly [key: readonly unknown[], answer: unknown])[];
  readonly order: number;
  readonly page: SentPage | null;
}

/** Takes over the page that the server sent, with the answers it was made of; then the whole page listens. */
export async function hydratePage(onListening: () => void): Promise<void> {
  const root = document.getElementById('root');
  const state = document.getElementById('state');
  if (!root || !state?.textContent) return;
  const sent: SentState = JSON.parse(state.textContent);
  const client = makeQueryClient();
  // They are as old as the page: the server's clock says nothing about ours.
  for (const [key, answer] of sent.answers) client.setQueryData(key, answer);
  setVisitorOrder(client, sent.order);
  keepVisitorOrder(sent.order);
  const { pathname, search } = window.location;
  const lang = splitPath(pathname).lang ?? preferredLang(document.documentElement.lang, undefined);
  watchFocus();
  const address = { pathname, search };
  const shown = sent.page ? await takeOver(sent.page, address, lang) : await prepared();
  if (!shown) return;
  // As a transition React takes the page over in slices, between which a touch is heard; else in one piece.
  startTransition(() => {
    hydrateRoot(
      root,
      <App client={client} lang={lang}>
        <Navigation first={shown} onListening={onListening} />
      </App>,
    );
  });

  /** What stands in for a page that is not shown, and a page that reads more than answers. */
  async function prepared(): Promise<Shown | undefined> {
    const { prepare } = await import('./platform/app/travel.ts');
    const found = await prepare(address, lang, client, { sent });
    if ('shown' in found) return found.shown;
    window.location.replace(found.redirect);
  }
}

/** What keeps it comes with the first focus: a page that is only read does without. */
function watchFocus(): void {
  const { activeElement: first, body } = document;
  if (!first || first === body) waitForFocus();
  // Where nothing answers, the next one asks again.
  else import('./platform/app/keep-focus.ts').then(({ keepFocus }) => keepFocus(first), waitForFocus);
}

function waitForFocus(): void {
  addEventListener('focusin', watchFocus, { once: true });
}
