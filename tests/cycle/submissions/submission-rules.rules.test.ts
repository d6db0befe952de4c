import { roundPhases } from '@fraisier/shared/cycle/round-phase.ts';
import {
  designStates,
  designTransitions,
  type OwnDesignFacts,
  type ReviewFacts,
  reasonsNotToAdmit,
  reasonsNotToChange,
  reasonsNotToRefuse,
  reasonsNotToSubmit,
  reasonsNotToWithdraw,
  refusalReasons,
  type SubmissionFacts,
  textLength,
  textReasons,
} from '@fraisier/shared/cycle/submission-rules.ts';
import { describe, expect, it } from 'vitest';

const fine: SubmissionFacts = {
  phase: 'collecting',
  late: false,
  admitted: 25,
  capacity: 26,
  own: 2,
  rightsDeclared: true,
  texts: { title: 'Raton laveur', story: '', altText: '', sources: '' },
};

describe('handing a design in', () => {
  it('is possible while the round collects and has room', () => {
    expect(reasonsNotToSubmit(fine)).toEqual([]);
    expect(reasonsNotToSubmit({ ...fine, admitted: 5_000, capacity: null })).toEqual([]);
  });

  it('is possible in no other phase, nor after the planned end', () => {
    for (const phase of roundPhases.filter((one) => one !== 'collecting')) {
      expect(reasonsNotToSubmit({ ...fine, phase })).toEqual([{ code: 'submissions_closed', detail: phase }]);
    }
    expect(reasonsNotToSubmit({ ...fine, late: true })).toEqual([{ code: 'submissions_closed', detail: 'collecting' }]);
  });

  it('tells everything that is wrong at once', () => {
    expect(
      reasonsNotToSubmit({
        phase: 'voting',
        late: false,
        admitted: 26,
        capacity: 26,
        own: 3,
        rightsDeclared: false,
        texts: { title: ' \t', story: 'a'.repeat(601), altText: 'a'.repeat(201), sources: 'a'.repeat(601) },
      }),
    ).toEqual([
      { code: 'submissions_closed', detail: 'voting' },
      { code: 'round_full', detail: '26' },
      { code: 'too_many_designs', detail: '3' },
      { code: 'rights_not_declared', field: 'rightsDeclared' },
      { code: 'field_missing', field: 'title', detail: '0/60' },
      { code: 'field_missing', field: 'story', detail: '601/600' },
      { code: 'field_missing', field: 'altText', detail: '201/200' },
      { code: 'field_missing', field: 'sources', detail: '601/600' },
    ]);
  });

  it('is possible three times a round for one person', () => {
    expect(reasonsNotToSubmit({ ...fine, own: 2 })).toEqual([]);
    expect(reasonsNotToSubmit({ ...fine, own: 3 })).toEqual([{ code: 'too_many_designs', detail: '3' }]);
  });

  it('counts characters as people do, so that an emoji is one and the spaces around are none', () => {
    expect(textLength(' Été 🍓 ')).toBe(5);
    expect(textReasons({ title: '🍓'.repeat(60) })).toEqual([]);
    expect(textReasons({ title: '🍓'.repeat(61) })).toEqual([
      { code: 'field_missing', field: 'title', detail: '61/60' },
    ]);
    expect(textReasons({ title: `  ${'a'.repeat(60)}  ` })).toEqual([]);
  });

  it('looks at the texts that are there', () => {
    expect(textReasons({})).toEqual([]);
    expect(textReasons({ story: 'x' })).toEqual([]);
  });
});

const own: OwnDesignFacts = { phase: 'collecting', late: false, state: 'admitted', isOwner: true };

describe.each([
  ['correcting', reasonsNotToChange],
  ['withdrawing', reasonsNotToWithdraw],
] as const)('%s one’s design', (_name, reasonsNotTo) => {
  it('is possible in any state while designs are collected', () => {
    for (const state of ['checking', 'checked', 'refused', 'admitted'] as const) {
      expect(reasonsNotTo({ ...own, state })).toEqual([]);
    }
  });

  it('is possible once only', () => {
    expect(reasonsNotTo({ ...own, state: 'withdrawn' })).toEqual([
      { code: 'design_not_changeable', detail: 'withdrawn' },
    ]);
  });

  it('is refused to anyone else, and once people may vote', () => {
    expect(reasonsNotTo({ ...own, isOwner: false })).toEqual([{ code: 'not_owner' }]);
    expect(reasonsNotTo({ ...own, late: true })).toEqual([{ code: 'submissions_closed', detail: 'collecting' }]);
    expect(reasonsNotTo({ ...own, phase: 'voting', isOwner: false, state: 'withdrawn' })).toEqual([
      { code: 'not_owner' },
      { code: 'submissions_closed', detail: 'voting' },
      { code: 'design_not_changeable', detail: 'withdrawn' },
    ]);
  });
});

const waiting: ReviewFacts = { phase: 'collecting', state: 'checked', admitted: 3, capacity: 26 };

describe('the operator’s decision', () => {
  it('admits what the job has checked, while there is room', () => {
    expect(reasonsNotToAdmit(waiting)).toEqual([]);
    expect(reasonsNotToAdmit({ ...waiting, admitted: 26 })).toEqual([{ code: 'round_full', detail: '26' }]);
    expect(reasonsNotToAdmit({ ...waiting, state: 'checking' })).toEqual([{ code: 'artwork_not_checked' }]);
    for (const state of ['admitted', 'refused', 'withdrawn'] as const) {
      expect(reasonsNotToAdmit({ ...waiting, state })).toEqual([{ code: 'design_not_reviewable', detail: state }]);
    }
    expect(reasonsNotToAdmit({ ...waiting, phase: 'voting' })).toEqual([
      { code: 'submissions_closed', detail: 'voting' },
    ]);
  });

  it('refuses with at least one reason, its own word or a sentence, what is checked or was admitted', () => {
    expect(reasonsNotToRefuse({ ...waiting, refusal: ['too_thin', 'rights'] })).toEqual([]);
    expect(reasonsNotToRefuse({ ...waiting, state: 'admitted', refusal: ['rights'] })).toEqual([]);
    expect(reasonsNotToRefuse({ ...waiting, refusal: [] })).toEqual([{ code: 'reason_missing', field: 'reasons' }]);
    expect(reasonsNotToRefuse({ ...waiting, refusal: ['The lines on the left would fill in.'] })).toEqual([]);
    expect(reasonsNotToRefuse({ ...waiting, refusal: [' '] })).toEqual([{ code: 'reason_missing', field: 'reasons' }]);
    expect(reasonsNotToRefuse({ phase: 'voting', state: 'checking', refusal: [...refusalReasons] })).toEqual([
      { code: 'submissions_closed', detail: 'voting' },
      { code: 'artwork_not_checked' },
    ]);
    expect(reasonsNotToRefuse({ ...waiting, state: 'withdrawn', refusal: ['other'] })).toEqual([
      { code: 'design_not_reviewable', detail: 'withdrawn' },
    ]);
  });
});

describe('the life of a design', () => {
  it('never comes into the round without having been checked just before', () => {
    expect(designStates.filter((state) => designTransitions[state].includes('admitted'))).toEqual(['checked']);
    expect(designStates.filter((state) => designTransitions[state].includes('checked'))).toEqual(['checking']);
  });

  it('ends when it is withdrawn', () => {
    expect(designTransitions.withdrawn).toEqual([]);
  });
});
