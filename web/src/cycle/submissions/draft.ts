import { type FabricId, isFabricId } from '@fraisier/shared/cycle/garments.ts';
import { TEXT_LIMITS, textLength, textReasons } from '@fraisier/shared/cycle/submission-rules.ts';
import { forgetKept, type Keeping, keep, keptKeys, readKept, type Shelf } from '../../platform/device.ts';

/** What a designer has written and not sent. The file and the declaration are never kept. */
export interface Draft {
  readonly title: string;
  readonly story: string;
  readonly altText: string;
  readonly altTextEn: string;
  readonly sources: string;
  readonly fabric: FabricId | null;
}

export const emptyDraft: Draft = { title: '', story: '', altText: '', altTextEn: '', sources: '', fabric: null };

/** A draft among the others of its writer. */
export interface KeptDraft {
  readonly round: string;
  readonly draft: Draft;
  /** When it was last written, by the clock of the device; null when an earlier version kept it. */
  readonly writtenAt: string | null;
}

/** By the member too: nobody else on this device sees it. */
const keyOf = (member: string, round: string) => `fraisier.draft.${member}.${round}`;
const ROUND = /^2\d{3}-(0[1-9]|1[0-2])$/;

/** The draft of an earlier visit, or an empty one. */
export function loadDraft(storage: Keeping | null, member: string, round: string): Draft {
  return draftOf(readKept(storage, keyOf(member, round)));
}

/** Every draft that this device keeps for a member, the last one written first. */
export function listDrafts(storage: Shelf | null, member: string): KeptDraft[] {
  return keptKeys(storage, keyOf(member, ''))
    .map((key) => {
      const kept = readKept(storage, key);
      const at = typeof kept === 'object' && kept !== null && 'writtenAt' in kept ? kept.writtenAt : null;
      return {
        round: key.slice(keyOf(member, '').length),
        draft: draftOf(kept),
        writtenAt: typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : null,
      };
    })
    .filter(({ round, draft }) => ROUND.test(round) && !isEmpty(draft))
    .sort((a, b) => (b.writtenAt ?? '').localeCompare(a.writtenAt ?? '') || b.round.localeCompare(a.round));
}

function draftOf(kept: unknown): Draft {
  if (typeof kept !== 'object' || kept === null) return emptyDraft;
  const values = kept as Partial<Record<keyof Draft, unknown>>;
  const text = (name: Exclude<keyof Draft, 'fabric'>) => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    title: text('title'),
    story: text('story'),
    altText: text('altText'),
    altTextEn: text('altTextEn'),
    sources: text('sources'),
    fabric: isFabricId(values.fabric) ? values.fabric : null,
  };
}

/** Keeps the draft; an empty one is forgotten. False when the device keeps nothing. */
export function keepDraft(
  storage: Keeping | null,
  member: string,
  round: string,
  draft: Draft,
  writtenAt: string | null = new Date().toISOString(),
): boolean {
  return keep(storage, keyOf(member, round), isEmpty(draft) ? null : { ...draft, writtenAt });
}

export function forgetDraft(storage: Keeping | null, member: string, round: string): void {
  keep(storage, keyOf(member, round), null);
}

/** All drafts of a member; those of others on this device stay. */
export function forgetDrafts(storage: Shelf | null, member: string): void {
  forgetKept(storage, keyOf(member, ''));
}

export function isEmpty(draft: Draft): boolean {
  return Object.values(draft).every((value) => value === '' || value === null);
}

export type DraftField = keyof Draft | 'rightsDeclared';

export interface DraftFault {
  readonly field: DraftField;
  readonly why: 'missing' | 'long' | 'control';
  readonly used: number;
  readonly most: number;
}

/** One line each: the contract takes no control characters there. */
const LINES = new Set<keyof Draft>(['title', 'altText', 'altTextEn']);
/** As a line of text is judged by the contract. */
const CONTROL = /\p{Cc}/u;

/** What stands between a draft and its sending, in the order of the form. */
export function draftFaults(draft: Draft, rightsDeclared: boolean): DraftFault[] {
  const faults: DraftFault[] = [];
  if (!draft.fabric) faults.push({ field: 'fabric', why: 'missing', used: 0, most: 0 });
  for (const field of ['title', 'story', 'altText', 'altTextEn', 'sources'] as const) {
    const limits = field === 'altTextEn' ? TEXT_LIMITS.altText : TEXT_LIMITS[field];
    const used = textLength(draft[field]);
    const fault = { field, used, most: limits.most };
    const needed = field === 'title' || field === 'altText';
    if (needed && used === 0) faults.push({ ...fault, why: 'missing' });
    else if (field === 'altTextEn' ? used > limits.most : textReasons({ [field]: draft[field] }).length > 0)
      faults.push({ ...fault, why: 'long' });
    else if (LINES.has(field) && CONTROL.test(draft[field])) faults.push({ ...fault, why: 'control' });
  }
  if (!rightsDeclared) faults.push({ field: 'rightsDeclared', why: 'missing', used: 0, most: 0 });
  return faults;
}
