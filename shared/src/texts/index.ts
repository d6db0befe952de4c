import type { Language, Page, PageId } from './page.ts';

type PageModule = Promise<{ readonly page: Page }>;

/** One file per page and language, imported when it is asked for, so that nobody downloads what they do not read. */
const pages: Readonly<Record<PageId, Readonly<Record<Language, () => PageModule>>>> = {
  rules: { fr: () => import('./rules.fr.ts'), en: () => import('./rules.en.ts') },
  method: { fr: () => import('./method.fr.ts'), en: () => import('./method.en.ts') },
  bounty: { fr: () => import('./bounty.fr.ts'), en: () => import('./bounty.en.ts') },
  terms: { fr: () => import('./terms.fr.ts'), en: () => import('./terms.en.ts') },
  privacy: { fr: () => import('./privacy.fr.ts'), en: () => import('./privacy.en.ts') },
  imprint: { fr: () => import('./imprint.fr.ts'), en: () => import('./imprint.en.ts') },
  sizes: { fr: () => import('./sizes.fr.ts'), en: () => import('./sizes.en.ts') },
  designers: { fr: () => import('./designers.fr.ts'), en: () => import('./designers.en.ts') },
};

/** A page as it was written, tokens and all; `readyPage` makes it ready to show. */
export async function loadPage(id: PageId, language: Language): Promise<Page> {
  return (await pages[id][language]()).page;
}
