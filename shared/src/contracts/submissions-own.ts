import * as Type from 'typebox';
import { PLACEMENT_TEXT } from '../cycle/placement.ts';
import { contract } from '../http/contract.ts';
import { Fabric, Id, line, RoundSlug, text } from './common.ts';
import { Design, Placement } from './submissions.ts';

const params = Type.Object({ design: Id });

/** What can be wrong with a picture that is sent. */
const uploadProblems = [
  'not_an_image',
  'image_too_large',
  'image_broken',
  'image_too_small',
  'too_many_uploads',
  'storage_full',
  'upload_interrupted',
  'field_missing',
] as const;

export const submitDesign = contract({
  name: 'submitDesign',
  method: 'POST',
  path: '/api/rounds/:round/submissions',
  audience: 'member',
  summary: 'Upload a design: multipart with the file `artwork` first, then the fields; 202 while it is checked',
  params: Type.Object({ round: RoundSlug }),
  upload: 'artwork',
  body: Type.Object({
    title: line(60),
    story: Type.Optional(text(600)),
    /** The title stands in for it where nothing is said. */
    altText: Type.Optional(line(200, 0)),
    altTextEn: Type.Optional(line(200, 0)),
    fabric: Fabric,
    sources: Type.Optional(text(600)),
    rightsDeclared: Type.Literal('true'),
    /** A `Placement` in a form: its three numbers with spaces between them. As large as fits without it. */
    placement: Type.Optional(Type.String({ pattern: PLACEMENT_TEXT })),
  }),
  status: 202,
  response: Design,
  problems: [
    'submissions_closed',
    'round_full',
    'too_many_designs',
    'already_submitted',
    ...uploadProblems,
    'rights_not_declared',
    'placement_outside',
  ],
});

export const replaceArtwork = contract({
  name: 'replaceArtwork',
  method: 'PUT',
  path: '/api/designs/:design/artwork',
  audience: 'member',
  summary: 'Correct a design and keep its place: multipart with the file `artwork`',
  params,
  upload: 'artwork',
  body: Type.Object({}),
  status: 202,
  response: Design,
  problems: ['not_owner', 'submissions_closed', 'design_not_changeable', ...uploadProblems],
});

export const placeArtwork = contract({
  name: 'placeArtwork',
  method: 'PUT',
  path: '/api/designs/:design/placement',
  audience: 'member',
  summary:
    'Move a design in the print area, or make it smaller, until it is admitted; it is checked anew for that size',
  params,
  body: Placement,
  status: 202,
  response: Design,
  problems: ['not_owner', 'submissions_closed', 'design_not_changeable', 'placement_outside'],
});

export const withdrawDesign = contract({
  name: 'withdrawDesign',
  method: 'DELETE',
  path: '/api/designs/:design',
  audience: 'member',
  summary: 'Withdraw a design while its round collects',
  params,
  status: 200,
  response: Design,
  problems: ['not_owner', 'submissions_closed', 'design_not_changeable'],
});

export const downloadOriginal = contract({
  name: 'downloadOriginal',
  method: 'GET',
  path: '/api/designs/:design/original',
  audience: 'member',
  summary: 'The very file that was uploaded: its designer and operators only, as an attachment',
  params,
  status: 200,
  file: 'application/octet-stream',
  problems: ['not_owner'],
});
