import {
  type CloseFacts,
  PUBLISHED_REASON,
  reasonsNotToCancel,
  reasonsNotToClose,
  reasonsNotToPassOver,
} from '@fraisier/shared/cycle/close-rules.ts';
import { roundPhases } from '@fraisier/shared/cycle/round-phase.ts';
import { describe, expect, it } from 'vitest';

const appealsEndAt = Date.UTC(2027, 0, 3, 10);

const ready: CloseFacts = {
  phase: 'counted',
  now: appealsEndAt,
  appealsEndAt,
  openAppeals: 0,
  quorumMet: true,
  shortlistDeclared: false,
  unsignedQuarantines: 0,
  countsAgree: true,
  ratings: 4_000,
  eligible: 16,
  winners: [{ designId: 'a', admitted: true, designerReachable: true }],
  costCents: 120_401,
  reservedCents: 120_401,
};

describe('closing a round', () => {
  it('is possible when everything is as it should be', () => {
    expect(reasonsNotToClose(ready)).toEqual([]);
  });

  const obstacles: readonly (readonly [string, Partial<CloseFacts>, readonly object[]])[] = [
    ['a round not counted', { phase: 'frozen' }, [{ code: 'not_counted', detail: 'frozen' }]],
    ['a round already decided', { phase: 'decided' }, [{ code: 'not_counted', detail: 'decided' }]],
    [
      'the last millisecond of the appeals',
      { now: appealsEndAt - 1 },
      [{ code: 'appeals_running', detail: '2027-01-03T10:00:00.000Z' }],
    ],
    ['an open appeal', { openAppeals: 2 }, [{ code: 'appeals_open', detail: '2' }]],
    ['a missed quorum that nobody declared', { quorumMet: false }, [{ code: 'quorum_missed' }]],
    [
      'a quarantine of the winner that one person decided alone',
      { unsignedQuarantines: 1 },
      [{ code: 'second_signature_missing', detail: '1' }],
    ],
    ['counters that disagree with the log', { countsAgree: false }, [{ code: 'counts_differ' }]],
    ['no winner although people voted', { winners: [] }, [{ code: 'winner_missing' }]],
    [
      'a winner whose design was taken down',
      { winners: [{ designId: 'a', admitted: false, designerReachable: true }] },
      [{ code: 'winner_not_admitted', field: 'a' }],
    ],
    [
      'a second winner whose account is gone',
      { winners: [...ready.winners, { designId: 'b', admitted: true, designerReachable: false }] },
      [{ code: 'winner_unreachable', field: 'b' }],
    ],
    ['a bounty without cover', { costCents: 240_802 }, [{ code: 'bounty_not_covered', detail: '120401' }]],
  ];

  it.each(obstacles)('is refused for %s', (_name, facts, reasons) => {
    expect(reasonsNotToClose({ ...ready, ...facts })).toEqual(reasons);
  });

  it('tells every obstacle at once', () => {
    const everything = Object.assign({}, ready, ...obstacles.slice(1).map(([, facts]) => facts)) as CloseFacts;
    const codes = reasonsNotToClose({ ...everything, winners: [] }).map((reason) => reason.code);
    expect(codes).toEqual([
      'not_counted',
      'appeals_running',
      'appeals_open',
      'quorum_missed',
      'second_signature_missing',
      'counts_differ',
      'winner_missing',
      'bounty_not_covered',
    ]);
  });

  it('is possible after a missed quorum when the shop says that it chose from a shortlist', () => {
    expect(reasonsNotToClose({ ...ready, quorumMet: false, shortlistDeclared: true })).toEqual([]);
  });

  it('is possible without a winner when nobody voted, or when every finalist was passed over', () => {
    const nobody = { ...ready, winners: [], costCents: 0, quorumMet: false, shortlistDeclared: true };
    expect(reasonsNotToClose({ ...nobody, ratings: 0, eligible: 0 })).toEqual([]);
    expect(reasonsNotToClose({ ...nobody, eligible: 0 })).toEqual([]);
  });
});

describe('cancelling a round', () => {
  const reason = 'Un dégât des eaux à l’atelier.';

  it('is possible until the count', () => {
    for (const phase of roundPhases) {
      const possible = ['planned', 'collecting', 'voting', 'final', 'frozen'].includes(phase);
      expect(reasonsNotToCancel({ phase, reason })).toEqual(possible ? [] : [{ code: 'cannot_cancel', detail: phase }]);
    }
  });

  it('needs a reason that can be published', () => {
    expect(reasonsNotToCancel({ phase: 'voting', reason: ' \n short \t' })).toEqual([
      { code: 'reason_missing', field: 'reason', detail: '5/10' },
    ]);
    expect(reasonsNotToCancel({ phase: 'counted', reason: 'x'.repeat(PUBLISHED_REASON.most + 1) })).toEqual([
      { code: 'cannot_cancel', detail: 'counted' },
      { code: 'reason_too_long', field: 'reason', detail: '601/600' },
    ]);
  });
});

describe('passing over a winner', () => {
  const fine = {
    phase: 'counted',
    isWinner: true,
    alreadyPassedOver: false,
    reason: 'Le titre est une marque.',
  } as const;

  it('is possible once counted, for a design in the first place, with a published reason', () => {
    expect(reasonsNotToPassOver(fine)).toEqual([]);
  });

  it('is refused before the count and after the close', () => {
    expect(reasonsNotToPassOver({ ...fine, phase: 'frozen' })).toEqual([{ code: 'not_counted', detail: 'frozen' }]);
    expect(reasonsNotToPassOver({ ...fine, phase: 'decided' })).toEqual([{ code: 'not_counted', detail: 'decided' }]);
  });

  it('is refused for a design that is not first, twice, and without a reason', () => {
    expect(reasonsNotToPassOver({ ...fine, isWinner: false })).toEqual([{ code: 'not_winner' }]);
    expect(reasonsNotToPassOver({ ...fine, isWinner: false, alreadyPassedOver: true, reason: '' })).toEqual([
      { code: 'already_passed_over' },
      { code: 'reason_missing', field: 'reason', detail: '0/10' },
    ]);
  });
});
