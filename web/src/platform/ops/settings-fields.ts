import { ShopSettings } from '@fraisier/shared/contracts/settings.ts';
import { type IbanProblem, ibanProblem } from '@fraisier/shared/cycle/iban.ts';
import { looksLikeEmail } from '../../people/email.ts';

export type SettingKey = keyof ShopSettings;
type Kind = 'text' | 'money' | 'percent' | 'length' | 'count' | 'check' | 'choice';

/** The settings as they are asked for, and how each is typed. */
export const groups = {
  shop: ['shopName', 'email', 'timeZone'],
  legal: [
    'legalName',
    'legalForm',
    'registration',
    'vatNumber',
    'publisher',
    'street',
    'postalCode',
    'city',
    'country',
    'host',
    'mediator',
  ],
  bank: ['debtorName', 'debtorIban', 'debtorBic'],
  prices: ['piecePriceCents', 'shippingCents', 'vatRateBp', 'runSize', 'piecesPerOrder'],
  bounty: ['bountyCents', 'bountyDays', 'contractYears', 'ibanWaitHours', 'freshSignInMinutes', 'bountyIsNet'],
  rounds: ['monthEndHour', 'appealHours', 'expectedRatings'],
  print: [
    'printMethod',
    'printWidthMm',
    'printHeightMm',
    'maxInks',
    'leastLineHundredths',
    'safeMarginMm',
    'goodDpi',
    'leastDpi',
  ],
} as const satisfies Record<string, readonly SettingKey[]>;

export type Group = keyof typeof groups;

const money: readonly SettingKey[] = ['piecePriceCents', 'shippingCents', 'bountyCents'];

export function kindOf(key: SettingKey): Kind {
  if (key === 'bountyIsNet') return 'check';
  if (key === 'printMethod') return 'choice';
  if (key === 'leastLineHundredths') return 'length';
  if (key === 'vatRateBp') return 'percent';
  if (money.includes(key)) return 'money';
  return limitsOf(key).minimum === undefined ? 'text' : 'count';
}

interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export function limitsOf(key: SettingKey): Limits {
  return (ShopSettings.properties as unknown as Record<string, Limits>)[key] ?? {};
}

export type Typed = Readonly<Record<SettingKey, string | boolean>>;

/** As people write it: `24`, `24,50`, `5,5`. */
export function typedOf(settings: ShopSettings, comma: string): Typed {
  const entries = Object.entries(settings) as [SettingKey, string | number | boolean][];
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const kind = kindOf(key);
      if (typeof value !== 'number') return [key, value];
      if (kind === 'count') return [key, String(value)];
      const [whole = '', part = ''] = (value / 100).toFixed(2).split('.');
      const shown = kind === 'percent' ? part.replace(/0+$/, '') : part;
      return [key, shown === '' || shown === '00' ? whole : `${whole}${comma}${shown}`];
    }),
  ) as unknown as Typed;
}

export type SettingFault =
  | { readonly kind: 'empty' | 'amount' | 'count' | 'percent' | 'length' | 'email' | 'country' | 'bic' }
  | { readonly kind: 'iban'; readonly problem: IbanProblem }
  | { readonly kind: 'range'; readonly least: number; readonly most: number };

/** The settings that were typed, and what is wrong with them, field by field. */
export function readSettings(typed: Typed): {
  settings: ShopSettings;
  faults: Partial<Record<SettingKey, SettingFault>>;
} {
  const settings: Record<string, string | number | boolean> = {};
  const faults: Partial<Record<SettingKey, SettingFault>> = {};
  for (const [key, value] of Object.entries(typed) as [SettingKey, string | boolean][]) {
    if (typeof value === 'boolean') {
      settings[key] = value;
      continue;
    }
    const kind = kindOf(key);
    const text = value.trim();
    if (kind === 'text') {
      settings[key] = text;
      const fault = textFault(key, text);
      if (fault) faults[key] = fault;
      continue;
    }
    if (kind === 'choice') settings[key] = text;
    if (kind === 'check' || kind === 'choice') continue;
    const number = kind === 'count' ? wholeOf(text) : hundredthsOf(text);
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = limitsOf(key);
    const unit = kind === 'count' ? 1 : 100;
    settings[key] = number ?? 0;
    if (number === null) faults[key] = { kind: kind === 'money' ? 'amount' : kind };
    else if (number < minimum || number > maximum) {
      faults[key] = { kind: 'range', least: minimum / unit, most: maximum / unit };
    }
  }
  return { settings: settings as unknown as ShopSettings, faults };
}

function textFault(key: SettingKey, text: string): SettingFault | null {
  if (key === 'debtorIban') {
    const problem = text === '' ? null : ibanProblem(text);
    return problem && { kind: 'iban', problem };
  }
  if (key === 'debtorBic') return /^([A-Z0-9]{8}([A-Z0-9]{3})?)?$/.test(text) ? null : { kind: 'bic' };
  if (key === 'country') return /^[A-Z]{2}$/.test(text) ? null : { kind: 'country' };
  if (key === 'email') return text === '' || looksLikeEmail(text) ? null : { kind: 'email' };
  const least = key === 'timeZone' ? 1 : (limitsOf(key).minLength ?? 0);
  return text.length < least ? { kind: 'empty' } : null;
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f€%]/g, '');

function wholeOf(text: string): number | null {
  return /^\d{1,9}$/.test(plain(text)) ? Number(plain(text)) : null;
}

function hundredthsOf(text: string): number | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(plain(text));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}
