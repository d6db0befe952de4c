import type { Client } from '../client.ts';
import type { Dice } from '../dice.ts';
import type { Cast, Designer } from './cast.ts';
import { goOn, type Life } from './life.ts';

export interface BountySeen {
  readonly id: string;
  readonly state: string;
  readonly payee: { readonly ibanMasked: string | null } | null;
  readonly contract: { readonly sha256: string; readonly acceptedAt: string | null } | null;
  readonly ibanChanges: readonly { readonly id: string; readonly state: string; readonly readyAt: string }[];
}

/** What the winner saw of the account when the contract was accepted: what the bank's list is held against. */
export interface Accepted {
  readonly bounty: string;
  readonly designer: Designer;
  readonly ibanMasked: string;
}

/** Hands in an account, accepts the contract, and then tries to change the account, as whoever took the session would. */
export function claim(
  designer: Designer,
  { cast, life, dice, accepted }: { cast: Cast; life: Life; dice: Dice; accepted: Map<string, Accepted> },
): Promise<void> {
  let client: Client = designer.client;
  const hesitates = dice.happens(0.3);
  const put = (bounty: string, iban: string) =>
    client.ask<BountySeen>('PUT', `/api/bounties/${bounty}/payee`, {
      body: { legalName: designer.client.name, iban },
      act: { kind: 'payee', facts: { bounty, iban } },
    });
  const turn = async () => {
    const mine = await client.get<{ items: BountySeen[] }>('/api/bounties');
    for (const bounty of mine?.items ?? []) {
      if (!bounty.contract?.acceptedAt) {
        if (bounty.payee === null && hesitates) await put(bounty.id, designer.ibans[1]);
        const { body, outcome } = await put(bounty.id, designer.ibans[0]);
        if (outcome !== 'ok' || !body?.contract) continue;
        await client.ask('POST', `/api/bounties/${bounty.id}/contract`, {
          body: { sha256: body.contract.sha256 },
          act: { kind: 'contract', facts: { bounty: bounty.id } },
        });
        continue;
      }
      if (!accepted.has(bounty.id) && bounty.ibanChanges.length === 0 && bounty.payee?.ibanMasked) {
        accepted.set(bounty.id, { bounty: bounty.id, designer, ibanMasked: bounty.payee.ibanMasked });
        await put(bounty.id, designer.stolen);
      }
      // The bank said that the account is closed: another one, which waits for a second person.
      if (bounty.state === 'failed' && bounty.ibanChanges.length === 0) {
        client = await cast.signInAgain(designer.client);
        await client.ask('POST', `/api/bounties/${bounty.id}/iban-changes`, {
          body: { iban: designer.ibans[1] },
          act: { kind: 'ask-iban', facts: { bounty: bounty.id, iban: designer.ibans[1] } },
        });
      }
    }
  };
  return goOn(life, () => dice.between(400, 1_200), turn);
}
