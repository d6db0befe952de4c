import { type Area, loadTextFrom } from '../i18n/catalogues.ts';
import type { Lang } from '../i18n/language.ts';
import type { Shown } from './prepare.ts';
import type { AppRoute } from './route.ts';

/** A page that the server has rendered, and where its code and texts are. */
export interface SentPage extends Pick<AppRoute, 'path' | 'frame'> {
  readonly file: string;
  readonly texts: Readonly<Partial<Record<Area, string>>>;
}

/** Brings just that, without the list of all pages and texts: this one was found and its answers read by the server. */
export async function takeOver(page: SentPage, address: Shown['address'], lang: Lang): Promise<Shown> {
  const texts = Object.entries(page.texts) as [Area, string][];
  const [{ Page }] = await Promise.all([
    import(/* @vite-ignore */ page.file) as ReturnType<AppRoute['load']>,
    ...texts.map(([area, file]) => loadTextFrom(file, lang, area)),
  ]);
  return { address, lang, route: page, Page, failure: null, head: null, texts: texts.map(([area]) => area) };
}
