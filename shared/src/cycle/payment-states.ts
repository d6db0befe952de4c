/**
 * A payment is one transfer of one bounty in one bank file. What state it is in follows from what is known of it, and
 * not from the order in which that became known: a bank's answers come late, twice, and in any order.
 *
 *                             the file is cancelled before the bank has it
 *                  ┌────────────────────────────────────────────────────────► cancelled ┐
 *                  │                                                                    │ the bank had it all the same
 *     export ──► exported ── the bank carried it out ──► paid ── it comes back ──► failed ◄── the bank refuses it
 *                  │                                      ▲                         │
 *                  │                                      └── carried out after all ┘
 *                  │
 *                  └── another transfer of the bounty turns out to be carried out ──► stopped
 *
 *     stopped must not reach the bank: its file is cancelled, or the bank refuses it. If it was carried out all the same,
 *     the bounty is paid twice: it is a surplus, and the shop asks for it back.
 */
export const paymentStates = ['exported', 'paid', 'failed', 'cancelled', 'stopped', 'surplus'] as const;

export type PaymentState = (typeof paymentStates)[number];

/** Every move there is: what the picture shows, as data. Nothing moves back to exported but what was only stopped. */
export const paymentTransitions: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  exported: ['paid', 'failed', 'cancelled', 'stopped'],
  paid: ['failed', 'surplus'],
  failed: ['paid', 'surplus'],
  cancelled: ['paid', 'failed', 'surplus'],
  stopped: ['exported', 'cancelled', 'failed', 'surplus', 'paid'],
  surplus: ['failed', 'paid'],
};

/** Where a fact about a payment comes from. A statement and a notification tell of the same entry, each once. */
export type FactSource = 'person' | 'status' | 'notification' | 'statement';

export type FactKind =
  /** The bank has it and looks at it. */
  | 'received'
  /** The bank refuses it, for good. */
  | 'refused'
  /** The bank says that it is carried out; or, of a person, that they saw it so. */
  | 'done'
  /** The sum left the shop's account. */
  | 'debited'
  /** The sum came back to it. */
  | 'returned'
  /** The file was cancelled before the bank had it. */
  | 'cancelled';

export interface PaymentFact {
  readonly kind: FactKind;
  readonly source: FactSource;
  /** The bank's own reference of an entry: the same entry told twice is one. */
  readonly reference: string;
}

export interface KnownPayment {
  readonly id: string;
  /** In the order of their files. */
  readonly amountCents: number;
  readonly facts: readonly PaymentFact[];
}

/** How many entries of a kind there are: a statement and a notification of the same one count once. */
function entries(facts: readonly PaymentFact[], kind: 'debited' | 'returned'): number {
  const of = (source: FactSource) =>
    new Set(facts.filter((fact) => fact.kind === kind && fact.source === source).map((fact) => fact.reference)).size;
  return Math.max(of('statement'), of('notification'));
}

/** Whether the sum has left and not come back. Entries weigh more than the bank's word, and that more than a person's. */
export function isOut(facts: readonly PaymentFact[]): boolean {
  const says = (kind: FactKind, source: FactSource) =>
    facts.some((fact) => fact.kind === kind && fact.source === source);
  const doneByBank = says('done', 'status');
  const doneByPerson = says('done', 'person') && !says('refused', 'status');
  const returned = entries(facts, 'returned');
  const left = Math.max(entries(facts, 'debited'), doneByBank || doneByPerson ? 1 : 0, returned);
  return left > returned;
}

/** The bank debited it more often than it gave it back, and more than once: a person must talk to the bank. */
export function isDebitedTwice(facts: readonly PaymentFact[]): boolean {
  return entries(facts, 'debited') - entries(facts, 'returned') > 1;
}

/** What the bank says contradicts itself: refused and carried out, with no entry that decides. */
export function isContradicted(facts: readonly PaymentFact[]): boolean {
  const says = (kind: FactKind) => facts.some((fact) => fact.kind === kind && fact.source === 'status');
  return says('refused') && says('done') && entries(facts, 'debited') + entries(facts, 'returned') === 0;
}

/** The states of all payments of one bounty, in the order of their files. At most one is exported or paid. */
export function statesOf(payments: readonly KnownPayment[]): PaymentState[] {
  const firstOut = payments.findIndex(({ facts }) => isOut(facts));
  return payments.map(({ facts }, nth) => {
    const has = (kind: FactKind) => facts.some((fact) => fact.kind === kind);
    if (isOut(facts)) return nth === firstOut ? 'paid' : 'surplus';
    if (has('refused') || has('returned')) return 'failed';
    if (has('cancelled')) return 'cancelled';
    return firstOut >= 0 ? 'stopped' : 'exported';
  });
}

/** What the payments make of their bounty. */
export function bountyStateOf(states: readonly PaymentState[]): 'owed' | 'exported' | 'paid' | 'failed' {
  if (states.includes('paid')) return 'paid';
  if (states.includes('exported')) return 'exported';
  return states.includes('failed') ? 'failed' : 'owed';
}

/** What a bounty's payments leave on the accounts, from the day it was owed. Debit is positive; the sum is `-owed`. */
export interface Position {
  readonly payable: number;
  readonly inTransit: number;
  readonly bank: number;
  /** Paid beyond what was owed: a claim on whoever got it. */
  readonly claims: number;
}

export function positionOf(
  owedCents: number,
  payments: readonly { readonly amountCents: number; readonly state: PaymentState }[],
): Position {
  const sum = (...states: PaymentState[]) =>
    payments.filter(({ state }) => states.includes(state)).reduce((total, { amountCents }) => total + amountCents, 0);
  const inTransit = sum('exported', 'stopped');
  const bank = sum('paid', 'surplus');
  const open = owedCents - inTransit - bank;
  return {
    payable: minus(Math.max(0, open)),
    inTransit: minus(inTransit),
    bank: minus(bank),
    claims: Math.max(0, -open),
  };
}

/** No `-0`, which is not equal to zero where values are compared exactly. */
function minus(cents: number): number {
  return cents === 0 ? 0 : -cents;
}

export type CancelReasonCode = 'payout_sent' | 'payout_void' | 'bank_answered';

/** Every reason why a file cannot be cancelled: only one that the bank never had can. */
export function reasonsNotToCancel(payout: {
  readonly state: 'made' | 'sent' | 'void';
  readonly answered: boolean;
}): { code: CancelReasonCode }[] {
  const reasons: { code: CancelReasonCode }[] = [];
  if (payout.state === 'sent') reasons.push({ code: 'payout_sent' });
  if (payout.state === 'void') reasons.push({ code: 'payout_void' });
  if (payout.answered) reasons.push({ code: 'bank_answered' });
  return reasons;
}
