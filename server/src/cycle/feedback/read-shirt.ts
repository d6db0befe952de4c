import type { Deps } from '../../deps.ts';
import { findShirt } from './shirts.sql.ts';

/** The design on its shirt, as mails show it; null while it is not drawn, or storage does not answer. */
export async function readShirt({ db, storage, log }: Deps, designId: string): Promise<Buffer | null> {
  const name = await findShirt(db, designId);
  if (!name) return null;
  try {
    return await storage.readAll(`pictures/${name}`);
  } catch (error) {
    log.warn({ err: error }, 'a letter without its shirt');
    return null;
  }
}
