import { below, part } from '../../platform/app/part.tsx';

/** Of members only. */
export const Delivery = part(() => import('./parts/delivery.tsx'), 'Delivery');
export const HeldOrders = part(() => import('./parts/held-orders.tsx'), 'HeldOrders');
/** Below the form. */
export const RunStory = below(part(() => import('./parts/run-story.tsx'), 'RunStory'));
