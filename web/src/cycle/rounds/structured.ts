import type { Design, DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { Structured } from '../../platform/app/route.ts';
import type { Lang } from '../../platform/i18n/language.ts';
import { altOf } from '../submissions/card-words.ts';

/** What search engines read of pages, in the words of schema.org. */
export function structuredShop(name: string): Structured {
  return { '@type': 'OnlineStore', name };
}

export function structuredDesign(design: Design, lang: Lang): Structured {
  return {
    '@type': 'VisualArtwork',
    artform: 'T-shirt design',
    name: design.title,
    description: altOf(design, lang),
    ...imageOf(design),
    ...creatorOf(design, lang),
  };
}

export function imageOf(design: Pick<DesignCard, 'pictures'>): Structured {
  const largest = design.pictures.toSorted((a, b) => b.width - a.width)[0];
  return largest ? { image: largest.url } : {};
}

/** Whoever is named by then. */
export function creatorOf({ designer }: Pick<DesignCard, 'designer'>, lang: Lang): Structured {
  if (!designer?.name) return {};
  return { creator: { '@type': 'Person', name: designer.name, url: `/${lang}/designers/${designer.id}` } };
}
