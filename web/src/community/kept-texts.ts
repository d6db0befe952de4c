import { loadPage } from '@fraisier/shared/texts/index.ts';
import { type Language, type Page, type PageId, pageIds } from '@fraisier/shared/texts/page.ts';
import { ApiProblem } from '../platform/api.ts';

const kept = new Map<string, Page>();

function isPageId(name: string | undefined): name is PageId {
  return (pageIds as readonly (string | undefined)[]).includes(name);
}

/** Brings a text so that it can be rendered at once; an unknown one is a 404. */
export async function keepText(name: string | undefined, lang: Language): Promise<void> {
  if (!isPageId(name)) throw new ApiProblem('not_found', { status: 404 });
  kept.set(`${lang} ${name}`, kept.get(`${lang} ${name}`) ?? (await loadPage(name, lang)));
}

export function keptText(name: string | undefined, lang: Language): Page | undefined {
  return kept.get(`${lang} ${name}`);
}
