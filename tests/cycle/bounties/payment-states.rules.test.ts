import {
  bountyStateOf,
  type FactKind,
  type FactSource,
  type KnownPayment,
  type PaymentFact,
  type PaymentState,
  paymentStates,
  paymentTransitions,
  positionOf,
  reasonsNotToCancel,
  statesOf,
} from '@fraisier/shared/cycle/payment-states.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const fact = (kind: FactKind, source: FactSource = 'status', reference = 'r'): PaymentFact => ({
  kind,
  source,
  reference,
});
const payment = (...facts: PaymentFact[]): KnownPayment => ({ id: 'p', amountCents: 100_000, facts });
const refused = fact('refused');
const debit = fact('debited', 'statement');
const back = fact('returned', 'statement');
const cancelled = fact('cancelled', 'person', '');

describe('the state of a payment', () => {
  it.each<[string, PaymentFact[], PaymentState]>([
    ['that nothing is known of is on its way', [], 'exported'],
    ['that the bank looks at is on its way', [fact('received')], 'exported'],
    ['that the bank says is carried out is paid', [fact('done')], 'paid'],
    ['that left the account is paid', [debit], 'paid'],
    ['that a notification and a statement tell of is paid once', [debit, fact('debited', 'notification', 'n')], 'paid'],
    ['that is refused is failed', [refused], 'failed'],
    ['that came back is failed', [debit, back], 'failed'],
    ['whose return is known before its debit is failed', [back], 'failed'],
    ['that the bank carried out after it refused it is paid', [refused, debit], 'paid'],
    ['that came back and left again is paid', [debit, back, fact('debited', 'statement', 'again')], 'paid'],
    ['that a person saw paid and the bank refused is failed', [fact('done', 'person', ''), refused], 'failed'],
    ['that a person saw refused and the bank carried out is paid', [fact('refused', 'person', ''), debit], 'paid'],
    ['that the bank refuses and says is done is paid: nothing is sent twice', [refused, fact('done')], 'paid'],
    ['whose file was cancelled is cancelled', [cancelled], 'cancelled'],
    ['whose cancelled file reached the bank all the same is paid', [cancelled, debit], 'paid'],
  ])('%s', (_what, facts, state) => {
    expect(statesOf([payment(...facts)])).toEqual([state]);
  });

  it.each<[string, PaymentFact[][], PaymentState[]]>([
    ['a second attempt is on its way', [[refused], []], ['failed', 'exported']],
    ['a late confirmation stops the second attempt', [[refused, debit], []], ['paid', 'stopped']],
    ['a stopped attempt is cancelled', [[refused, debit], [cancelled]], ['paid', 'cancelled']],
    ['a stopped attempt is refused', [[refused, debit], [refused]], ['paid', 'failed']],
    ['a stopped attempt that left is a surplus', [[refused, debit], [debit]], ['paid', 'surplus']],
    [
      'a surplus that comes back is failed',
      [
        [refused, debit],
        [debit, back],
      ],
      ['paid', 'failed'],
    ],
    ['when the first comes back, the second is the one that is paid', [[debit, back], [debit]], ['failed', 'paid']],
    [
      'when a late one comes back, the stopped one is on its way again',
      [[refused, debit, back], []],
      ['failed', 'exported'],
    ],
  ])('%s', (_what, facts, states) => {
    expect(statesOf(facts.map((some) => payment(...some)))).toEqual(states);
  });

  const facts = fc.record({
    kind: fc.constantFrom<FactKind>('received', 'refused', 'done', 'debited', 'returned'),
    source: fc.constantFrom<FactSource>('status', 'notification', 'statement'),
    reference: fc.constantFrom('a', 'b'),
  });

  it('follows from what is known, not from the order or the number of copies', () => {
    fc.assert(
      fc.property(
        fc.array(facts, { maxLength: 6 }).chain((some) =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray([...some, ...some, ...some], {
              minLength: some.length * 3,
              maxLength: some.length * 3,
            }),
          ),
        ),
        ([some, shuffled]) => {
          expect(statesOf([payment(...shuffled)])).toEqual(statesOf([payment(...some)]));
        },
      ),
      { seed: 20261122 },
    );
  });

  it('moves only as the picture shows, leaves one place at most taken, and the books whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), facts), { maxLength: 10 }),
        fc.integer({ min: 1, max: 200_000 }),
        (told, owed) => {
          const known: PaymentFact[][] = [[refused], [refused], []];
          let before = statesOf(known.map((some) => payment(...some)));
          for (const [nth, one] of told) {
            known[nth]!.push(one);
            const after = statesOf(known.map((some) => payment(...some)));
            after.forEach((state, at) => {
              if (state !== before[at]) expect(paymentTransitions[before[at]!], `from ${before[at]}`).toContain(state);
            });
            expect(after.filter((state) => state === 'exported' || state === 'paid').length).toBeLessThanOrEqual(1);
            const at = positionOf(
              owed,
              after.map((state) => ({ amountCents: owed, state })),
            );
            expect(at.payable + at.inTransit + at.bank + at.claims).toBe(-owed);
            expect(at.payable === 0).toBe(
              after.some((state) => ['exported', 'paid', 'stopped', 'surplus'].includes(state)),
            );
            expect(at.claims > 0).toBe(
              after.filter((state) => ['paid', 'surplus', 'exported', 'stopped'].includes(state)).length > 1,
            );
            before = after;
          }
        },
      ),
      { numRuns: 300, seed: 20261122 },
    );
  });

  it('makes the state of its bounty', () => {
    expect(bountyStateOf(['failed', 'exported'])).toBe('exported');
    expect(bountyStateOf(['paid', 'stopped'])).toBe('paid');
    expect(bountyStateOf(['failed', 'cancelled'])).toBe('failed');
    expect(bountyStateOf(['cancelled'])).toBe('owed');
    expect(Object.keys(paymentTransitions)).toEqual([...paymentStates]);
  });

  it('lets a file be cancelled only that the bank never had, with every reason', () => {
    expect(reasonsNotToCancel({ state: 'made', answered: false })).toEqual([]);
    expect(reasonsNotToCancel({ state: 'sent', answered: true })).toEqual([
      { code: 'payout_sent' },
      { code: 'bank_answered' },
    ]);
    expect(reasonsNotToCancel({ state: 'void', answered: false })).toEqual([{ code: 'payout_void' }]);
  });
});
