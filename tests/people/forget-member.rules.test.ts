import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answersKey } from '../../web/src/cycle/ballots/kept-answers.ts';
import { rememberSize } from '../../web/src/cycle/ballots/remembered-size.ts';
import { attemptKey } from '../../web/src/cycle/runs/attempt.ts';
import { firstChoice, keepChoices } from '../../web/src/cycle/runs/choices.ts';
import { emptyDraft, keepDraft } from '../../web/src/cycle/submissions/draft.ts';
import { forgetMember } from '../../web/src/people/forget-member.ts';
import { keep } from '../../web/src/platform/device.ts';
import { device } from '../support/device.ts';

const run = { slug: '2026-11', sizes: ['M'], cuts: ['straight'], fabrics: ['blanc'], piecesPerOrder: 3 } as const;
const draft = { ...emptyDraft, title: 'Il pleut des cordes' };

/** All that pages keep, by two people who share a device. */
function lentDevice() {
  const storage = device();
  const tab = device();
  for (const member of ['me', 'other']) {
    keepDraft(storage, member, '2026-12', draft);
    keepDraft(storage, member, '2027-01', draft);
    keep(storage, answersKey(member, '2026-12'), [{ id: '1', design: 'd', answer: { skip: true } }]);
  }
  rememberSize('M', storage);
  keep(storage, 'fraisier.keys', 'off');
  // When somebody last signed out here: of nobody in particular.
  keep(storage, 'fraisier.left', 0);
  keepChoices(
    run.slug,
    [{ ...firstChoice({ ...run, sizes: ['M'], cuts: ['straight'], fabrics: ['blanc'] }), label: 'Nina' }],
    storage,
  );
  const attempt = attemptKey(tab, run.slug, { pieces: 1 });
  return { storage, tab, attempt };
}

test('a device forgets the drafts, answers, size and choices of a member, and leaves others theirs', () => {
  const { storage, tab } = lentDevice();
  forgetMember('me', storage, tab);
  expect([...storage.kept.keys()].sort()).toEqual([
    answersKey('other', '2026-12'),
    'fraisier.draft.other.2026-12',
    'fraisier.draft.other.2027-01',
    'fraisier.keys',
    'fraisier.left',
  ]);
  expect(tab.kept.size).toBe(0);
});

test('an order begun before is not taken for the one of whoever comes next', () => {
  const { storage, tab, attempt } = lentDevice();
  forgetMember('me', storage, tab);
  expect(attemptKey(tab, run.slug, { pieces: 1 })).not.toBe(attempt);
});

test('a device that keeps nothing, or refuses to, is forgotten as well', () => {
  expect(() => forgetMember('me', null, null)).not.toThrow();
});

test('whatever a page keeps is either forgotten with its member or tells nothing of a person', () => {
  const { storage, tab } = lentDevice();
  const known = [...storage.kept.keys(), ...tab.kept.keys()];
  const folder = new URL('../../web/src/', import.meta.url);
  const kept = globSync('**/*.{ts,tsx}', { cwd: folder }).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/['`](fraisier\.[a-z]+\.?)/g)].map(([, key]) => key!),
  );
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter((key) => !known.some((one) => one.startsWith(key)))).toEqual([]);
});
