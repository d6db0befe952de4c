import type { Trx } from '../../platform/db/database.ts';
import { clearFileNames } from './artworks.sql.ts';

/** Designs may stay without their designer's name; what the files were called on their computer does not. */
export function forgetFileNames(trx: Trx, designerId: string): Promise<void> {
  return clearFileNames(trx, designerId);
}
