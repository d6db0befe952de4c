import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, Locale, Moment } from './common.ts';

export const askDataCopy = contract({
  name: 'askDataCopy',
  method: 'POST',
  path: '/api/me/data-copies',
  audience: 'member',
  summary: 'Ask for a copy of all that the shop keeps about me; a fresh sign-in is needed, five a day at most',
  body: Type.Object({ locale: Locale }),
  status: 201,
  response: Type.Object({ id: Id, fetchableUntil: Moment }),
  problems: ['sign_in_again'],
});

export const getDataCopy = contract({
  name: 'getDataCopy',
  method: 'GET',
  path: '/api/me/data-copies/:copy',
  audience: 'member',
  summary: 'That copy as a zip of JSON and files, within a quarter of an hour',
  params: Type.Object({ copy: Id }),
  status: 200,
  file: 'application/zip',
  problems: ['copy_gone'],
});
