import { isSamePlacement, type Placement } from './placement.ts';
import type { Reason } from './reasons.ts';
import type { RoundPhase } from './round-phase.ts';

export const designStates = ['checking', 'checked', 'refused', 'admitted', 'withdrawn'] as const;

/**
 * `checking`: the job looks at the artwork. `checked`: it waits for an operator. `refused`: by the pre-flight or by an
 * operator, with reasons; it may be corrected. `admitted`: it is in the round.
 */
export type DesignState = (typeof designStates)[number];

/** Back to `checking`: the artwork was corrected, and nothing is voted on that nobody has looked at. */
export const designTransitions: Readonly<Record<DesignState, readonly DesignState[]>> = {
  checking: ['checking', 'checked', 'refused', 'withdrawn'],
  checked: ['checking', 'admitted', 'refused', 'withdrawn'],
  refused: ['checking', 'withdrawn'],
  admitted: ['checking', 'refused', 'withdrawn'],
  withdrawn: [],
};

export const TEXT_LIMITS = {
  title: { least: 1, most: 60 },
  story: { least: 0, most: 600 },
  altText: { least: 0, most: 200 },
  sources: { least: 0, most: 600 },
} as const;

/** So that a month is drawn by many hands. Withdrawn designs do not count. */
export const MAX_DESIGNS_PER_MEMBER = 3;

export type SubmissionField = keyof typeof TEXT_LIMITS;

/**
 * Why a design is refused: words that the designer reads in their language. A reason that is none of them is the
 * operator's own sentence, and is read as it was written.
 */
