import type { Deps } from '../../deps.ts';
import { forgetFailedAddresses } from './email-changes.sql.ts';

/** The job: an address that was asked for and came to nothing may be a stranger's. */
export function forgetAskedAddresses({ db }: Deps): Promise<void> {
  return forgetFailedAddresses(db);
}
