import { acceptContract } from '@fraisier/server/cycle/bounties/accept-contract.ts';
import { putPayee } from '@fraisier/server/cycle/bounties/put-payee.ts';
import type { Deps } from '@fraisier/server/deps.ts';
import { listUnsignedBounties } from './demo.sql.ts';
import type { DemoPeople } from './seed-people.ts';

/** The example of a registry: nobody's account. */
const IBAN = 'FR7630001007941234567890185';

/** The winners of a round say where to be paid, and accept their contract: its run goes on sale. */
export async function signContracts(deps: Deps, people: DemoPeople, slug: string): Promise<void> {
  for (const { bountyId, designerId } of await listUnsignedBounties(deps.db, slug)) {
    const member = [...people.authors.values()].find(({ id }) => id === designerId);
    if (!member) throw new Error(`${designerId} is no author of the demo`);
    const payee = { legalName: member.name, iban: IBAN, assertFreshSignIn: async () => {} };
    await putPayee(deps, { bountyId, member, payee });
    const written = await listUnsignedBounties(deps.db, slug);
    const sha256 = written.find((one) => one.bountyId === bountyId)?.sha256?.toString('hex');
    if (sha256) await acceptContract(deps, { bountyId, member, sha256 });
  }
}
