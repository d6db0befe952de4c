import {
  canCancel,
  nextPhase,
  phaseDue,
  type RoundFacts,
  type RoundPhase,
  reasonsNotToAdvance,
  roundPhases,
  transitions,
  whatFreezingDoes,
} from '@fraisier/shared/cycle/round-phase.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/round-phase.json' with { type: 'json' };

type Case = Partial<Omit<RoundFacts, 'due'>> & {
  readonly name: string;
  readonly from: RoundPhase;
  readonly to: RoundPhase;
  readonly now: number;
  readonly due?: Partial<RoundFacts['due']>;
  readonly codes: readonly string[];
};

const { moments } = fixture;
const advance = fixture.advance as unknown as readonly Case[];
const due = fixture.due as unknown as readonly { phase: RoundPhase; now: number; due: RoundPhase | null }[];

const ordinary: RoundFacts = {
  phase: 'planned',
  now: 0,
  due: moments,
  admitted: 26,
  awaitingReview: 0,
  quorumMet: null,
  extended: false,
  openAppeals: 0,
  openClusters: 0,
};

const facts = fc.record({
  phase: fc.constantFrom(...roundPhases),
  now: fc.integer({ min: 0, max: 500 }),
  due: fc.record({
    collecting: fc.option(fc.integer({ min: 0, max: 500 })),
    voting: fc.option(fc.integer({ min: 0, max: 500 })),
    final: fc.option(fc.integer({ min: 0, max: 500 })),
    freeze: fc.option(fc.integer({ min: 0, max: 500 })),
  }),
  admitted: fc.nat({ max: 4 }),
  awaitingReview: fc.nat({ max: 4 }),
  quorumMet: fc.option(fc.boolean()),
  extended: fc.boolean(),
  openAppeals: fc.nat({ max: 2 }),
  openClusters: fc.nat({ max: 2 }),
});

describe('moving a round on', () => {
  it.each(advance.map((one) => [one.name, one] as const))('%s', (_name, { from, to, name: _, codes, ...own }) => {
    const reasons = reasonsNotToAdvance({ ...ordinary, ...own, phase: from, due: { ...moments, ...own.due } }, to);
    expect(reasons.map((reason) => reason.code)).toEqual(codes);
  });

  it('says which moment is awaited, in the words of the calendar', () => {
    const at = Date.UTC(2026, 11, 18, 19);
    const waiting = { ...ordinary, phase: 'voting', now: at - 1, due: { ...moments, final: at } } as const;
    expect(reasonsNotToAdvance(waiting, 'final')).toEqual([
      { code: 'not_due', field: 'final', detail: '2026-12-18T19:00:00.000Z' },
    ]);
    expect(reasonsNotToAdvance({ ...ordinary, phase: 'final', now: 1 }, 'frozen')[0]).toMatchObject({
      field: 'freeze',
    });
  });

  it('lets no facts whatever lead anywhere but to the next phase', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...roundPhases), (any, to) => {
        if (reasonsNotToAdvance(any, to).length > 0) return;
        expect(nextPhase(any.phase)).toBe(to);
        expect(transitions[any.phase]).toContain(to);
        expect(['decided', 'cancelled']).not.toContain(to);
      }),
    );
  });

  it('never closes a published window before its time', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('voting' as const, 'final' as const, 'frozen' as const), (any, to) => {
        const moment = any.due[to === 'frozen' ? 'freeze' : to];
        fc.pre(moment === null || any.now < moment);
        expect(reasonsNotToAdvance(any, to)).not.toEqual([]);
      }),
    );
  });
});

describe('what the planned moments ask for', () => {
  it.each(due)('$phase at $now: $due', (one) => {
    expect(phaseDue({ ...ordinary, phase: one.phase, now: one.now })).toBe(one.due);
  });

  it('asks for nothing without a moment', () => {
    const none = { collecting: null, voting: null, final: null, freeze: null };
    for (const phase of roundPhases) expect(phaseDue({ phase, now: 9_999, due: none })).toBeNull();
  });

  it('is allowed whenever it asks, but for a round with too few designs', () => {
    fc.assert(
      fc.property(facts, (any) => {
        const to = phaseDue(any);
        fc.pre(to !== null);
        expect(reasonsNotToAdvance({ ...any, admitted: 2 }, to)).toEqual([]);
      }),
    );
  });

  it('walks a round that slept through everything one phase at a time, and stops before the count', () => {
    const walked: RoundPhase[] = [];
    let round: RoundFacts = { ...ordinary, now: 10_000 };
    for (let to = phaseDue(round); to !== null; to = phaseDue(round)) {
      expect(reasonsNotToAdvance(round, to)).toEqual([]);
      walked.push(to);
      round = { ...round, phase: to };
    }
    expect(walked).toEqual(['collecting', 'voting', 'final', 'frozen']);
  });
});

describe('the end of the final', () => {
  it.each([
    { quorumMet: true, extended: false, does: 'freeze' },
    { quorumMet: true, extended: true, does: 'freeze' },
    { quorumMet: false, extended: false, does: 'extend' },
    { quorumMet: false, extended: true, does: 'freeze' },
    { quorumMet: null, extended: false, does: 'freeze' },
  ])('quorum met: $quorumMet, extended: $extended: $does', ({ does, ...round }) => {
    expect(whatFreezingDoes(round)).toBe(does);
  });
});

describe('the order of the month', () => {
  it('goes through the phases in their order, from planned to decided', () => {
    const walked: RoundPhase[] = ['planned'];
    for (let to = nextPhase('planned'); to !== null; to = nextPhase(to)) walked.push(to);
    expect(walked).toEqual(roundPhases.filter((phase) => phase !== 'cancelled'));
    expect(nextPhase('cancelled')).toBeNull();
  });

  it('can be cancelled until the count, and never after', () => {
    expect(roundPhases.filter(canCancel)).toEqual(['planned', 'collecting', 'voting', 'final', 'frozen']);
  });
});
