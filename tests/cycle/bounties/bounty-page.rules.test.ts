import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { expect, test } from 'vitest';
import { hasNewAccount, stepOf, waitingChange } from '../../../web/src/cycle/bounties/bounty-standing.ts';
import { basisPointsOf, typedPercent } from '../../../web/src/cycle/bounties/parts/ledger/rate-typed.ts';

const payee = {
  legalName: 'Maud Lesage',
  ibanMasked: 'FR•• … 0189',
  exempt: false,
  givenAt: '2026-11-03T10:00:00Z',
  socialSecurityMasked: null,
};
const contract = { text: '', sha256: '', acceptedAt: '2026-11-03T11:00:00Z', until: null, terms: null };
const refused = {
  id: '',
  payout: '',
  state: 'failed',
  reasonCode: null,
  reason: 'AC04',
  settledAt: '2026-11-10T09:00:00Z',
};
const change = {
  id: '',
  state: 'waiting' as const,
  ibanMasked: 'DE•• … 3000',
  askedAt: '2026-11-10T12:00:00Z',
  readyAt: '2026-11-13T12:00:00Z',
  decidedAt: null,
  reason: null,
};
const bounty = (given: Partial<Bounty>) =>
  ({ state: 'owed', payee: null, contract: null, payments: [], ibanChanges: [], ...given }) as unknown as Bounty;

test('the winner gives their details, then reads the contract, then waits for the bank', () => {
  expect(stepOf(bounty({}))).toBe(0);
  expect(stepOf(bounty({ payee, contract: { ...contract, acceptedAt: null } }))).toBe(1);
  expect(stepOf(bounty({ payee, contract }))).toBe(2);
  expect(stepOf(bounty({ payee, contract, state: 'exported' }))).toBe(2);
  expect(stepOf(bounty({ payee, contract, state: 'paid' }))).toBe(3);
});

test('a refusal of the bank asks for another account, until one waits or is confirmed', () => {
  const failed = bounty({ payee, contract, state: 'failed', payments: [refused] });
  expect(hasNewAccount(failed)).toBe(false);
  expect(stepOf(failed)).toBe(0);
  const waiting = { ...failed, ibanChanges: [change] };
  expect(waitingChange(waiting)).toBe(change);
  expect(hasNewAccount(waiting)).toBe(false);
  expect(stepOf(waiting)).toBe(2);
  const mended = {
    ...failed,
    ibanChanges: [{ ...change, state: 'approved' as const, decidedAt: '2026-11-14T09:00:00Z' }],
  };
  expect(waitingChange(mended)).toBeUndefined();
  expect(hasNewAccount(mended)).toBe(true);
  expect(stepOf(mended)).toBe(2);
});

test('an account confirmed before a newer refusal, called off or refused does not answer it', () => {
  const again = { ...refused, settledAt: '2026-11-20T09:00:00Z' };
  for (const state of ['approved', 'cancelled', 'refused', 'replaced'] as const) {
    const decidedAt = state === 'approved' ? '2026-11-14T09:00:00Z' : '2026-11-21T09:00:00Z';
    const failed = bounty({
      payee,
      contract,
      state: 'failed',
      payments: [refused, again],
      ibanChanges: [{ ...change, state, decidedAt }],
    });
    expect(hasNewAccount(failed), state).toBe(false);
    expect(stepOf(failed), state).toBe(0);
  }
});

test('a rate is typed as people write it', () => {
  const typed = { '6,15': 615, '6.15': 615, '98,25 %': 9825, '100': 10_000, '0': 0, '0,5': 50 };
  for (const [text, basisPoints] of Object.entries(typed)) expect(basisPointsOf(text), text).toBe(basisPoints);
  for (const text of ['', '-1', '100,01', '6,155', 'six', '1 000']) expect(basisPointsOf(text), text).toBeNull();
  for (const basisPoints of [0, 50, 615, 9825, 10_000]) {
    expect(basisPointsOf(typedPercent(basisPoints, ','))).toBe(basisPoints);
  }
});
