import { expect, test } from 'vitest';
import {
  draftFaults,
  emptyDraft,
  forgetDraft,
  keepDraft,
  listDrafts,
  loadDraft,
} from '../../../web/src/cycle/submissions/draft.ts';
import { device } from '../../support/device.ts';

const written = { ...emptyDraft, title: 'Il pleut des cordes', altText: 'Un nuage', fabric: 'ciel' } as const;

test('a draft is found again by its writer, in its round, and by nobody else', () => {
  const storage = device();
  expect(keepDraft(storage, 'me', '2026-12', written)).toBe(true);
  expect(loadDraft(storage, 'me', '2026-12')).toEqual(written);
  expect(loadDraft(storage, 'another', '2026-12')).toEqual(emptyDraft);
  expect(loadDraft(storage, 'me', '2027-01')).toEqual(emptyDraft);
  forgetDraft(storage, 'me', '2026-12');
  expect(storage.kept.size).toBe(0);
});

test('the drafts of a member are listed, the last one written first, and those of nobody else', () => {
  const storage = device();
  keepDraft(storage, 'me', '2026-12', written, '2026-11-20T10:00:00.000Z');
  keepDraft(storage, 'me', '2027-01', { ...emptyDraft, story: 'Un croquis' }, '2026-11-21T10:00:00.000Z');
  keepDraft(storage, 'another', '2026-12', { ...written, title: 'Le sien' });
  expect(listDrafts(storage, 'me')).toEqual([
    { round: '2027-01', draft: { ...emptyDraft, story: 'Un croquis' }, writtenAt: '2026-11-21T10:00:00.000Z' },
    { round: '2026-12', draft: written, writtenAt: '2026-11-20T10:00:00.000Z' },
  ]);
  expect(listDrafts(storage, 'm')).toEqual([]);
  expect(listDrafts(null, 'me')).toEqual([]);
});

test('what an earlier version kept is listed without its date, and what is no draft is not listed', () => {
  const storage = device();
  storage.setItem('fraisier.draft.me.2026-12', '{"title":"Bof"}');
  storage.setItem('fraisier.draft.me.2026-11', '{"title":"Bof","writtenAt":"yesterday"}');
  storage.setItem('fraisier.draft.me.2026-10', '{"title":""}');
  storage.setItem('fraisier.draft.me.2026-09', '[');
  storage.setItem('fraisier.draft.me.elsewhere', '{"title":"Bof"}');
  expect(listDrafts(storage, 'me').map(({ round, writtenAt }) => [round, writtenAt])).toEqual([
    ['2026-12', null],
    ['2026-11', null],
  ]);
});

test('an emptied draft leaves nothing on the device, and a device that refuses says so', () => {
  const storage = device();
  keepDraft(storage, 'me', '2026-12', written);
  keepDraft(storage, 'me', '2026-12', emptyDraft);
  expect(storage.kept.size).toBe(0);
  expect(keepDraft(null, 'me', '2026-12', written)).toBe(false);
});

test('a draft that another version wrote is read as far as it makes sense', () => {
  const storage = device();
  for (const [kept, title, fabric] of [
    ['{"title":7,"fabric":"velours"}', '', null],
    ['{"title":"Bof","fabric":"noir","size":"M"}', 'Bof', 'noir'],
    ['[', '', null],
    ['null', '', null],
  ] as const) {
    storage.setItem('fraisier.draft.me.2026-12', kept);
    expect(loadDraft(storage, 'me', '2026-12')).toEqual({ ...emptyDraft, title, fabric });
  }
});

test('a draft that can be sent has a fabric, a title, a description and the declaration', () => {
  expect(draftFaults(written, true)).toEqual([]);
  expect(draftFaults(emptyDraft, false).map(({ field, why }) => [field, why])).toEqual([
    ['fabric', 'missing'],
    ['title', 'missing'],
    ['altText', 'missing'],
    ['rightsDeclared', 'missing'],
  ]);
  expect(draftFaults({ ...written, title: '   ' }, true).map(({ field }) => field)).toEqual(['title']);
});

test('texts are measured as a person types them, and told with both figures', () => {
  expect(draftFaults({ ...written, title: '🍓'.repeat(60) }, true)).toEqual([]);
  expect(draftFaults({ ...written, title: '🍓'.repeat(61) }, true)).toEqual([
    { field: 'title', why: 'long', used: 61, most: 60 },
  ]);
  expect(draftFaults({ ...written, altTextEn: 'x'.repeat(201) }, true)).toMatchObject([
    { field: 'altTextEn', most: 200 },
  ]);
  expect(draftFaults({ ...written, altText: 'a\u0007b' }, true)).toMatchObject([{ field: 'altText', why: 'control' }]);
  expect(draftFaults({ ...written, story: 'one\ntwo' }, true)).toEqual([]);
});
