import type { Run } from '@fraisier/shared/contracts/runs.ts';
import type { Structured } from '../../platform/app/route.ts';
import { imageOf } from '../rounds/structured.ts';
import { standingOf } from './run-words.ts';

const availability = {
  preparing: 'PreOrder',
  open: 'LimitedAvailability',
  held: 'OutOfStock',
  soldOut: 'SoldOut',
  closed: 'Discontinued',
} as const satisfies Record<ReturnType<typeof standingOf>, string>;

/** A run as a product with its offer, in the words of schema.org. */
export function structuredRun(run: Run): Structured {
  return {
    '@type': 'Product',
    name: run.design.title,
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
