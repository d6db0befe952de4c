import { type DehydratedState, hydrate } from '@tanstack/react-query';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './platform/app/app.tsx';
import { Navigation } from './platform/app/navigation.tsx';
import { type Failure, prepare } from './platform/app/prepare.ts';
import { keepVisitorOrder, setVisitorOrder } from './platform/app/visitor-order.ts';
import { preferredLang, splitPath } from './platform/i18n/language.ts';
import { makeQueryClient } from './platform/query.ts';

/** Takes over the page that the server sent, with the answers it was made of. */
export async function hydratePage(): Promise<void> {
  const root = document.getElementById('root');
  const state = document.getElementById('state');
  if (!root || !state?.textContent) return;
  const sent: { queries: DehydratedState; failure: Failure | null; order: number } = JSON.parse(state.textContent);
  const client = makeQueryClient();
  hydrate(client, justNow(sent.queries));
  setVisitorOrder(client, sent.order);
  keepVisitorOrder(sent.order);
  const { pathname, search } = window.location;
  const lang = splitPath(pathname).lang ?? preferredLang(document.documentElement.lang, undefined);
  const prepared = await prepare({ pathname, search }, lang, client, { failure: sent.failure });
  if ('redirect' in prepared) {
    window.location.replace(prepared.redirect);
    return;
  }
  hydrateRoot(
    root,
    <App client={client} lang={lang}>
      <BrowserRouter>
        <Navigation first={prepared.shown} />
      </BrowserRouter>
    </App>,
  );
}

/** The answers are as old as the page; the server's clock says nothing about ours. */
function justNow(state: DehydratedState): DehydratedState {
  const dataUpdatedAt = Date.now();
  return {
    ...state,
    queries: state.queries.map((query) => ({ ...query, state: { ...query.state, dataUpdatedAt } })),
  };
}
