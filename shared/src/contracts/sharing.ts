import * as Type from 'typebox';
import { contract } from '../http/contract.ts';

export const getOembed = contract({
  name: 'getOembed',
  method: 'GET',
  path: '/api/oembed',
  audience: 'anyone',
  summary: 'oEmbed 1.0 for the page of a design, a run or a result: its card as a photo, in JSON',
  query: Type.Object({
    url: Type.String({ format: 'uri', maxLength: 500 }),
    format: Type.Optional(Type.Literal('json')),
    maxwidth: Type.Optional(Type.Integer({ minimum: 1 })),
    maxheight: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  status: 200,
  response: Type.Object({
    version: Type.Literal('1.0'),
    /** A photo where the card fits into what was asked for. */
    type: Type.Union([Type.Literal('photo'), Type.Literal('link')]),
    title: Type.String(),
    author_name: Type.Optional(Type.String()),
    author_url: Type.Optional(Type.String()),
    provider_name: Type.String(),
    provider_url: Type.String(),
    url: Type.Optional(Type.String()),
    width: Type.Optional(Type.Integer()),
    height: Type.Optional(Type.Integer()),
    cache_age: Type.Integer(),
  }),
});
