import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../deps.ts';
import type { Member } from './accounts.ts';
import { endOne, endOthers } from './sessions.sql.ts';

/** Signs one device of a member out. To anyone else, and once it is out, there is no such session. */
export async function endSession({ db }: Deps, member: Member, session: string): Promise<void> {
  if (!(await endOne(db, member.id, session))) throw new Problem('not_found');
}

/** Signs a member out everywhere but where this token is. */
export function endOtherSessions({ db }: Deps, member: Member, token: string): Promise<void> {
  return endOthers(db, member.id, token);
}
