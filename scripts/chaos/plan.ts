import { type Dice, diceOf } from './dice.ts';

/** What is done to the shop at a moment. */
export interface Blow {
  /** Milliseconds from the beginning. */
  readonly at: number;
  readonly kind: BlowKind;
  /** How long it lasts. */
  readonly forMs: number;
}

export const blowKinds = [
  'kill the server',
  'kill the worker',
  'kill Postgres',
  'lose the word of a commit',
  'cut the server’s line',
  'stall the server’s line',
  'reset the server’s line',
  'cut the worker’s line',
  'stall the worker’s line',
  'mail server refuses for now',
  'mail server drops',
  'mail server dies after accepting',
  'mail server stalls',
  'cut the mail line',
  'clock goes back',
  'files are gone',
] as const;
export type BlowKind = (typeof blowKinds)[number];

/** What is done to whoever reaches a step. */
export const stepActs = [
  'end the backend',
  'kill the process',
  'hold',
  'reset the connection',
  'kill Postgres',
] as const;
/** Until another one comes to the same step, which only a shop without locks lets happen. */
export type StepAct = (typeof stepActs)[number] | 'hold for a second one';

export interface StepBlow {
  /** A table whose statement is waited for, `table:update`, or `commit:table` for the moment of the commit. */
  readonly step: string;
  readonly act: StepAct;
}

/** Each group's steps are lain in wait for one after the other. */
export const stepGroups = {
  close: ['round_closings', 'round_winners', 'bounties', 'runs', 'pieces', 'commit:round_winners', 'passed_over'],
  money: [
    'payouts',
    'payout_payments',
    'ledger_transactions',
    'ledger_entries',
    'payout_acts',
    'bank_files',
    'payment_facts',
    'bank_lines',
    'payout_payments:update',
    'commit:payouts',
    'commit:bank_files',
    'commit:ledger_transactions',
  ],
  month: ['exposures', 'finalists', 'rounds:update', 'round_counts', 'audit_log', 'commit:audit_log'],
  people: ['ratings', 'ballot_openings', 'bounties:update', 'orders', 'pieces:update', 'payments', 'iban_changes'],
  jobs: ['mails', 'mails:update', 'letters', 'tree_heads', 'round_bundles'],
} as const satisfies Record<string, readonly string[]>;
export type StepGroup = keyof typeof stepGroups;

export interface Plan {
  readonly seed: number;
  /** Of the unrest; what comes before and after is not in it. */
  readonly ms: number;
  readonly monthMs: number;
  /** On a slow day the blows go on beyond their time until so many lay in wait well; twice as long at most. */
  readonly leastHits: number;
  readonly rounds: readonly RoundPlan[];
  readonly designs: number;
  readonly voters: number;
  readonly buyers: number;
  readonly blows: readonly Blow[];
  readonly steps: Readonly<Record<StepGroup, readonly StepBlow[]>>;
  /** Transfers that the bank sends back, and files that operators cancel. */
  readonly returns: number;
  readonly cancelledFiles: number;
  /** After the blows: how long everyone may take to bring what is begun to its end, and then the jobs and mails. */
  readonly calmMs: number;
  readonly restMs: number;
}

/** What a plan puts before all else. */
export interface Emphasis {
  readonly blows?: readonly BlowKind[];
  readonly steps?: Partial<Record<StepGroup, readonly StepBlow[]>>;
  /** Deals nothing else, and does not wait long for what will not come. */
  readonly isAlone?: boolean;
}

export interface RoundPlan {
  readonly slug: string;
  /** So many designs share the favour of everyone, and mostly the first place. */
  readonly favourites: number;
  readonly passesOver: boolean;
  readonly isCancelled: boolean;
  /** Of the winners' accounts, one is closed at the bank. */
  readonly closesAccount: boolean;
}

const MONTH_MS = 20_000;
/** So much of the time is the months'; the rest is for what the last of them leaves to be paid. */
const MONTHS_SHARE = 0.72;

/** Everything that is decided before it begins. The same seed gives the same plan, and nothing in it looks at a clock. */
export function planOf(
  seed: number,
  minutes: number,
  { blows = [], steps = {}, isAlone = false }: Emphasis = {},
): Plan {
  const dice = diceOf(seed, 'plan');
  const ms = Math.round(minutes * 60_000);
  const months = Math.max(2, Math.min(10, Math.round((ms * MONTHS_SHARE) / MONTH_MS)));
  const cancelled = months > 3 ? dice.between(1, months - 2) : -1;
  const rounds = Array.from(
    { length: months },
    (_, nth): RoundPlan => ({
      slug: `2031-${String(nth + 1).padStart(2, '0')}`,
      favourites: isAlone ? 2 : dice.pick([1, 1, 2, 3]),
      passesOver: nth === 0 || dice.happens(0.4),
      isCancelled: nth === cancelled,
      closesAccount: dice.happens(0.4),
    }),
  );
  const lain = (group: readonly string[]) => (isAlone ? [] : stepBlows(dice, group));
  return {
    seed,
    ms,
    leastHits: Object.keys(steps).length > 0 ? 2 : 0,
    monthMs: (ms * MONTHS_SHARE) / months,
    rounds,
    designs: 5,
    voters: 10,
    buyers: 4,
    blows: isAlone && blows.length === 0 ? [] : blowsOf(dice, ms, isAlone ? blows : null),
    steps: {
      close: steps.close ?? lain(stepGroups.close),
      money: steps.money ?? lain(stepGroups.money),
      month: steps.month ?? lain(stepGroups.month),
      people: steps.people ?? lain(stepGroups.people),
      jobs: steps.jobs ?? lain(stepGroups.jobs),
    },
    returns: Math.max(1, Math.round(months / 2)),
    cancelledFiles: Math.max(1, Math.round(months / 2)),
    calmMs: isAlone ? 20_000 : 90_000,
    restMs: isAlone ? 8_000 : 40_000,
  };
}

/** Of every kind, or of the few that are given. */
function blowsOf(dice: Dice, ms: number, only: readonly BlowKind[] | null): Blow[] {
  const blows: Blow[] = [];
  // Each kind has its turn before any has a second one.
  let kinds: BlowKind[] = [];
  for (let at = 3_000; at < ms - 6_000; at += dice.between(2_500, 5_500)) {
    if (kinds.length === 0) {
      kinds = dice.shuffle(only ?? [...blowKinds, 'kill the server', 'kill the worker', 'kill Postgres']);
    }
    const kind = kinds.pop()!;
    blows.push({ at, kind, forMs: lengthOf(kind, dice) });
  }
  return blows;
}

/** Mails leave in bursts: a mail server that is away for a moment is often not missed. */
function lengthOf(kind: BlowKind, dice: Dice): number {
  if (kind.startsWith('kill')) return dice.between(0, 1_500);
  return kind.includes('mail') ? dice.between(3_000, 8_000) : dice.between(800, 3_500);
}

function stepBlows(dice: Dice, steps: readonly string[]): StepBlow[] {
  const weighted: StepAct[] = [...stepActs, ...stepActs.slice(0, 3), 'end the backend', 'hold', 'hold'];
  const act = () => dice.pick(weighted);
  return [...dice.shuffle(steps), ...dice.shuffle(steps)].map((step) => ({ step, act: act() }));
}
