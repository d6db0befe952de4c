import type { Deps } from '../deps.ts';
import { deleteEnded } from './sessions.sql.ts';

/** The job: a session names a network address and a browser, which nobody needs once it has ended. */
export function forgetSessions({ db }: Deps): Promise<void> {
  return deleteEnded(db);
}
