import { audit } from '../platform/audit/audit.sql.ts';
import type { Database } from '../platform/db/database.ts';
import type { Member } from './accounts.ts';
import { putRole } from './members.sql.ts';

/**
 * Makes someone who has signed in once an operator, an admin or a plain member again. It is done at the server's own
 * keyboard, so that no page can make an operator; the audit log keeps it. Null when nobody has that address.
 */
export function nameRole(db: Database, email: string, role: Member['role']): Promise<Member | null> {
  return db.transaction().execute(async (trx) => {
    const member = await putRole(trx, email, role);
    if (member) {
      await audit(trx, {
        actor: null,
        act: 'name-role',
        subjectType: 'member',
        subjectId: member.id,
        details: { role },
      });
    }
    return member;
  });
}
