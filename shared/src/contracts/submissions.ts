import * as Type from 'typebox';
import { MOST_PLACES } from '../cycle/artwork/place.ts';
import { contract } from '../http/contract.ts';
import { Fabric, Id, listOf, Moment, Nullable, Page, Picture, RoundSlug, RunSlug } from './common.ts';

/** How many shuffled orders of a gallery there are, the same for everyone. */
export const GALLERY_ORDERS = 64;

export const DesignState = Type.Enum(['checking', 'checked', 'refused', 'admitted', 'withdrawn']);

/** A box on the picture, in whole thousandths of its width and height. */
const thousandth = Type.Integer({ minimum: 0, maximum: 1000 });
export const Place = Type.Object({ left: thousandth, top: thousandth, width: thousandth, height: thousandth });

export const Finding = Type.Object({
  code: Type.String(),
  level: Type.Union([Type.Literal('block'), Type.Literal('warn'), Type.Literal('ok')]),
  values: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()])),
  /** The worst first; none for what has no place. */
  places: Type.Array(Place, { maxItems: MOST_PLACES }),
});

/** Where a picture stands in the print area; its height follows from its width. Whole millimetres. */
export const Placement = Type.Object({
  /** From the shirt's centre line to the middle of the picture; to the right, as one looks at it, above 0. */
  fromCentreMm: Type.Integer({ minimum: -1000, maximum: 1000 }),
  /** From the upper edge of the print area, which begins 15 mm below the collar, to that of the picture. */
  topMm: Type.Integer({ minimum: 0, maximum: 2000 }),
  widthMm: Type.Integer({ minimum: 1, maximum: 2000 }),
});

const Ink = Type.Object({ hex: Type.String(), coverage: Type.Number() });

/** What everyone may see of a design in a gallery. */
export const DesignCard = Type.Object({
  id: Id,
  round: RoundSlug,
  title: Type.String(),
  altText: Type.String(),
  altTextEn: Nullable(Type.String()),
  fabric: Fabric,
  inks: Type.Array(Ink),
  placeholder: Nullable(Type.String({ description: 'thumbhash, base64' })),
  pictures: Type.Array(Picture),
  /**
   * The print alone as it lies in the folds, with a margin: `Tee` lays it on a shirt of any fabric and cut. Empty until it
   * is made, and in lists that show no shirts.
   */
  front: Type.Array(Picture),
  /** Chosen for the final: known to everyone from the cut on, and false before. */
  finalist: Type.Boolean(),
  /** Only when the round is counted. */
  designer: Nullable(Type.Object({ id: Id, name: Type.String() })),
});
export type DesignCard = Type.Static<typeof DesignCard>;

export const Design = Type.Object({
  ...DesignCard.properties,
  story: Type.String(),
  state: DesignState,
  roundNumber: Type.Integer(),
  roundPhase: Type.String(),
  month: Type.Integer(),
  /** On cotton; each is empty until it is made. */
  shirt: Type.Object({
    /** A part of it from close by, square. */
    detail: Type.Array(Picture),
    /** On a body, square, cut out. */
    worn: Type.Array(Picture),
  }),
  runs: Type.Array(RunSlug),
  /** Of the file that was voted on, as the published bundle and the print shop's papers name it: once it is counted. */
  artworkSha256: Nullable(Type.String()),
  /** Only for its designer and operators. */
  own: Nullable(
    Type.Object({
      isOwner: Type.Boolean(),
      sources: Type.String(),
      submittedAt: Moment,
      artwork: Type.Object({
        version: Type.Integer(),
        fileName: Type.String(),
        format: Type.String(),
        width: Type.Integer(),
        height: Type.Integer(),
        bytes: Type.Integer(),
        sha256: Type.String(),
        checkedAt: Nullable(Moment),
        originalUrl: Type.String(),
        /** As large as fits, in the middle and at the top, where its designer put it nowhere else. */
        placement: Placement,
      }),
      findings: Type.Array(Finding),
      decision: Nullable(
        Type.Object({
          kind: Type.Union([Type.Literal('admission'), Type.Literal('refusal')]),
          reasons: Type.Array(Type.String()),
          message: Type.String(),
          decidedAt: Moment,
        }),
      ),
      canChange: Type.Boolean(),
      canPlace: Type.Boolean(),
      canWithdraw: Type.Boolean(),
    }),
  ),
});
export type Design = Type.Static<typeof Design>;

const params = Type.Object({ design: Id });

export const getDesign = contract({
  name: 'getDesign',
  method: 'GET',
  path: '/api/designs/:design',
  audience: 'anyone',
  summary: 'A design: state, pictures; its designer and operators also see the pre-flight report',
  params,
  status: 200,
  response: Design,
});

const Order = Type.Integer({ minimum: 0, maximum: GALLERY_ORDERS - 1 });

export const listRoundDesigns = contract({
  name: 'listRoundDesigns',
  method: 'GET',
  path: '/api/rounds/:round/designs',
  audience: 'anyone',
  summary:
    'The gallery of a round in one of 64 shared shuffled orders, by chance unless asked for; never by popularity, without authors before the result',
  params: Type.Object({ round: RoundSlug }),
  query: Type.Object({
    /** Goes on in the order of the page before. */
    cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,2}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
    order: Type.Optional(Order),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 48 })),
    /** Only those chosen for the final, or only the others. */
    finalist: Type.Optional(Type.Boolean()),
    /** With the prints in their folds. */
    front: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  response: Type.Object({
    ...listOf(DesignCard).properties,
    /** Which of the orders this is: ask for it to keep it. */
    order: Order,
  }),
});

export const listMyDesigns = contract({
  name: 'listMyDesigns',
  method: 'GET',
  path: '/api/me/designs',
  audience: 'member',
  summary: 'My designs, newest first, in every state',
  query: Type.Object(Page),
  status: 200,
  response: listOf(Design),
});

export const getDesigner = contract({
  name: 'getDesigner',
  method: 'GET',
  path: '/api/designers/:designer',
  audience: 'anyone',
  summary: 'A designer and the designs that counted rounds made public',
  params: Type.Object({ designer: Id }),
  status: 200,
  response: Type.Object({
    id: Id,
    name: Type.String(),
    joinedAt: Moment,
    designs: Type.Array(
      Type.Object({ ...DesignCard.properties, rank: Nullable(Type.Integer()), winner: Type.Boolean() }),
    ),
  }),
});
