import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Fabric, Id, line, listOf, Moment, Nullable, Page, Picture, Reason, RoundSlug, text } from './common.ts';
import { Design, DesignState, Placement } from './submissions.ts';

const params = Type.Object({ design: Id });

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
    /** With the version of the artwork, and its place, that were looked at: about others nothing is decided. */
    designs: Type.Array(
      Type.Object({ design: Id, version: Type.Integer({ minimum: 1 }), placement: Type.Optional(Placement) }),
      { minItems: 1, maxItems: DECISIONS_AT_ONCE },
    ),
    /** Of a refusal, as with one design. */
    reasons: Type.Optional(Type.Array(line(300), { minItems: 1, maxItems: 10 })),
    message: Type.Optional(text(1000)),
  }),
  status: 200,
  response: Type.Object({ items: Type.Array(DecisionOutcome) }),
});
