import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Bounty } from './bounties.ts';
import { Id, line, listOf, Moment, Nullable, Page } from './common.ts';

const params = Type.Object({ bounty: Id });
const changeParams = Type.Object({ bounty: Id, change: Id });

export const putSocialSecurity = contract({
  name: 'putSocialSecurity',
  method: 'PUT',
  path: '/api/bounties/:bounty/social-security',
  audience: 'member',
  summary: 'The winner’s social-security number, for the declaration of their contributions; kept encrypted',
  params,
  body: Type.Object({ number: Type.String({ minLength: 13, maxLength: 30 }) }),
  status: 200,
  response: Bounty,
  problems: ['social_security_invalid'],
});

export const askIbanChange = contract({
  name: 'askIbanChange',
  method: 'POST',
  path: '/api/bounties/:bounty/iban-changes',
  audience: 'member',
  summary:
    'Another account once the contract is accepted: it asks for a fresh sign-in, waits, can be called off from the mail, and needs a second person; until then the bounty is not paid',
  params,
  body: Type.Object({ iban: Type.String({ minLength: 5, maxLength: 42 }) }),
  status: 200,
  response: Bounty,
  problems: ['sign_in_again', 'iban_invalid', 'iban_locked', 'iban_unchanged', 'contract_open'],
});

export const cancelIbanChange = contract({
  name: 'cancelIbanChange',
  method: 'DELETE',
  path: '/api/bounties/:bounty/iban-changes/:change',
  audience: 'member',
  summary: 'The winner keeps the account on file',
  params: changeParams,
  status: 200,
  response: Bounty,
  problems: ['iban_change_decided'],
});

export const callOffIbanChange = contract({
  name: 'callOffIbanChange',
  method: 'POST',
  path: '/api/iban-changes/cancellation',
  audience: 'anyone',
  summary: 'With the link of the mail, signed in or not: keeps the account on file and signs the winner out everywhere',
  body: Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }),
  status: 200,
  response: Type.Object({ title: Type.String(), ibanKept: Type.String() }),
  problems: ['iban_change_decided'],
});

export const approveIbanChange = contract({
  name: 'approveIbanChange',
  method: 'POST',
  path: '/api/bounties/:bounty/iban-changes/:change/approval',
  audience: 'operator',
  summary: 'The second person confirms another account, once its waiting time is over',
  params: changeParams,
  status: 200,
  response: Bounty,
  problems: ['iban_change_waits', 'iban_change_decided', 'second_person'],
});

export const refuseIbanChange = contract({
  name: 'refuseIbanChange',
  method: 'POST',
  path: '/api/bounties/:bounty/iban-changes/:change/refusal',
  audience: 'operator',
  summary: 'The second person keeps the account on file, and tells the winner why',
  params: changeParams,
  body: Type.Object({ reason: line(300, 3) }),
  status: 200,
  response: Bounty,
  problems: ['iban_change_decided', 'second_person'],
});

export const secretFields = ['iban', 'social_security'] as const;

export const readSecret = contract({
  name: 'readSecret',
  method: 'POST',
  path: '/api/bounties/:bounty/readings',
  audience: 'admin',
  summary:
    'Opens an IBAN or a social-security number: with a fresh sign-in and a reason, and the reading is logged first',
  params,
  body: Type.Object({ field: Type.Enum(secretFields), purpose: line(200, 3) }),
  status: 200,
  response: Type.Object({ value: Type.String() }),
  problems: ['sign_in_again'],
});

export const SecretReading = Type.Object({
  id: Id,
  readAt: Moment,
  /** Null: the shop itself. */
  readBy: Nullable(Type.String()),
  field: Type.String(),
  purpose: Type.String(),
  subjectType: Type.String(),
  subjectId: Id,
  /** The bounty whose secret it is, by its round; or the bank file, by its reference. */
  name: Nullable(Type.String()),
});

export const listSecretReadings = contract({
  name: 'listSecretReadings',
  method: 'GET',
  path: '/api/secret-readings',
  audience: 'admin',
  summary:
    'Every time an IBAN, a social-security number or a bank file was opened: who, when and what for, newest first',
  query: Type.Object(Page),
  status: 200,
  response: listOf(SecretReading),
});
