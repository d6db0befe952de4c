import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { type FabricId, fabrics } from '@fraisier/shared/cycle/garments.ts';
import type { Lang } from '../../platform/i18n/language.ts';

/** What is seen on a design, in the language of the page where its designer gave it. */
export function altOf(card: Pick<DesignCard, 'altText' | 'altTextEn'>, lang: Lang): string {
  return (lang === 'en' && card.altTextEn) || card.altText;
}

export function fabricName(fabric: FabricId, lang: Lang): string {
  return lang === 'fr' ? fabrics[fabric].nameFr : fabrics[fabric].nameEn;
}
