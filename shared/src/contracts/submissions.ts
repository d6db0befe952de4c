import * as Type from 'typebox';
import { MOST_PLACES } from '../cycle/artwork/place.ts';
import { contract } from '../http/contract.ts';
import {
  Fabric,
  Id,
  line,
  listOf,
  Moment,
  Nullable,
  Page,
  Picture,
  Reason,
  RoundSlug,
  RunSlug,
  text,
} from './common.ts';

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
      canWithdraw: Type.Boolean(),
    }),
  ),
});
export type Design = Type.Static<typeof Design>;

const params = Type.Object({ design: Id });

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
  }),
  status: 202,
  response: Design,
  problems: [
    'submissions_closed',
    'round_full',
    'too_many_designs',
    'already_submitted',
    'not_an_image',
    'image_too_large',
    'image_broken',
    'image_too_small',
    'too_many_uploads',
    'storage_full',
    'upload_interrupted',
    'field_missing',
    'rights_not_declared',
  ],
});

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
  problems: [
    'not_owner',
    'submissions_closed',
    'design_not_changeable',
    'not_an_image',
    'image_too_large',
    'image_broken',
    'image_too_small',
    'too_many_uploads',
    'storage_full',
    'upload_interrupted',
    'field_missing',
  ],
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

export const admitDesign = contract({
  name: 'admitDesign',
  method: 'POST',
  path: '/api/designs/:design/admission',
  audience: 'operator',
  summary: 'Admit a checked design to its round',
  params,
  status: 200,
  response: Design,
  problems: ['submissions_closed', 'design_not_reviewable', 'artwork_not_checked', 'round_full'],
});

export const refuseDesign = contract({
  name: 'refuseDesign',
  method: 'POST',
  path: '/api/designs/:design/refusal',
  audience: 'operator',
  summary: 'Refuse a design, with reasons that its designer reads',
  params,
  body: Type.Object({
    /** Words of `refusalReasons`, which are translated for the designer, or sentences, read as they are written. */
    reasons: Type.Array(line(300), { minItems: 1, maxItems: 10 }),
    message: Type.Optional(text(1000)),
  }),
  status: 200,
  response: Design,
  problems: ['submissions_closed', 'design_not_reviewable', 'artwork_not_checked'],
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

/** Where a motif stands in its picture without the margins, in thousandths. */
const MotifBox = Type.Object({
  left: Type.Integer(),
  top: Type.Integer(),
  width: Type.Integer(),
  height: Type.Integer(),
});

/** An older artwork of somebody else that looks like this one: found by its contours, judged by nobody yet. */
export const Likeness = Type.Object({
  /** 100 is the same drawing; see `LIKENESS` for what is worth a look. */
  percent: Type.Integer(),
  /** Signs of the two shapes that differ, of 128. */
  distance: Type.Integer(),
  /** How the older one is laid to look like this one: turned clockwise by `angle` degrees, mirrored, then by quarters. */
  angle: Type.Integer(),
  mirrored: Type.Boolean(),
  quarters: Type.Integer(),
  box: Nullable(MotifBox),
  design: Id,
  title: Type.String(),
  altText: Type.String(),
  altTextEn: Nullable(Type.String()),
  fabric: Fabric,
  designerName: Type.String(),
  round: RoundSlug,
  roundNumber: Type.Integer(),
  state: DesignState,
  sources: Type.String(),
  uploadedAt: Moment,
  version: Type.Integer(),
  /** False: a later file has taken its place in its design. */
  current: Type.Boolean(),
  decision: Nullable(
    Type.Object({
      kind: Type.Union([Type.Literal('admission'), Type.Literal('refusal')]),
      reasons: Type.Array(Type.String()),
      decidedAt: Moment,
    }),
  ),
  /** None while they are being made, or where the file cannot be drawn. */
  pictures: Type.Array(Picture),
});
export type Likeness = Type.Static<typeof Likeness>;

export const ReviewItem = Type.Object({
  ...Design.properties,
  designerName: Type.String(),
  submittedAt: Moment,
  checkedAt: Nullable(Moment),
  blockers: Type.Array(Reason),
  /** Of its artwork; null where there is nothing to compare. */
  box: Nullable(MotifBox),
  /** The nearest first. Its designer is not told of them. */
  likenesses: Type.Array(Likeness),
});
export type ReviewItem = Type.Static<typeof ReviewItem>;

export const listReviews = contract({
  name: 'listReviews',
  method: 'GET',
  path: '/api/reviews',
  audience: 'operator',
  summary: 'Designs that wait for a decision, oldest first',
  query: Type.Object({ ...Page, state: Type.Optional(DesignState) }),
  status: 200,
  response: listOf(ReviewItem),
});

/** The most that are decided in one call. */
export const DECISIONS_AT_ONCE = 100;

export const DecisionOutcome = Type.Object({
  design: Id,
  title: Type.String(),
  /** `done` by this call; `same`: this operator had decided just that before; `not_done`: see `reasons`. */
  outcome: Type.Union([Type.Literal('done'), Type.Literal('same'), Type.Literal('not_done')]),
  /** What the design is now; null when there is no such design. */
  state: Nullable(DesignState),
  /** Who decided about its artwork last, and when. */
  decidedBy: Nullable(Type.String()),
  decidedAt: Nullable(Moment),
  reasons: Type.Array(Reason),
});
export type DecisionOutcome = Type.Static<typeof DecisionOutcome>;

export const decideReviews = contract({
  name: 'decideReviews',
  method: 'POST',
  path: '/api/reviews/decisions',
  audience: 'operator',
  summary: 'Admit or refuse several designs for the same reasons, each by itself and in this order; an answer for each',
  body: Type.Object({
    decision: Type.Union([Type.Literal('admission'), Type.Literal('refusal')]),
    /** With the version of the artwork that was looked at: about another one nothing is decided. */
    designs: Type.Array(Type.Object({ design: Id, version: Type.Integer({ minimum: 1 }) }), {
      minItems: 1,
      maxItems: DECISIONS_AT_ONCE,
    }),
    /** Of a refusal, as with one design. */
    reasons: Type.Optional(Type.Array(line(300), { minItems: 1, maxItems: 10 })),
    message: Type.Optional(text(1000)),
  }),
  status: 200,
  response: Type.Object({ items: Type.Array(DecisionOutcome) }),
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
