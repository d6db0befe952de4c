import {
  type BountyState,
  bountyStates,
  bountyTransitions,
  type PayFacts,
  reasonsNotToPay,
} from '@fraisier/shared/cycle/close-rules.ts';
import { describe, expect, it } from 'vitest';

const fine: PayFacts = {
  state: 'owed',
  amountCents: 100_000,
  payeeNamed: true,
  ibanProblem: null,
  contractAccepted: true,
  ibanChangePending: false,
};

describe('putting a bounty into a bank file', () => {
  it('is possible for one that is owed, to a named payee with a right account and an accepted contract', () => {
    expect(reasonsNotToPay(fine)).toEqual([]);
  });

  it.each(bountyStates.filter((state) => state !== 'owed'))('is refused for one that is %s', (state) => {
    expect(reasonsNotToPay({ ...fine, state })).toEqual([{ code: 'nothing_to_pay', detail: state }]);
  });

  it.each([
    [{ amountCents: 0 }, { code: 'nothing_to_pay', detail: 'owed' }],
    [{ payeeNamed: false }, { code: 'payee_missing' }],
    [{ ibanProblem: 'missing' }, { code: 'iban_missing' }],
    [{ ibanProblem: 'checksum' }, { code: 'iban_invalid', detail: 'checksum' }],
    [{ contractAccepted: false }, { code: 'contract_not_accepted' }],
    [{ ibanChangePending: true }, { code: 'iban_change_pending' }],
  ] as const)('is refused with %j', (facts, reason) => {
    expect(reasonsNotToPay({ ...fine, ...facts })).toEqual([reason]);
  });

  it('tells everything that is missing at once', () => {
    const nothing: PayFacts = {
      state: 'owed',
      amountCents: 100_000,
      payeeNamed: false,
      ibanProblem: 'missing',
      contractAccepted: false,
      ibanChangePending: true,
    };
    expect(reasonsNotToPay(nothing).map((reason) => reason.code)).toEqual([
      'payee_missing',
      'iban_missing',
      'contract_not_accepted',
      'iban_change_pending',
    ]);
  });
});

describe('the life of a bounty', () => {
  it('never leads from paid or cancelled to anywhere', () => {
    expect(bountyTransitions.paid).toEqual([]);
    expect(bountyTransitions.cancelled).toEqual([]);
  });

  it('never exports a bounty again without the bank having failed it in between', () => {
    const reachesWithout = (
      from: BountyState,
      to: BountyState,
      without: BountyState,
      seen = new Set<BountyState>(),
    ): boolean =>
      bountyTransitions[from].some((next) => {
        if (next === without || seen.has(next)) return false;
        return next === to || reachesWithout(next, to, without, seen.add(next));
      });
    expect(reachesWithout('exported', 'exported', 'failed')).toBe(false);
    expect(reachesWithout('exported', 'exported', 'cancelled')).toBe(true);
  });

  it('pays nothing that was not exported', () => {
    expect(bountyStates.filter((state) => bountyTransitions[state].includes('paid'))).toEqual(['exported']);
  });
});
