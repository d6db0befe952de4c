import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { FileAnswer } from '../../platform/http/route.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import type { Member } from '../accounts.ts';
import { lockMember } from '../erase.sql.ts';
import { noteAccountAct } from '../note-account-act.ts';
import { type CopyRow, countCopiesOfDay, findCopy, insertCopy } from './copies.sql.ts';
import { packCopy } from './pack-copy.ts';

const COPIES_A_DAY = 5;

/** Grants a copy of one's data; whoever calls has seen that the sign-in is fresh. It is made when it is fetched. */
export function askCopy(deps: Deps, member: Member, locale: 'fr' | 'en'): Promise<CopyRow> {
  return deps.db.transaction().execute(async (trx) => {
    await lockMember(trx, member.id);
    if ((await countCopiesOfDay(trx, member.id)) >= COPIES_A_DAY) throw new Problem('too_many_requests');
    const copy = await insertCopy(trx, member.id, locale);
    await noteAccountAct(trx, 'copy-data', member.id, { copy: copy.id });
    return copy;
  });
}

/** Who has a copy under way begins no second one: each reads everything there is. */
const underWay = new Set<string>();

export async function fetchCopy(deps: Deps, member: Member, id: string): Promise<FileAnswer> {
  const copy = await findCopy(deps.db, id, member.id);
  if (!copy) throw new Problem('not_found');
  if (!copy.fetchable) throw new Problem('copy_gone');
  const { shop_name: name, email, time_zone: timeZone } = await readSettings(deps.db);
  const day = copy.asked_at.toISOString().slice(0, 10);
  return {
    fileName: `fraisier-${day}.zip`,
    body: async () => {
      if (underWay.has(member.id)) throw new Problem('too_many_requests');
      underWay.add(member.id);
      const done = () => underWay.delete(member.id);
      try {
        const locale = copy.locale as 'fr' | 'en';
        const zip = await packCopy(deps, { member, locale, at: copy.asked_at, shop: { name, email, timeZone } });
        return zip.on('close', done);
      } catch (error) {
        done();
        throw error;
      }
    },
  };
}
