import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { expect, test } from 'vitest';
import { hasNewAccount, stepOf } from '../../../web/src/cycle/bounties/bounty-standing.ts';

const payee = { legalName: 'Maud Lesage', ibanMasked: 'FR•• … 0189', exempt: false, givenAt: '2026-11-03T10:00:00Z' };
const contract = { text: '', sha256: '', acceptedAt: '2026-11-03T11:00:00Z' };
const refused = { id: '', payout: '', state: 'failed', reason: 'AC04', settledAt: '2026-11-10T09:00:00Z' };
const bounty = (given: Partial<Bounty>) =>
  ({ state: 'owed', payee: null, contract: null, payments: [], ...given }) as unknown as Bounty;

test('the winner gives their details, then reads the contract, then waits for the bank', () => {
  expect(stepOf(bounty({}))).toBe(0);
  expect(stepOf(bounty({ payee, contract: { ...contract, acceptedAt: null } }))).toBe(1);
  expect(stepOf(bounty({ payee, contract }))).toBe(2);
  expect(stepOf(bounty({ payee, contract, state: 'exported' }))).toBe(2);
  expect(stepOf(bounty({ payee, contract, state: 'paid' }))).toBe(3);
});

test('a refusal of the bank asks for another account, until one is given', () => {
  const failed = bounty({ payee, contract, state: 'failed', payments: [refused] });
  expect(hasNewAccount(failed)).toBe(false);
  expect(stepOf(failed)).toBe(0);
  const mended = { ...failed, payee: { ...payee, givenAt: '2026-11-10T12:00:00Z' } };
  expect(hasNewAccount(mended)).toBe(true);
  expect(stepOf(mended)).toBe(2);
});

test('an account given after an older refusal does not answer a newer one', () => {
  const again = { ...refused, settledAt: '2026-11-20T09:00:00Z' };
  const failed = bounty({
    payee: { ...payee, givenAt: '2026-11-10T12:00:00Z' },
    contract,
    state: 'failed',
    payments: [refused, again],
  });
  expect(hasNewAccount(failed)).toBe(false);
});
