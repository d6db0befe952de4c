/** A round that is cancelled has no use for them. */
export { closeDeals } from './close-deals.sql.ts';
