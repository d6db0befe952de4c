import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, listOf, Page } from './common.ts';

const Note = Type.Object({
  id: Id,
  design: Id,
  title: Type.String(),
  body: Type.String(),
  state: Type.Union([Type.Literal('pending'), Type.Literal('approved'), Type.Literal('hidden')]),
});

export const listNotes = contract({
  name: 'listNotes',
  method: 'GET',
  path: '/api/notes',
  audience: 'operator',
  summary: 'Words to designers that wait for moderation; without who wrote them',
  query: Type.Object(Page),
  status: 200,
  response: listOf(Note),
});

export const moderateNote = contract({
  name: 'moderateNote',
  method: 'PUT',
  path: '/api/notes/:note/state',
  audience: 'operator',
  summary: 'Let a word reach its designer, or not',
  params: Type.Object({ note: Id }),
  body: Type.Object({ state: Type.Union([Type.Literal('approved'), Type.Literal('hidden')]) }),
  status: 200,
  response: Note,
});
