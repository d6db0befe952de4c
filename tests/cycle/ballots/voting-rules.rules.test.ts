import { roundPhases } from '@fraisier/shared/cycle/round-phase.ts';
import {
  handCap,
  points,
  quorumFor,
  reasonsNotToVote,
  roundCapacity,
  type VoteFacts,
} from '@fraisier/shared/cycle/voting-rules.ts';
import { describe, expect, it } from 'vitest';

const finalOpenedAt = Date.UTC(2026, 11, 19, 19);

const fine: VoteFacts = {
  phase: 'voting',
  dealt: true,
  ownDesign: false,
  accountCreatedAt: finalOpenedAt - 1,
  finalOpenedAt: null,
  late: false,
};

describe('who may rate a design', () => {
  it('is open in voting and in the final, and in no other phase', () => {
    for (const phase of roundPhases) {
      const open = phase === 'voting' || phase === 'final';
      expect(reasonsNotToVote({ ...fine, phase, finalOpenedAt })).toEqual(
        open ? [] : [{ code: 'round_closed', detail: phase }],
      );
    }
  });

  it('ends at the planned moment, even before anybody moved the round', () => {
    expect(reasonsNotToVote({ ...fine, late: true })).toEqual([{ code: 'round_closed', detail: 'voting' }]);
  });

  it('lets a newcomer in while hands are dealt', () => {
    expect(reasonsNotToVote({ ...fine, accountCreatedAt: Number.MAX_SAFE_INTEGER })).toEqual([]);
  });

  it('asks in the final for an account made before it opened', () => {
    const final = { ...fine, phase: 'final', finalOpenedAt } as const;
    expect(reasonsNotToVote(final)).toEqual([]);
    expect(reasonsNotToVote({ ...final, accountCreatedAt: finalOpenedAt })).toEqual([{ code: 'account_too_new' }]);
    expect(reasonsNotToVote({ ...final, finalOpenedAt: null })).toEqual([{ code: 'account_too_new' }]);
  });

  it('is refused for designs not dealt and for one’s own', () => {
    expect(reasonsNotToVote({ ...fine, dealt: false })).toEqual([{ code: 'not_dealt' }]);
    expect(reasonsNotToVote({ ...fine, ownDesign: true })).toEqual([{ code: 'own_design' }]);
  });

  it('tells every reason at once, the gravest first', () => {
    const all = { ...fine, phase: 'final', late: true, ownDesign: true, dealt: false, finalOpenedAt: 0 } as const;
    expect(reasonsNotToVote(all).map((reason) => reason.code)).toEqual([
      'round_closed',
      'own_design',
      'account_too_new',
      'not_dealt',
    ]);
  });
});

describe('the figures of a round', () => {
  it('deals at most 30 designs to a voter under 150 designs, otherwise 60', () => {
    expect([1, 149, 150, 1_000].map(handCap)).toEqual([30, 30, 60, 60]);
  });

  it('admits one design for 20 expected ratings, whole designs only', () => {
    expect([0, 19, 20, 39, 40, 100_000].map(roundCapacity)).toEqual([0, 0, 1, 1, 2, 5_000]);
    expect(roundCapacity(-5)).toBe(0);
  });

  it('asks 50 ratings of a finalist in rounds under 500 voters, 100 from there', () => {
    expect(quorumFor(499)).toEqual({ finalMin: 50, medianMin: 20 });
    expect(quorumFor(500)).toEqual({ finalMin: 100, medianMin: 20 });
  });
});

describe('a rating', () => {
  it('is worth its stars, and one more from somebody who would wear it', () => {
    expect([points(1, false), points(1, true), points(5, false), points(5, true)]).toEqual([1, 2, 5, 6]);
  });
});
