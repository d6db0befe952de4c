import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Moment, Nullable, RoundSlug, Sha256 } from './common.ts';

/** The shop's signed word on the whole log up to a size: a C2SP checkpoint (tlog-checkpoint, signed-note). */
export const Head = Type.Object({
  size: Type.Integer({ description: 'Lines that the head covers' }),
  root: Sha256,
  note: Type.String({ description: 'The note as it was signed, to its last byte' }),
  signedAt: Moment,
});
export type Head = Type.Static<typeof Head>;

const Path = Type.Array(Sha256);
const Size = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 });
const params = Type.Object({ round: RoundSlug });

export const listHeads = contract({
  name: 'listHeads',
  method: 'GET',
  path: '/api/rounds/:round/heads',
  audience: 'anyone',
  summary:
    'The signed heads of the round’s log, newest first, the key that checks them, and the bundle that is published',
  params,
  query: Type.Object({
    cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,12}$', description: 'nextCursor of the page before' })),
  }),
  status: 200,
  response: Type.Object({
    round: RoundSlug,
    origin: Type.String({ description: 'The first line of each note, and the name of the key' }),
    publicKey: Type.String({ description: 'Ed25519, SPKI, base64: checks receipts' }),
    verifierKey: Type.String({ description: 'The same key as a C2SP vkey: checks notes' }),
    bundle: Nullable(
      Type.Object({ bytes: Type.Integer(), sha256: Sha256 }, { description: 'Null until the round’s bundle is made' }),
    ),
    items: Type.Array(Head),
    nextCursor: Nullable(Type.String()),
  }),
});

export const getProof = contract({
  name: 'getProof',
  method: 'GET',
  path: '/api/rounds/:round/proofs/:seq',
  audience: 'anyone',
  summary: 'A line of the log, by its index or its leaf, and the proof that a signed head covers it',
  params: Type.Object({
    round: RoundSlug,
    seq: Type.String({ pattern: '^([0-9]{1,12}|[0-9a-f]{64})$', description: 'An index, from 0, or a leaf' }),
  }),
  query: Type.Object({ size: Type.Optional(Size) }),
  status: 200,
  response: Type.Object({
    round: RoundSlug,
    index: Type.Integer(),
    leaf: Sha256,
    line: Type.String(),
    /** Of the head. */
    size: Type.Integer(),
    /** From the leaf's neighbour up (RFC 6962 2.1.1). */
    path: Path,
    head: Head,
  }),
  problems: ['not_covered'],
});

export const getConsistency = contract({
  name: 'getConsistency',
  method: 'GET',
  path: '/api/rounds/:round/consistency',
  audience: 'anyone',
  summary: 'The proof that of two signed heads the later only adds lines to the earlier',
  params,
  query: Type.Object({ from: Size, to: Size }),
  status: 200,
  response: Type.Object({
    round: RoundSlug,
    from: Head,
    to: Head,
    /** RFC 6962 2.1.2. */
    path: Path,
  }),
});

export const downloadBundle = contract({
  name: 'downloadBundle',
  method: 'GET',
  path: '/api/rounds/:round/bundle',
  audience: 'anyone',
  summary: 'Everything that recounts a decided round: log, openings, designs, result, signed heads; a zip',
  params,
  status: 200,
  file: 'application/zip',
  problems: ['bundle_not_ready'],
});
