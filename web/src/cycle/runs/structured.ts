import type { Run } from '@fraisier/shared/contracts/runs.ts';
import type { Structured } from '../../platform/app/route.ts';
import type { Lang } from '../../platform/i18n/language.ts';
import { imageOf } from '../rounds/structured.ts';
import { altOf } from '../submissions/card-words.ts';
import { standingOf } from './run-words.ts';

const availability = {
  preparing: 'OutOfStock',
  open: 'LimitedAvailability',
  held: 'OutOfStock',
  soldOut: 'SoldOut',
  closed: 'Discontinued',
} as const satisfies Record<ReturnType<typeof standingOf>, string>;

/** A run as a product of the shop with its offer, in the words of schema.org. */
export function structuredRun(run: Run, shop: string, lang: Lang): Structured {
  return {
    '@type': 'Product',
    name: run.design.title,
    description: altOf(run.design, lang),
    brand: { '@type': 'Brand', name: shop },
    sku: run.slug,
    ...imageOf(run.design),
    offers: {
      '@type': 'Offer',
      price: (run.price.amount / 100).toFixed(2),
      priceCurrency: run.price.currency,
      availability: `https://schema.org/${availability[standingOf(run)]}`,
      itemCondition: 'https://schema.org/NewCondition',
    },
  };
}
