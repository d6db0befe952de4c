import { below, part } from '../../platform/app/part.tsx';

/** Below the hero of the home page. */
export const RestOfMonth = below(part(() => import('./parts/rest-of-month.tsx'), 'RestOfMonth'));
