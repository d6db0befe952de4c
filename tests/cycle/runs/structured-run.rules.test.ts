import type { Run } from '@fraisier/shared/contracts/runs.ts';
import { expect, test } from 'vitest';
import { structuredRun } from '../../../web/src/cycle/runs/structured.ts';

const run: Run = {
  slug: '2026-10',
  round: '2026-10',
  roundNumber: 46,
  month: 10,
  design: {
    id: '01a20037-0d56-780c-8124-9ca98c6b2868',
    round: '2026-10',
    title: 'Plein sud',
    altText: 'Une voiture sous des arches',
    altTextEn: 'A car under arches',
    fabric: 'creme',
    inks: [],
    placeholder: null,
    pictures: [
      { format: 'webp', width: 320, height: 384, url: '/pictures/small' },
      { format: 'webp', width: 1280, height: 1536, url: '/pictures/large' },
    ],
    front: [],
    finalist: false,
    designer: null,
  },
  story: '',
  state: 'open',
  price: { amount: 2405, currency: 'EUR' },
  shipping: { amount: 490, currency: 'EUR' },
  vatRateBp: 2000,
  size: 150,
  held: 0,
  sold: 10,
  free: 140,
  nextNumber: 11,
  piecesPerOrder: 1,
  fabrics: ['creme'],
  cuts: ['straight'],
  sizes: ['M'],
  openedAt: '2026-11-06T09:00:00Z',
};

test('a run is a product of the shop: what is seen on it, in the page’s language, and what it costs', () => {
  expect(structuredRun(run, 'Fraisier', 'en')).toEqual({
    '@type': 'Product',
    name: 'Plein sud',
    description: 'A car under arches',
    brand: { '@type': 'Brand', name: 'Fraisier' },
    sku: '2026-10',
    image: '/pictures/large',
    offers: {
      '@type': 'Offer',
      price: '24.05',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/LimitedAvailability',
      itemCondition: 'https://schema.org/NewCondition',
    },
  });
  expect(structuredRun(run, 'Fraisier', 'fr').description).toBe('Une voiture sous des arches');
});

test('what is sold out, held by others or being prepared is not offered as if it could be had', () => {
  const said = (more: Partial<Run>) => structuredRun({ ...run, ...more }, 'Fraisier', 'fr').offers;
  const availability = (schema: string) => expect.objectContaining({ availability: `https://schema.org/${schema}` });
  expect(said({ free: 0, held: 1 })).toEqual(availability('OutOfStock'));
  expect(said({ free: 0 })).toEqual(availability('SoldOut'));
  expect(said({ state: 'preparing' })).toEqual(availability('OutOfStock'));
  expect(said({ state: 'closed' })).toEqual(availability('Discontinued'));
});
