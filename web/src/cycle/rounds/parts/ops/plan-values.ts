import { type planRound, RoundPlan } from '@fraisier/shared/contracts/rounds-plan.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import { instantOf } from '../../../../platform/ui/ops/shop-time.ts';

type Plan = BodyOf<typeof planRound>;
export type PlanKey = Exclude<keyof Plan, 'slug'>;
export type PlanValues = Readonly<Partial<Record<PlanKey, string>>>;

export const momentKeys = ['collectingAt', 'votingAt', 'finalAt', 'freezeAt'] as const;
export const moneyKeys = ['bountyCents', 'piecePriceCents'] as const;
export const promiseKeys = ['bountyCents', 'runSize', 'piecePriceCents'] as const;
export const ruleKeys = ['expectedRatings', 'quorumFinal', 'quorumMedian', 'handCap', 'appealHours'] as const;

const isOneOf = <K extends string>(keys: readonly K[], key: string): key is K =>
  (keys as readonly string[]).includes(key);
export const isMoment = (key: PlanKey) => isOneOf(momentKeys, key);
export const isMoney = (key: PlanKey) => isOneOf(moneyKeys, key);

export type Fault =
  | { readonly kind: 'moment' | 'amount' | 'count' }
  | { readonly kind: 'range'; readonly least: number; readonly most: number };

/** What was typed as what is sent, and what cannot be read, field by field. Empty fields are left out. */
export function readPlan(
  values: PlanValues,
  timeZone: string,
): { plan: Partial<Plan>; faults: Partial<Record<PlanKey, Fault>> } {
  const plan: Record<string, string | number> = {};
  const faults: Partial<Record<PlanKey, Fault>> = {};
  for (const [key, typed = ''] of Object.entries(values) as [PlanKey, string][]) {
    const text = typed.trim();
    if (text === '') continue;
    if (isMoment(key)) {
      const instant = instantOf(text, timeZone);
      if (instant) plan[key] = instant;
      else faults[key] = { kind: 'moment' };
      continue;
    }
    const number = isMoney(key) ? centsOf(text) : countOf(text);
    const { least, most } = limitsOf(key);
    const outside = number !== null && (number < least || number > most);
    if (isMoney(key) && (number === null || outside)) faults[key] = { kind: 'amount' };
    else if (number === null) faults[key] = { kind: 'count' };
    else if (outside) faults[key] = { kind: 'range', least, most };
    else plan[key] = number;
  }
  return { plan, faults };
}

/** `1 000`, `24,50`, `24.5`: as people write money. Null for anything else. */
export function centsOf(text: string): number | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f€]/g, ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

export function countOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Limits[];
}

function limitsOf(key: PlanKey): { least: number; most: number } {
  const schema = (RoundPlan.properties as unknown as Record<string, Limits>)[key];
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema?.anyOf?.[0] ?? schema ?? {};
  return { least: minimum, most: maximum };
}