export const refusalReasons = [
  'too_thin',
  'blurred_edges',
  'low_resolution',
  'text_unreadable',
  'not_printable',
  'not_an_image',
  'image_broken',
  'blank',
  'likeness',
  'rights',
  'offensive',
  'advertising',
  'duplicate',
  'other',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

export function isRefusalReason(reason: string): reason is RefusalReason {
  return (refusalReasons as readonly string[]).includes(reason);
}

/** How long a text is for a person who types it: code points, without the spaces around it. */
export function textLength(text: string): number {
  return [...text.trim()].length;
}

export interface SubmissionFacts {
  readonly phase: RoundPhase;
  /** Voting's planned beginning has passed in the database, although no job has moved the round yet. */
  readonly late: boolean;
  readonly admitted: number;
  /** Designs that the round can show fairly (`roundCapacity`); null without a limit. */
  readonly capacity: number | null;
  /** Designs that this person has in the round already, withdrawn ones aside. */
  readonly own: number;
  readonly rightsDeclared: boolean;
  readonly texts: Readonly<Record<SubmissionField, string>>;
}

/** Problems of the HTTP interface. */
export type SubmitReasonCode =
  | 'submissions_closed'
  | 'round_full'
  | 'too_many_designs'
  | 'rights_not_declared'
  | 'field_missing';

/** Every reason why this design cannot be handed in. `field_missing` names the field and how much it may hold. */
export function reasonsNotToSubmit(facts: SubmissionFacts): Reason<SubmitReasonCode>[] {
  const reasons: Reason<SubmitReasonCode>[] = [];
  if (facts.phase !== 'collecting' || facts.late) reasons.push({ code: 'submissions_closed', detail: facts.phase });
  if (isFull(facts)) reasons.push({ code: 'round_full', detail: String(facts.capacity) });
  if (facts.own >= MAX_DESIGNS_PER_MEMBER) {
    reasons.push({ code: 'too_many_designs', detail: String(MAX_DESIGNS_PER_MEMBER) });
  }
  if (!facts.rightsDeclared) reasons.push({ code: 'rights_not_declared', field: 'rightsDeclared' });
  return [...reasons, ...textReasons(facts.texts)];
}

/** What is wrong with the texts of a design. */
export function textReasons(texts: Readonly<Partial<Record<SubmissionField, string>>>): Reason<'field_missing'>[] {
  return (Object.keys(TEXT_LIMITS) as SubmissionField[]).flatMap((field) => {
    const text = texts[field];
    if (text === undefined) return [];
    const { least, most } = TEXT_LIMITS[field];
    const length = textLength(text);
    return length < least || length > most
      ? [{ code: 'field_missing', field, detail: `${length}/${most}` } as const]
      : [];
  });
}

export interface OwnDesignFacts {
  readonly phase: RoundPhase;
  readonly late: boolean;
  readonly state: DesignState;
  readonly isOwner: boolean;
}

export type ChangeReasonCode = 'not_owner' | 'submissions_closed' | 'design_not_changeable';

/** Every reason why the artwork cannot be replaced: only its designer, while designs are collected. */
export function reasonsNotToChange(facts: OwnDesignFacts): Reason<ChangeReasonCode>[] {
  return ownDesignReasons(facts, 'checking');
}

/** Every reason why the design cannot be withdrawn: once people rate it, their ratings are not thrown away. */
export function reasonsNotToWithdraw(facts: OwnDesignFacts): Reason<ChangeReasonCode>[] {
  return ownDesignReasons(facts, 'withdrawn');
}

/**
 * Every reason why the picture cannot be moved on its shirt: only its designer, until it is admitted. A file that cannot
 * be printed at all prints nowhere.
 */
export function reasonsNotToPlace(
  facts: OwnDesignFacts & { readonly isUnprintable: boolean },
): Reason<ChangeReasonCode>[] {
  const isSettled = facts.state === 'admitted' || (facts.state === 'refused' && facts.isUnprintable);
  const reasons = ownDesignReasons(facts, 'checking');
  return isSettled ? [...reasons, { code: 'design_not_changeable', detail: facts.state }] : reasons;
}

function ownDesignReasons(
  { phase, late, state, isOwner }: OwnDesignFacts,
  to: DesignState,
): Reason<ChangeReasonCode>[] {
  const reasons: Reason<ChangeReasonCode>[] = [];
  if (!isOwner) reasons.push({ code: 'not_owner' });
  if (phase !== 'collecting' || late) reasons.push({ code: 'submissions_closed', detail: phase });
  if (!designTransitions[state].includes(to)) reasons.push({ code: 'design_not_changeable', detail: state });
  return reasons;
}

export interface ReviewFacts {
  readonly phase: RoundPhase;
  readonly state: DesignState;
  readonly admitted: number;
  readonly capacity: number | null;
}

export type ReviewReasonCode =
  | 'submissions_closed'
  | 'artwork_not_checked'
  | 'design_not_reviewable'
  | 'round_full'
  | 'artwork_changed'
  | 'reason_missing';

/** What of an artwork is decided about: its version, and where it stands on the shirt. */
export interface SeenArtwork {
  readonly version: number;
  readonly placement: Placement;
}

/**
 * Why nothing is decided about what nobody has looked at: a later version stands in its place, or it was moved. Who does
 * not say where it stood has decided about its file.
 */
export function reasonsNotSeen(
  current: SeenArtwork,
  seen: { readonly version: number; readonly placement?: Placement | undefined },
): Reason<'artwork_changed'>[] {
  const isSame =
    current.version === seen.version && (!seen.placement || isSamePlacement(current.placement, seen.placement));
  return isSame ? [] : [{ code: 'artwork_changed', detail: String(current.version) }];
}

/** Every reason why an operator cannot admit the design now. */
export function reasonsNotToAdmit({ phase, state, admitted, capacity }: ReviewFacts): Reason<ReviewReasonCode>[] {
  const reasons: Reason<ReviewReasonCode>[] = [];
  if (phase !== 'collecting') reasons.push({ code: 'submissions_closed', detail: phase });
  if (state === 'checking') reasons.push({ code: 'artwork_not_checked' });
  else if (state !== 'checked') reasons.push({ code: 'design_not_reviewable', detail: state });
  if (isFull({ admitted, capacity })) reasons.push({ code: 'round_full', detail: String(capacity) });
  return reasons;
}

/** Every reason why an operator cannot refuse the design for these reasons now. */
export function reasonsNotToRefuse({
  phase,
  state,
  refusal,
}: Pick<ReviewFacts, 'phase' | 'state'> & { readonly refusal: readonly string[] }): Reason<ReviewReasonCode>[] {
  const reasons: Reason<ReviewReasonCode>[] = [];
  if (phase !== 'collecting') reasons.push({ code: 'submissions_closed', detail: phase });
  if (state === 'checking') reasons.push({ code: 'artwork_not_checked' });
  else if (!designTransitions[state].includes('refused'))
    reasons.push({ code: 'design_not_reviewable', detail: state });
  if (!refusal.some((reason) => reason.trim() !== '')) reasons.push({ code: 'reason_missing', field: 'reasons' });
  return reasons;
}

function isFull({ admitted, capacity }: Pick<ReviewFacts, 'admitted' | 'capacity'>): boolean {
  return capacity !== null && admitted >= capacity;
}
