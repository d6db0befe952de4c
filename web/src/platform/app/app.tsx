import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { formatsFor } from '../i18n/format.ts';
import type { Lang } from '../i18n/language.ts';
import { SpeechContext } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';

/** What every page stands in: the cache, and the language with the shop's own time zone. */
export function App({ client, lang, children }: { client: QueryClient; lang: Lang; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <Speaking lang={lang}>{children}</Speaking>
    </QueryClientProvider>
  );
}

function Speaking({ lang, children }: { lang: Lang; children: ReactNode }) {
  const zone = useCall(getShop).data?.timeZone;
  const speech = useMemo(() => ({ lang, format: formatsFor(lang, zone) }), [lang, zone]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}
